import { isMap, isScalar, isSeq, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { toIssue, type FieldPath, type Issue } from '../../core/issue.ts';
import { checkAlteredTexts } from './altered-texts.ts';
import { checkUnsafeValues } from './unsafe-values.ts';
import { isFatal, openYaml, type OpenYaml } from './yaml-document.ts';
import { repairYaml, type Repair } from './yaml-repair.ts';

/** A YAML text and where in its file it starts. */
export interface YamlText {
  readonly file: string;
  readonly yaml: string;
  /** 1-based line of the file on which the YAML starts. */
  readonly yamlLine: number;
}

/** The value of a YAML text, as far as it can be read. */
export interface ParsedYaml {
  /** Undefined if nothing can be read. An empty document is an empty object. */
  readonly value?: unknown;
  /** Whether unreadable lines were left out: a missing key may be in one of them. */
  readonly isPartial: boolean;
  readonly issues: readonly Issue[];
}

/** Aliases that one document may resolve: enough for people, too few for a YAML bomb. */
const maxAliasCount = 50;

/**
 * Parses YAML. Every value is the text that was written, and a key without a value is undefined. Unreadable lines are
 * issues that say what to write, and are read as what they must have meant.
 *
 * @param schema tells which values are texts of people's own: YAML must not change a character of them
 */
export function parseYaml(source: YamlText, schema?: z.ZodType): ParsedYaml {
  const { opened, repairs } = openRepaired(source.yaml);
  const { document } = opened;
  const unread = [
    ...repairs.map((repair) => explainRepair(repair, source)),
    ...document.errors.map((error) => explainError(error, opened, source)),
  ];
  const isPartial = repairs.some(({ isLeftOut }) => isLeftOut);
  if (document.errors.some(isFatal)) return { isPartial, issues: unread };
  const altered = schema ? checkAlteredTexts(opened, schema, source) : [];
  const own = new Set(altered.map(({ line }) => line));
  // A warning is about an unknown tag, such as `!!js/function`: the value that would be read is not the one that was
  // meant.
  const tags = document.warnings.map((error) => explainError(error, opened, source));
  const found = [...unread, ...altered, ...tags.filter(({ line }) => !own.has(line))];
  unsetNulls(opened);
  try {
    const value: unknown = document.toJS({ maxAliasCount }) ?? {};
    const refused = checkUnsafeValues(value, source.file);
    return refused.length > 0 ? { isPartial, issues: [...found, ...refused] } : { value, isPartial, issues: found };
  } catch (error) {
    return { isPartial, issues: [...found, explainAlias(error, source)] };
  }
}

/** Opens a YAML text with its unreadable lines repaired. */
function openRepaired(yaml: string): { readonly opened: OpenYaml; readonly repairs: readonly Repair[] } {
  const opened = openYaml(yaml);
  const { contents, errors } = opened.document;
  // A file that is a single bare text has lost its colons.
  if (!errors.some(isFatal) && !(isScalar(contents) && contents.value !== '')) return { opened, repairs: [] };
  const repaired = repairYaml(yaml);
  return { opened: openYaml(repaired.yaml), repairs: repaired.repairs };
}

function explainRepair({ at, column, message, hint }: Repair, { file, yamlLine }: YamlText): Issue {
  return toIssue({ code: 'invalid-yaml', message, hint, file, line: at + yamlLine, column });
}

function explainError(error: YAMLError, { lines }: OpenYaml, { file, yamlLine }: YamlText): Issue {
  const { line, col } = lines.linePos(error.pos[0]);
  const isTwice = error.code === 'DUPLICATE_KEY';
  return toIssue({
    code: 'invalid-yaml',
    message: isTwice ? 'The key appears twice.' : `The YAML cannot be read: ${toSentence(error.message)}`,
    hint:
      hints[error.code] ??
      'Put quotation marks around text that contains `: ` or ` #` or starts with a quotation mark.',
    file,
    line: line + yamlLine - 1,
    column: col,
  });
}

const hints: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  TAG_RESOLVE_FAILED: 'Delete the word with the exclamation mark: a value is text, a number, a list or a set of keys.',
};

function explainAlias(error: unknown, { file, yamlLine }: YamlText): Issue {
  const message = `The YAML cannot be read: ${toSentence(error instanceof Error ? error.message : String(error))}`;
  const hint = 'Write the values out instead of referring to them with `*`.';
  return toIssue({ code: 'invalid-yaml', message, hint, file, line: yamlLine, column: 1 });
}

function toSentence(message: string): string {
  return `${message.replace(/\.?\s*$/u, '')}.`;
}

/** A key without a value, or with `null` or `~`, counts as absent. */
function unsetNulls({ document }: OpenYaml): void {
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && node.type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/u.test(node.source ?? ''))
        node.value = undefined;
    },
  });
}

/** A place in a file, both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the position of a field's value, or of its key with `atKey`. If the field is missing, returns its nearest
 * parent.
 */
export type FieldLocator = (field: FieldPath, atKey: boolean) => Position;

/** Parses a document once more, this time for the positions of its fields. */
export function createFieldLocator({ yaml, yamlLine }: YamlText): FieldLocator {
  const { document, lines } = openRepaired(yaml).opened;
  const find = createStepper();
  return (field, atKey) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const [depth, segment] of field.entries()) {
      const step = find(node, segment);
      if (!step) break;
      const isLast = depth === field.length - 1;
      node = step.value;
      offset = (isLast && atKey ? step.keyOffset : undefined) ?? getOffset(step.value) ?? step.keyOffset ?? offset;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + yamlLine - 1, column: Math.max(col, 1) };
  };
}

interface Step {
  readonly value: unknown;
  readonly keyOffset?: number | undefined;
}

/** Finds entries of maps and lists. The keys of a map are indexed once. */
function createStepper(): (node: unknown, segment: string | number) => Step | undefined {
  const maps = new Map<unknown, ReadonlyMap<string, Step>>();
  return (node, segment) => {
    if (isSeq(node) && typeof segment === 'number') {
      const value = node.items[segment];
      return value === undefined ? undefined : { value };
    }
    if (!isMap(node)) return undefined;
    const steps = maps.get(node) ?? new Map(node.items.flatMap(({ key, value }) => toStep(key, value)));
    maps.set(node, steps);
    return steps.get(String(segment));
  };
}

function toStep(key: unknown, value: unknown): [string, Step][] {
  return isScalar(key) ? [[String(key.value), { value, keyOffset: getOffset(key) }]] : [];
}

function getOffset(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;
}
