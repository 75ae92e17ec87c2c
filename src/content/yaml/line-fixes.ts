import { contractKeys } from '../schema/contract-keys.ts';
import { quoteFlow, quoteMeant, quoteText } from '../text/quoting.ts';

/** A correction of a line that YAML cannot read. */
export interface Fix {
  /** All lines with the fix applied, as many as before. */
  readonly lines: readonly string[];
  /** 0-based index of the line that was wrong. */
  readonly at: number;
  /** 1-based. */
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

/** Tries one fix on one line. Undefined if it does not apply. */
export type FixFinder = (lines: readonly string[], at: number) => Fix | undefined;

/** A line split into the part before its value, and the value. */
interface Entry {
  readonly head: string;
  readonly value: string;
}

/** Reads `key: value`, `- value` and `- key: value`. */
function readEntry(line: string): Entry | undefined {
  const groups = /^(?<head>\s*(?:- +)*(?:[\p{L}\p{N}_-]+ *:[ \t]+)?)(?<value>\S.*?)\s*$/u.exec(line)?.groups;
  const { head = '', value = '' } = groups ?? {};
  return head.trim() === '' ? undefined : { head, value };
}

/** The fixes in the order in which they are tried on a line, the most certain first. */
export const fixFinders: readonly FixFinder[] = [
  dropMarker,
  indentWithSpaces,
  completeKey,
  separateDash,
  quoteItems,
  quoteValue,
  // Fixes that join or move lines come last, because they change more than one line.
  alignWithSibling,
  joinLines,
];

/** Puts a whole line into a hint, at its end, because other suggestions may follow. */
export function toWriteHint(line: string): string {
  return `Write \`${line.trim()}\`.`;
}

function replaceLine(lines: readonly string[], at: number, line: string): readonly string[] {
  return lines.with(at, line);
}

/** `...` and `---` end a YAML document, and a merge leaves markers behind. */
function dropMarker(lines: readonly string[], at: number): Fix | undefined {
  const marker = /^(?:\.{3}|---)\s*$|^(?:<{7}|={7}|>{7})(?=\s|$)/u.exec(lines[at] ?? '')?.[0].trim();
  if (marker === undefined) return undefined;
  const message =
    marker.length === 3
      ? `The line \`${marker}\` ends the YAML: everything below it would be lost.`
      : `The line that starts with \`${marker}\` was left behind by a merge.`;
  const hint = marker.length === 3 ? 'Delete the line.' : 'Keep one of the two versions, and delete the line.';
  return { lines: replaceLine(lines, at, ''), at, column: 1, message, hint };
}

function indentWithSpaces(lines: readonly string[], at: number): Fix | undefined {
  if (!/^ *\t/u.test(lines[at] ?? '')) return undefined;
  const cured = lines.map((line) => line.replace(/^[ \t]+/u, (indent) => indent.replaceAll('\t', '  ')));
  const message = 'The line is indented with a tab.';
  return { lines: cured, at, column: 1, message, hint: `Indent with spaces: \`${cured[at]}\`.` };
}

/** `title Flood`, `title:Flood`, `title=Flood`, a full-width colon, a space that YAML does not accept. */
function completeKey(lines: readonly string[], at: number): Fix | undefined {
  const pattern = /^(?<lead>\s*(?:- +)*)(?<key>[\w-]+)(?:\s*[:：=]\s*|\s+)(?<value>.*)$/u;
  const { lead = '', key = '', value = '' } = pattern.exec(lines[at] ?? '')?.groups ?? {};
  const known = contractKeys.has(key) ? key : contractKeys.has(key.toLowerCase()) ? key.toLowerCase() : undefined;
  const line = `${lead}${known}: ${needsQuotes(value) ? quoteMeant(value) : value}`;
  if (known === undefined || line === lines[at] || /^\s*(?:- +)*[\w-]+:(?: |$)/u.test(lines[at] ?? ''))
    return undefined;
  const message = `\`${key}\` must be followed by a colon and a space.`;
  return { lines: replaceLine(lines, at, line), at, column: lead.length + 1, message, hint: toWriteHint(line) };
}

function needsQuotes(value: string): boolean {
  return /: | #|^[@`%*&!|>?,\]}#]/u.test(value);
}

function separateDash(lines: readonly string[], at: number): Fix | undefined {
  const { lead = '', value = '' } = /^(?<lead>\s*)-(?<value>[^\s-].*)$/u.exec(lines[at] ?? '')?.groups ?? {};
  if (value === '') return undefined;
  const line = `${lead}- ${needsQuotes(value) ? quoteMeant(value) : value}`;
  const message = 'A dash must be followed by a space.';
  return { lines: replaceLine(lines, at, line), at, column: lead.length + 1, message, hint: toWriteHint(line) };
}

function quoteItems(lines: readonly string[], at: number): Fix | undefined {
  const entry = readEntry(lines[at] ?? '');
  if (!entry || !/^[[{]/u.test(entry.value)) return undefined;
  const quoted = quoteFlow(entry.value);
  if (quoted === undefined || quoted === entry.value) return undefined;
  const line = entry.head + quoted;
  const message = explainItems(entry.value);
  return { lines: replaceLine(lines, at, line), at, column: entry.head.length + 1, message, hint: toWriteHint(line) };
}

function explainItems(value: string): string {
  if (!/[\]}]$/u.test(value)) return 'The bracket at the start is never closed.';
  return /,\s*,/u.test(value)
    ? 'There is nothing between two of the commas.'
    : 'Text between these brackets needs quotation marks.';
}

function quoteValue(lines: readonly string[], at: number): Fix | undefined {
  const entry = readEntry(lines[at] ?? '');
  if (!entry) return undefined;
  const message = explainQuotes(entry.value);
  if (message === undefined) return undefined;
  const line = entry.head + quoteMeant(entry.value);
  return { lines: replaceLine(lines, at, line), at, column: entry.head.length + 1, message, hint: toWriteHint(line) };
}

function explainQuotes(value: string): string | undefined {
  const mark = value[0] ?? '';
  if (/["']/u.test(mark)) {
    if (!value.slice(1).includes(mark)) return 'The quotation mark that opens the text is never closed.';
    if (!value.endsWith(mark)) return 'Text that starts with a quote needs quotation marks around all of it.';
    return 'A quotation mark inside the text ends it too early, or a backslash in it has a special meaning.';
  }
  if (mark === '`') return 'Text that starts with a backtick needs quotation marks.';
  if (/[@%*&!|>?,[\]{}#-]/u.test(mark)) return `Text that starts with \`${mark}\` needs quotation marks.`;
  const found = /:(?= |$)| (?=#)/u.exec(value)?.[0];
  return found === undefined ? undefined : `Text with \`${found === ':' ? ': ' : ' #'}\` in it needs quotation marks.`;
}

/** Aligns a dash or a key with the one above it, or with the one below it. */
function alignWithSibling(lines: readonly string[], at: number): Fix | undefined {
  const own = lines[at] ?? '';
  const indent = getIndent(own);
  const isDash = /^\s*- /u.test(own);
  if (!isDash && !contractKeys.has(/^\s*([\w-]+): /u.exec(own)?.[1] ?? '')) return undefined;
  const isSibling = (line: string) => (isDash ? /^\s*- /u : /^\s*(?:- +)*[\w-]+:/u).test(line);
  const next = lines.slice(at + 1).find(isSibling);
  const sibling = lines.slice(0, at).findLast(isSibling) ?? next;
  const meant = sibling === undefined ? indent : getIndent(sibling, isDash);
  // The others are wrong, then.
  if (meant === indent || (next !== undefined && next !== sibling && getIndent(next, isDash) === indent))
    return undefined;
  const line = ' '.repeat(meant) + own.trimStart();
  const message = 'The line is not indented like the one it belongs to.';
  return {
    lines: shiftBlock(lines, at, meant - indent),
    at,
    column: 1,
    message,
    hint: `Indent it like this: \`${line}\`.`,
  };
}

/** Moves a line and everything indented below it. */
function shiftBlock(lines: readonly string[], at: number, by: number): readonly string[] {
  const indent = getIndent(lines[at] ?? '');
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && getIndent(line) <= indent);
  const last = end < 0 ? lines.length : at + 1 + end;
  const shift = (line: string) => ' '.repeat(Math.max(getIndent(line) + by, 0)) + line.trimStart();
  return lines.map((line, index) => (index >= at && index < last ? shift(line) : line));
}

/** Counts the characters before a key, or before a dash. */
function getIndent(line: string, isDash = true): number {
  return (isDash ? /^\s*/u : /^\s*(?:- +)*/u).exec(line)?.[0].length ?? 0;
}

/** A text that continues on the next lines. */
function joinLines(lines: readonly string[], at: number): Fix | undefined {
  const entry = readEntry(lines[at] ?? '');
  if (!entry || /^[|>[{]/u.test(entry.value)) return undefined;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() === '' || /^\s*(?:- |[\w-]+:(?:\s|$))/u.test(line));
  const more = end < 0 ? rest : rest.slice(0, end);
  if (more.length === 0) return undefined;
  const text = [entry.value, ...more.map((line) => line.trim())].join(' ');
  const line = entry.head + (/^["']/u.test(text) ? quoteMeant(text) : quoteText(text));
  const cured = [...lines.slice(0, at), line, ...more.map(() => ''), ...rest.slice(more.length)];
  const message = 'Text that continues on the next line needs quotation marks.';
  return { lines: cured, at, column: entry.head.length + 1, message, hint: toWriteHint(line) };
}
