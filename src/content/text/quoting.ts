/**
 * Quotes a text so that YAML keeps every character of it.
 *
 * @example quoteText('Flood: the river rose') // '"Flood: the river rose"'
 * @example quoteText('"Yes," she says') // '\'"Yes," she says\''
 */
export function quoteText(text: string): string {
  return /["\\]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Quotes the text that was most likely meant by a value that YAML cannot read. */
export function quoteMeant(value: string): string {
  const mark = value[0];
  if (mark !== '"' && mark !== "'") return quoteText(value);
  const inner = value.slice(1, -1);
  const isWrapped = value.length > 1 && value.endsWith(mark) && !endsEarly(inner, mark);
  if (isWrapped) return quoteText(mark === "'" ? inner.replaceAll("''", "'") : inner);
  const isUnclosed = mark === '"' && !value.slice(1).includes(mark);
  return quoteText(isUnclosed ? value.slice(1) : value);
}

/** Returns whether the first quotation mark within a text closes the one before it: `Yes" and "No`. */
function endsEarly(inner: string, mark: string): boolean {
  const first = inner.indexOf(mark);
  return first > 0 && /\S/u.test(inner[first - 1] ?? '') && /[\s,.;:!?]/u.test(inner[first + 1] ?? '');
}

/**
 * Quotes the texts of a list or mapping on one line where they need it, and closes it.
 *
 * @returns undefined when something follows its last bracket, as in a headline that starts with one
 * @example quoteFlow('[flood, #metoo') // '[flood, "#metoo"]'
 */
export function quoteFlow(value: string): string | undefined {
  // This many brackets are an attack or an accident.
  if (value.split(/[[{]/u).length > 20) return undefined;
  const reader = { text: value, at: 0 };
  const flow = readFlow(reader);
  return /^[\]}\s]*$/u.test(value.slice(reader.at)) ? flow : undefined;
}

interface FlowReader {
  readonly text: string;
  at: number;
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

function readFlow(reader: FlowReader): string {
  const open = reader.text[reader.at] ?? '';
  const close = closers[open] ?? '';
  const pad = open === '{' ? ' ' : '';
  const items: string[] = [];
  reader.at += 1;
  while (reader.at < reader.text.length) {
    items.push(readItem(reader, open === '{'));
    const end = reader.text[reader.at];
    reader.at += 1;
    if (end === close) break;
  }
  return `${open}${pad}${items.filter(Boolean).join(', ')}${pad}${close}`;
}

/** Reads up to a comma or a closing bracket, which is not consumed. */
function readItem(reader: FlowReader, isMap: boolean): string {
  const key = isMap ? readMatch(reader, /\s*[\w-]+\s*:\s*/uy).trim() : '';
  readMatch(reader, /\s*/uy);
  const item = closers[reader.text[reader.at] ?? ''] ? readFlow(reader) : toFlowText(readText(reader).trim());
  readMatch(reader, /\s*/uy);
  return key ? `${key} ${item}` : item;
}

function readText(reader: FlowReader): string {
  return readMatch(reader, /"(?:[^"\\]|\\.)*"(?=\s*[,\]}])|'(?:[^']|'')*'(?=\s*[,\]}])|[^,\]}]*/uy);
}

function readMatch(reader: FlowReader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? '';
  reader.at += found.length;
  return found;
}

function toFlowText(text: string): string {
  if (/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/u.test(text)) return text;
  return /^[#@`%*&!|>"'?-]|\s#|:(?:\s|$)/u.test(text) ? quoteMeant(text) : text;
}
