import { isAlias, isCollection, isMap, isScalar, isSeq, Scalar, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { toIssue, type FieldPath, type Issue } from '../../core/issue.ts';
import { toWriteHint } from './line-fixes.ts';
import { quoteText } from '../text/quoting.ts';
import { getInner, getKeys, isOwnText } from '../schema/schema-walk.ts';
import type { OpenYaml } from './yaml-document.ts';

/** A value that people write in their own words, in the tree of its file. */
interface OwnText {
  readonly field: FieldPath;
  readonly node: unknown;
  /** Replaces the value. */
  readonly replace: (value: Scalar) => void;
}

/** A text that YAML reads differently from what was written. */
interface Alteration {
  /** The text as it was meant. */
  readonly meant: string;
  readonly message: string;
  readonly hint: string;
}

/** A value on its line. */
interface Place {
  /** From the start of the line to the value. */
  readonly head: string;
  /** The value as it was written. */
  readonly raw: string;
  /** From its end to the end of the line. */
  readonly rest: string;
}

/**
 * Finds texts that YAML drops or changes in part: after ` #`, `&` or `!`, as `null`, or by an escape such as `\n`. Each
 * is an issue with the line to write, and is then read as it was meant.
 *
 * @param yamlLine 1-based line of the file on which the YAML starts
 */
export function checkAlteredTexts(
  { document, lines, yaml }: OpenYaml,
  schema: z.ZodType,
  { file, yamlLine }: { readonly file: string; readonly yamlLine: number },
): readonly Issue[] {
  const replaceAll = (value: Scalar) => void (document.contents = value as Document['contents']);
  return findTexts(document.contents, schema, [], replaceAll).flatMap(({ node, field, replace }) => {
    const range = isAlias(node) || isCollection(node) || isScalar(node) ? node.range : undefined;
    if (!range) return [];
    const found = findAlteration(node, typeof field.at(-1) === 'number', toPlace(yaml, range[0], range[1]));
    if (!found) return [];
    const { meant, message, hint } = found;
    replace(new Scalar(meant));
    const { line, col } = lines.linePos(range[0]);
    return [toIssue({ code: toCode(node), message, hint, file, field, line: line + yamlLine - 1, column: col })];
  });
}

/** An alias and a tag contain nothing that could be text. Everything else is read as another text. */
function toCode(node: unknown): 'wrong-type' | 'invalid-yaml' | 'altered-text' {
  if (isAlias(node) || ((isScalar(node) || isCollection(node)) && node.tag !== undefined)) return 'invalid-yaml';
  return isCollection(node) ? 'wrong-type' : 'altered-text';
}

/** Walks through a tree with its schema. */
function findTexts(node: unknown, schema: z.ZodType, field: FieldPath, replace: OwnText['replace']): OwnText[] {
  const isSpread = isMap(node) && getKeys(schema, []).some((key) => node.has(key));
  if (isOwnText(schema) && !isSpread) return [{ node, field, replace }];
  if (!isMap(node) && !isSeq(node)) return [];
  return node.items.flatMap((item, index) => {
    const pair = isMap(node) ? node.items[index] : undefined;
    const key = pair ? (isScalar(pair.key) ? String(pair.key.value) : undefined) : index;
    const inner = key === undefined ? undefined : getInner(schema, key);
    if (!inner || key === undefined) return [];
    const put = (value: Scalar) => void (pair ? (pair.value = value) : (node.items[index] = value as never));
    return findTexts(pair ? pair.value : item, inner, [...field, key], put);
  });
}

function toPlace(yaml: string, start: number, end: number): Place {
  // The range of a set of keys reaches into the next line.
  const raw = yaml.slice(start, end).trimEnd();
  const rawEnd = start + raw.length;
  const lineEnd = yaml.indexOf('\n', rawEnd);
  return {
    head: yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start),
    raw,
    rest: yaml.slice(rawEnd, lineEnd < 0 ? yaml.length : lineEnd),
  };
}

function findAlteration(node: unknown, isEntry: boolean, place: Place): Alteration | undefined {
  if (isAlias(node)) return explainMark(place);
  if (isCollection(node) && node.tag !== undefined) return explainMark(place);
  if (isCollection(node)) return isMeantAsText(node, isEntry, place.raw) ? explainCollection(place) : undefined;
  if (!isScalar(node)) return undefined;
  if (node.type === Scalar.PLAIN) return findPlainAlteration(node, place);
  if (node.anchor !== undefined || node.tag !== undefined) return explainMark(place);
  if (node.type === Scalar.QUOTE_DOUBLE) return findEscape(place) ?? findHashTag(String(node.value), place);
  return node.type === Scalar.QUOTE_SINGLE ? findHashTag(String(node.value), place) : undefined;
}

/** `[UPDATED]`, or `- Minister: we will pay`. A value spread over lines, or with references, is not a headline. */
function isMeantAsText(node: YAMLMap | YAMLSeq, isEntry: boolean, raw: string): boolean {
  if (node.anchor !== undefined || /[\n*]./u.test(raw)) return false;
  return Boolean(node.flow) || (isEntry && isMap(node) && node.items.length === 1);
}

function findPlainAlteration({ source = '', value, anchor, tag }: Scalar, place: Place): Alteration | undefined {
  const { head, rest } = place;
  const text = String(value ?? '');
  // A remark in place of a missing text is a comment. A word directly after the sign is the text.
  const comment = (source === '' ? /^\s*#\S.*$/u : /^[ \t]+#.*$/u).exec(rest)?.[0] ?? '';
  if (anchor !== undefined || tag !== undefined)
    return explainMark({ ...place, raw: place.raw + comment, rest: rest.slice(comment.length) });
  if (comment !== '') {
    const meant = (text + comment).trim();
    const gap = /\s$/u.test(head) ? '' : ' ';
    return {
      meant,
      message: `\`${comment.trim()}\` would be lost: in YAML a \`#\` after a space starts a comment.`,
      hint: `${toWriteHint(head + gap + quoteText(meant))} If it is a comment, put it on its own line.`,
    };
  }
  if (/^(?:~|null|Null|NULL)$/u.test(source)) {
    const hint = `Delete the line, or write \`${toLine(place, source)}\` if you mean the word.`;
    return { meant: source, message: `YAML reads \`${source}\` as no value.`, hint };
  }
  return findJoinedLine(text, place) ?? findHashTag(text, place);
}

/** A dash indented further than the text above it is part of that text. */
function findJoinedLine(meant: string, { head, raw }: Place): Alteration | undefined {
  const joined = /\n\s*(?<line>- .*)/u.exec(raw)?.groups?.['line'];
  if (joined === undefined) return undefined;
  const message = `YAML joins the line \`${joined}\` to the text above it.`;
  return { meant, message, hint: `Indent it like the line above: \`${/^\s*/u.exec(head)?.[0]}${joined}\`.` };
}

/** A hashtag after a comma is a comment, too. */
function findHashTag(meant: string, { rest }: Place): Alteration | undefined {
  const dropped = /^[ \t]*,[ \t]*(?<tag>#[^\s#].*)$/u.exec(rest)?.groups?.['tag'];
  if (dropped === undefined) return undefined;
  const message = `\`${dropped}\` would be lost: in YAML a \`#\` after a space starts a comment.`;
  return { meant, message, hint: toWriteHint(quoteText(dropped)) };
}

/** `&amp`, `!important` and `*bold*` have a meaning in YAML. */
function explainMark({ head, raw, rest }: Place): Alteration {
  const marks = /(?<=^|[\s[{,])(?:[&!]\S*(?:[ \t]+|$))+$/u.exec(head)?.[0] ?? '';
  const meant = marks + raw;
  const message = `\`${(marks || raw).trim()}\` would be lost: at the start of a text it has a special meaning in YAML.`;
  return {
    meant,
    message,
    hint: toWriteHint(toLine({ head: head.slice(0, head.length - marks.length), raw, rest }, meant)),
  };
}

function explainCollection(place: Place): Alteration {
  const raw = place.raw.trim();
  const what = raw.startsWith('[') ? 'a list' : 'a key with a value';
  const message = `YAML reads \`${raw.length > 60 ? `${raw.slice(0, 59)}…` : raw}\` as ${what} instead of text.`;
  return { meant: raw, message, hint: toWriteHint(toLine({ ...place, rest: place.rest.trimEnd() }, raw)) };
}

/** `"C:\new"` contains a line end. */
function findEscape(place: Place): Alteration | undefined {
  const inner = place.raw.slice(1, -1);
  const escape = /(?<![\s\\])(?:\\\\)*(?<escape>\\(?:[tnrNLP_](?=[\p{L}\p{N}])|[abvfe](?=\p{L})))/u.exec(inner)
    ?.groups?.['escape'];
  if (escape === undefined) return undefined;
  const meant = inner.replace(/\\(["\\/])/gu, '$1');
  const message = `YAML reads \`${escape}\` in double quotation marks as an invisible character.`;
  return { meant, message, hint: `${toWriteHint(toLine(place, meant))} If you mean a line break, write a space.` };
}

/** Returns the whole line, with the value replaced by a quoted text. */
function toLine({ head, rest }: Place, meant: string): string {
  return head + quoteText(meant) + rest;
}
