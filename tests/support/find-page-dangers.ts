import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Element, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { settingsScript } from '../../src/reader/storage.client.ts';

/** Attributes that link to an address or load one. */
const addresses = new Set(
  'href src action formAction xLinkHref data poster background ping cite manifest code codeBase dynsrc lowsrc'.split(
    ' ',
  ),
);

/** Elements that no page of ours has. */
const foreign = new Set(
  'iframe frame frameset object embed applet base portal marquee template noscript plaintext xmp listing math foreignObject set animate'.split(
    ' ',
  ),
);

/** Scripts that hold data: a browser runs none of them. */
const dataTypes = new Set(['application/ld+json', 'application/json', 'speculationrules']);

/** Only remark's processor is used: rehype-parse replaces its parser. */
const processor = remark().use(rehypeParse).freeze();

/** A page as a reader's browser parses it. */
export interface ParsedPage {
  readonly tree: Root;
  /** Everything that could run or load something that is not ours. */
  readonly dangers: readonly string[];
}

/**
 * Reads a whole page as a browser does and lists every event handler, script address, foreign script and foreign
 * element.
 */
export function parsePage(html: string): ParsedPage {
  const tree = processor.parse(html) as unknown as Root;
  const dangers: string[] = [];
  visit(tree as RootContent | Root, 'element', (node: Element) => {
    dangers.push(...findInElement(node));
  });
  return { tree, dangers };
}

function findInElement(node: Element): string[] {
  const { tagName, properties } = node;
  const dangers = foreign.has(tagName) ? [`<${tagName}>`] : [];
  for (const [name, value] of Object.entries(properties)) {
    const text = String(value);
    if (/^on/iu.test(name) || name === 'style' || /^srcdoc$/iu.test(name)) dangers.push(`${name}="${text}"`);
    if (addresses.has(name) && !isHarmless(text)) dangers.push(`${name}="${text}"`);
  }
  if (tagName === 'meta' && /refresh/iu.test(String(properties['httpEquiv']))) {
    dangers.push(`refresh ${toRoot(String(properties['content']))}`);
  }
  if (tagName === 'script') dangers.push(...findInScript(node));
  return dangers;
}

/** Returns `/regions/` for a page that redirects within it at once. */
function toRoot(content: string): string {
  return /^0; url=(?<root>\/\w+\/)[\w-]+\/$/u.exec(content)?.groups?.['root'] ?? content;
}

function isHarmless(address: string): boolean {
  const page = 'https://host.example/a/';
  return !URL.canParse(address, page) || /^(?:https?|mailto|tel):$/u.test(new URL(address, page).protocol);
}

function findInScript({ properties, children }: Element): string[] {
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const { type, src } = properties;
  if (typeof type === 'string' && dataTypes.has(type)) return isJson(text) && src === undefined ? [] : [`data ${text}`];
  const isOwn = typeof src === 'string' ? /^\/assets\/[\w.-]+\.js$/u.test(src) && text === '' : text === settingsScript;
  return isOwn ? [] : [`script ${String(src)} ${text}`];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true, processEntities: true });

/**
 * Reads a feed, a sitemap or a drawing as XML and lists anything that is not well-formed, and every script, handler and
 * script address.
 */
export function findXmlDangers(xml: string): readonly string[] {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return [`not well-formed: ${valid.err.msg} (line ${valid.err.line})`];
  return findInNodes(parser.parse(xml) as XmlNodes);
}

type XmlNodes = readonly Readonly<Record<string, unknown>>[];

function findInNodes(nodes: XmlNodes): string[] {
  return nodes.flatMap((node) => {
    const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>);
    const inAttributes = attributes.flatMap(([name, value]) => {
      const plain = name.replace(/^@_(?:\w+:)?/u, '');
      const isAddress = ['href', 'src', 'url', 'htmlUrl', 'xmlUrl'].includes(plain);
      return /^on/iu.test(plain) || (isAddress && !isHarmless(value)) ? [`${plain}="${value}"`] : [];
    });
    const inside = Object.entries(node).flatMap(([name, children]) => {
      if (name === ':@' || !Array.isArray(children)) return [];
      const text = (children as XmlNodes).map((child) => String(child['#text'] ?? '')).join('');
      const isForeign = /^(?:\w+:)?(?:script|iframe|foreignObject|set|animate)$/iu.test(name);
      const isBadLink = ['link', 'loc', 'guid', 'id', 'uri'].includes(name) && text !== '' && !isHarmless(text);
      return [
        ...(isForeign || name === '?xml-stylesheet' ? [`<${name}>`] : []),
        ...(isBadLink ? [`${name} ${text}`] : []),
        ...findInNodes(children as XmlNodes),
      ];
    });
    return [...inAttributes, ...inside];
  });
}

/** Returns the text of the first element of a name as a reader sees it, white space folded. */
export function toShownText(tree: Root, tagName: string): string {
  let text: string | undefined;
  visit(tree as RootContent | Root, 'element', (node: Element) => {
    if (node.tagName === tagName) text ??= toString(node);
  });
  return (text ?? '').replace(/\s+/gu, ' ').trim();
}
