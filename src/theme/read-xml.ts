/** An element of an XML file. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and texts inside it, in order. */
  readonly children: readonly (XmlElement | string)[];
  /** The position of its first character in the file. */
  readonly at: number;
}

/** An element that is being read. */
interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The reason why a file cannot be read, and its position. */
export interface XmlProblem {
  readonly problem: string;
  readonly at: number;
}

/** One part of a file: a tag, a text, or something without meaning, such as a comment. */
const token =
  /<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*>|<!\[CDATA\[(?<data>[^]*?)\]\]>|<\/(?<close>[\w:.-]+)\s*>|<(?<open>[\w:.-]+)(?<rest>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<words>[^<]+)/uy;

/** Real files have a dozen levels. Renderers give up at a thousand. */
const mostLevels = 50;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Reads an XML file into a tree. It may declare no entities, which could make a few bytes grow to gigabytes. */
export function readXml(source: string): XmlElement | XmlProblem {
  const document: OpenElement = { name: '', attributes: new Map(), children: [], at: 0 };
  const open = [document];
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  for (let at = start; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(source)?.groups;
    if (!found) return { problem: explain(source, at), at };
    const inside = open.at(-1) ?? document;
    const { data, close, open: name, rest = '', empty, words } = found;
    if (data !== undefined) inside.children.push(data);
    if (words !== undefined) inside.children.push(decode(words));
    if (close !== undefined) {
      if (inside.name !== close) return { problem: `\`</${close}>\` without its beginning`, at };
      open.pop();
    }
    if (name === undefined) continue;
    const element: OpenElement = { name, attributes: readAttributes(rest), children: [], at };
    inside.children.push(element);
    if (empty !== '/') open.push(element);
    if (open.length > mostLevels) return { problem: `more than ${mostLevels} elements inside one another`, at };
  }
  const unclosed = open.at(-1);
  if (unclosed && unclosed !== document) return { problem: `\`<${unclosed.name}>\` without its end`, at: unclosed.at };
  const root = document.children.find((child) => typeof child !== 'string');
  return root ?? { problem: 'no elements', at: 0 };
}

/** Names what is at a position where no part of a file begins. */
function explain(source: string, at: number): string {
  return source.startsWith('<!', at) ? 'a document type or entity' : 'something that is not XML';
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/(?<name>[\w:.-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu);
  return new Map(
    [...found].map(({ groups = {} }) => [groups['name'] ?? '', decode(groups['double'] ?? groups['single'] ?? '')]),
  );
}

/** Replaces the entities of XML by their characters. An unknown one stays as it is written. */
function decode(text: string): string {
  return text.replaceAll(/&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z]+));/giu, (whole, ...rest) => {
    const { decimal, hex, name = '' }: Record<string, string | undefined> = rest.at(-1);
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (Number.isNaN(code)) return entities.get(name) ?? whole;
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
