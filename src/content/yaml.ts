import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { toIssue, type FieldPath, type Issue } from '../core/issue.ts';
import { checkPlainValue } from './plain-value.ts';

/** A YAML text and where in its file it starts. */
export interface YamlText {
  readonly file: string;
  readonly yaml: string;
  /** 1-based line of the file on which the YAML starts. */
  readonly yamlLine: number;
}

/** Aliases that one document may resolve: enough for people, too few for a bomb. */
const maxAliasCount = 50;

/**
 * Reads YAML 1.2 with the core schema: `NO` is a text, dates are texts, a key stands once.
 *
 * @returns the value (an empty document is an empty object) or what is wrong with it
 */
export function parseYaml({ file, yaml, yamlLine }: YamlText): { value: unknown } | { issues: readonly Issue[] } {
  const lines = new LineCounter();
  const document = parse(yaml, lines);
  // A warning is of a tag that nothing reads, such as `!!js/function`: what was meant is not what would be taken.
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    return {
      issues: problems.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return toIssue({
          code: 'invalid-yaml',
          message: `The YAML cannot be read: ${toSentence(error.message)}`,
          hint:
            hints[error.code] ??
            'Texts with `: `, ` #` or a quotation mark at the start need quotation marks around them.',
          file,
          line: line + yamlLine - 1,
          column: col,
        });
      }),
    };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount }) ?? {};
    const issues = checkPlainValue(value, file);
    return issues.length > 0 ? { issues } : { value };
  } catch (error) {
    const message = `The YAML cannot be read: ${toSentence(error instanceof Error ? error.message : String(error))}`;
    const hint = 'Write the values out instead of referring to them with `*`.';
    return { issues: [toIssue({ code: 'invalid-yaml', message, hint, file, line: yamlLine, column: 1 })] };
  }
}

const hints: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  TAB_AS_INDENT: 'Indent with spaces.',
  TAG_RESOLVE_FAILED:
    'Delete the word with the exclamation mark: values here are texts, numbers, lists and sets of keys.',
};

function toSentence(message: string): string {
  return `${message.replace(/\.?\s*$/u, '')}.`;
}

function parse(yaml: string, lineCounter: LineCounter): Document {
  // Warnings would go to the terminal by themselves; the schema refuses what they warn of.
  const options = { version: '1.2', schema: 'core', strict: true, prettyErrors: false, logLevel: 'error' } as const;
  if (yaml === yaml.normalize('NFC')) return parseDocument(yaml, { ...options, lineCounter });
  const document = parseDocument(yaml, { ...options, lineCounter, uniqueKeys: isSameName });
  visit(document, { Pair: (_, { key }) => void (isScalar(key) && (key.value = toName(key.value))) });
  return document;
}

function isSameName(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && toName(a.value) === toName(b.value);
}

/** Puts the name of a key into NFC: it may be an id, which others write with composed accents. */
function toName(key: unknown): unknown {
  return typeof key === 'string' ? key.normalize('NFC') : key;
}

/** A place in a file, both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds where a field stands: its value, or its key with `atKey`; as near as the document goes when it is missing. */
export type FieldLocator = (field: FieldPath, atKey: boolean) => Position;

/** Reads a document once more, this time for the positions of its fields. */
export function createFieldLocator({ yaml, yamlLine }: YamlText): FieldLocator {
  const lines = new LineCounter();
  const { contents } = parse(yaml, lines);
  const find = createStepper();
  return (field, atKey) => {
    let node: unknown = contents;
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

/** Finds entries of maps and lists; the keys of a map are looked through once. */
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
