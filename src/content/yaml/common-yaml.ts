/** A value in which every scalar is the text that was written. */
type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** Text with the place up to which it has been read. */
interface Reader {
  readonly lines: string[];
  /** Index of a line. */
  at: number;
}

interface Cursor {
  readonly text: string;
  /** Index of a UTF-16 unit. */
  at: number;
  /** The number of open brackets. */
  depth: number;
}

/** Brackets inside one another, far more than any front matter has. */
const maxDepth = 10;

/**
 * Reads YAML in the form that nearly all front matter has: keys with plain or quoted texts, lists and sets of keys, in
 * brackets or indented, and texts folded with `>-`. `yaml` takes twenty times as long.
 *
 * @returns the value that `parseYaml` gives for it; undefined for anything else, be it rare, wrong or only doubtful
 */
export function readCommonYaml(yaml: string): Readonly<Record<string, unknown>> | undefined {
  if (rare.test(yaml)) return undefined;
  const reader: Reader = { lines: yaml.replace(/\n$/u, '').split('\n'), at: 0 };
  const value = readMap(reader, 0);
  return reader.at === reader.lines.length ? value : undefined;
}

/** Control and invisible characters, comments, empty lines, and spaces at the end of a line. */
// oxlint-disable-next-line no-control-regex
const rare = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|(?:^|\s)#|^\n|\n\n| \n| $/u;

const blockKey = /^(?<key>[A-Za-z][\w-]{0,99}):(?: (?<rest>\S.*))?$/u;

/** Returns the number of spaces before the next line's text, −1 at the end. */
function getIndent({ lines, at }: Reader): number {
  return lines[at]?.search(/[^ ]/u) ?? -1;
}

function isItem({ lines, at }: Reader): boolean {
  return /^ *- /u.test(lines[at] ?? '');
}

function readMap(reader: Reader, indent: number): Readonly<Record<string, Value>> | undefined {
  const map: Record<string, Value> = {};
  while (getIndent(reader) === indent && !isItem(reader)) {
    const { key, rest } = blockKey.exec(reader.lines[reader.at]?.slice(indent) ?? '')?.groups ?? {};
    if (key === undefined || Object.hasOwn(map, key)) return undefined;
    reader.at += 1;
    const value = rest === undefined ? readBelow(reader, indent) : readBeside(reader, indent, rest);
    if (value === undefined) return undefined;
    map[key] = value;
  }
  return getIndent(reader) > indent ? undefined : map;
}

/** Reads the lines below a key without a value. A list need not be indented. */
function readBelow(reader: Reader, indent: number): Value | undefined {
  const inner = getIndent(reader);
  if (isItem(reader)) return inner >= indent ? readList(reader, inner) : undefined;
  return inner > indent ? readMap(reader, inner) : undefined;
}

function readBeside(reader: Reader, indent: number, text: string): Value | undefined {
  return text === '>-' ? readFolded(reader, indent) : readText(text);
}

function readList(reader: Reader, indent: number): readonly Value[] | undefined {
  const list: Value[] = [];
  while (getIndent(reader) === indent && isItem(reader)) {
    const value = readItem(reader, indent + 2);
    if (value === undefined) return undefined;
    list.push(value);
  }
  return getIndent(reader) > indent ? undefined : list;
}

/** Reads an item of a list. A set of keys may start beside its dash. */
function readItem(reader: Reader, indent: number): Value | undefined {
  const text = reader.lines[reader.at]?.slice(indent) ?? '';
  if (blockKey.test(text)) {
    reader.lines[reader.at] = ' '.repeat(indent) + text;
    return readMap(reader, indent);
  }
  reader.at += 1;
  return readText(text);
}

function readFolded(reader: Reader, indent: number): string | undefined {
  const inner = getIndent(reader);
  const texts: string[] = [];
  for (; getIndent(reader) > indent; reader.at += 1) {
    if (getIndent(reader) !== inner) return undefined;
    texts.push(reader.lines[reader.at]?.slice(inner) ?? '');
  }
  return texts.length > 0 ? texts.join(' ') : undefined;
}

/** Signs at the start of a plain text have a meaning in YAML, and so has a colon at the end of a word. */
const blockPlain = /^(?:-(?=\d)|[^-\s?:,[\]{}#&*!|>'"%@`~])(?:[^:]|:(?=\S))*$/u;

/** Reads a value that is on one line. */
function readText(text: string): Value | undefined {
  if (!/^["'[{]/u.test(text)) return blockPlain.test(text) ? notNull(text) : undefined;
  const cursor: Cursor = { text, at: 0, depth: 0 };
  const value = readFlow(cursor);
  return cursor.at === text.length ? value : undefined;
}

function notNull(text: string): string | undefined {
  return /^null$/iu.test(text) ? undefined : text;
}

const flowStart = /[[{] */uy;
const flowNext = / *, */uy;
const flowEnd = / *[\]}]/uy;
const flowKey = /([A-Za-z][\w-]{0,99}): +/uy;
const flowPlain = /((?:-(?=\d)|[^-\s?:,[\]{}#&*!|>'"%@`~])[^:,[\]{}]*(?<! ))/uy;
const doubleQuoted = /"([^"\\]*)"/uy;
const singleQuoted = /'([^']*)'/uy;

/** Moves a cursor past what an expression finds there, and returns its group or all of it. */
function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (!match) return undefined;
  cursor.at = pattern.lastIndex;
  return match[1] ?? match[0];
}

function readFlow(cursor: Cursor): Value | undefined {
  if (cursor.text[cursor.at] === '[') return readFlowList(cursor);
  if (cursor.text[cursor.at] === '{') return readFlowMap(cursor);
  const text = take(cursor, doubleQuoted) ?? take(cursor, singleQuoted);
  if (text !== undefined) return text;
  return notNull(take(cursor, flowPlain) ?? 'null');
}

function readFlowList(cursor: Cursor): readonly Value[] | undefined {
  const list: Value[] = [];
  return readEntries(cursor, ']', () => {
    const value = readFlow(cursor);
    if (value !== undefined) list.push(value);
    return value;
  })
    ? list
    : undefined;
}

function readFlowMap(cursor: Cursor): Readonly<Record<string, Value>> | undefined {
  const map: Record<string, Value> = {};
  return readEntries(cursor, '}', () => {
    const key = take(cursor, flowKey);
    const value = key === undefined || Object.hasOwn(map, key) ? undefined : readFlow(cursor);
    return key === undefined || value === undefined ? undefined : (map[key] = value);
  })
    ? map
    : undefined;
}

/** Reads entries with commas between them, and returns whether all could be read up to the bracket that ends them. */
function readEntries(cursor: Cursor, bracket: string, readEntry: () => Value | undefined): boolean {
  take(cursor, flowStart);
  cursor.depth += 1;
  if (cursor.depth > maxDepth) return false;
  if (cursor.text[cursor.at] !== bracket)
    do {
      if (readEntry() === undefined) return false;
    } while (take(cursor, flowNext) !== undefined);
  cursor.depth -= 1;
  return take(cursor, flowEnd)?.trimStart() === bracket;
}
