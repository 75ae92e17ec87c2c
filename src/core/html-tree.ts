import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { find, html as schema } from 'property-information';
import { escapeHtml } from './escape.ts';
import { memoize } from './memo.ts';

/**
 * Makes an element.
 *
 * @example renderHtml([h('p', { id: 'a' }, ['Rain & snow'])]) // '<p id="a">Rain &amp; snow</p>'
 */
export function h(tagName: string, properties: Properties = {}, children: readonly Child[] = []): Element {
  return { type: 'element', tagName, properties, children: children.map(toNode) };
}

/** A child of an element: another node, or plain text. */
export type Child = ElementContent | string;

function toNode(child: Child): ElementContent {
  return typeof child === 'string' ? { type: 'text', value: child } : child;
}

/**
 * Renders nodes as HTML. This is the only place where a tree becomes text, and nothing in a text or an attribute can
 * become markup. `rehype-stringify`, which can do much more, takes five times as long.
 */
export function renderHtml(nodes: readonly RootContent[]): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === 'text') html += escapeHtml(node.value);
    if (node.type === 'element') html += renderElement(node);
  }
  return html;
}

function renderElement({ tagName, properties, children }: Element): string {
  let attributes = '';
  for (const [name, value] of Object.entries(properties)) attributes += renderAttribute(name, value);
  const start = `<${tagName}${attributes}>`;
  return voidElements.has(tagName) ? start : `${start}${renderHtml(children)}</${tagName}>`;
}

function renderAttribute(name: string, value: Properties[string]): string {
  if (value === undefined || value === null || value === false) return '';
  const attribute = toAttributeName(name);
  if (value === true) return ` ${attribute}`;
  return ` ${attribute}="${escapeHtml(Array.isArray(value) ? value.join(' ') : String(value))}"`;
}

/** `className` is `class`, `dataFootnoteRef` is `data-footnote-ref`. */
const toAttributeName = memoize((name: string) => find(schema, name).attribute);

/** Source: https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Lists the elements of a tree in the order of the text. */
export function listElements(nodes: readonly RootContent[], into: Element[] = []): readonly Element[] {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    into.push(node);
    listElements(node.children, into);
  }
  return into;
}

/** Lists the paragraphs and the list items of a text, which key points can lead to. Footnotes have their own ids. */
export function listParagraphs(tree: Root): readonly Element[] {
  return listElements(tree.children).filter(
    ({ tagName, properties }) => tagName === 'p' || (tagName === 'li' && properties['id'] === undefined),
  );
}

/**
 * Returns the words of a node. A picture counts as its description, the mark of a footnote or a source as nothing.
 *
 * @example toPlainText(h('h2', {}, ['What is ', h('em', {}, ['R&D']), '?'])) // 'What is R&D?'
 */
export function toPlainText(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isNoteMark(node)) return '';
  if (node.tagName === 'img') return String(node.properties['alt'] ?? '');
  if (node.tagName === 'br') return '\n';
  return node.children.map(toPlainText).join('');
}

/** Returns whether an element is a source mark, a footnote's mark in the text or the link back to it. */
export function isNoteMark(element: Element): boolean {
  const { properties } = element;
  return (
    properties['dataFootnoteRef'] !== undefined ||
    properties['dataFootnoteBackref'] !== undefined ||
    isSourceMark(element)
  );
}

/** The classes of a source mark. The reader views of browsers drop what is called supplemental. */
export const sourceMarkClasses = ['source-mark', 'supplemental'];

/** Returns whether an element is the mark of a source. */
export function isSourceMark({ tagName, properties }: Element): boolean {
  return tagName === 'sup' && String(properties['className']) === String(sourceMarkClasses);
}

/** A tree of elements and texts, without a doctype. */
export interface HtmlTree extends Root {
  children: ElementContent[];
}

/**
 * Makes a changed copy of a tree, inner nodes first.
 *
 * @param change returns the replacement of a node: the node itself, another one, or undefined for nothing; `copy` has children
 * that have been changed already, `original` is the node of the tree
 */
export function changeTree(
  tree: Root,
  change: (copy: ElementContent, original: ElementContent) => ElementContent | undefined,
): HtmlTree {
  const changeAll = (nodes: readonly RootContent[]): ElementContent[] =>
    nodes.flatMap((node) => {
      if (node.type === 'doctype') return [];
      const copy = node.type === 'element' ? { ...node, children: changeAll(node.children) } : node;
      return change(copy, node) ?? [];
    });
  return { type: 'root', children: changeAll(tree.children) };
}

/** A tree in its stored form: half as long as JSON, and about as long as its HTML. */
export type PackedTree = string;

type PackedNode = string | readonly [tagName: string, properties: Properties, children: readonly PackedNode[]];

/** Writes a tree in a short form that `unpackTree` reads. Positions and comments are left out. */
export function packTree(tree: Root): PackedTree {
  return JSON.stringify(packAll(tree.children));
}

function packAll(nodes: readonly RootContent[]): PackedNode[] {
  return nodes.flatMap((node): PackedNode[] => {
    if (node.type === 'text') return [node.value];
    return node.type === 'element' ? [[node.tagName, node.properties, packAll(node.children)]] : [];
  });
}

/** Reads a tree that `packTree` has written. */
export function unpackTree(packed: PackedTree): HtmlTree {
  const nodes: readonly PackedNode[] = JSON.parse(packed);
  return { type: 'root', children: nodes.map(unpackNode) };
}

function unpackNode(node: PackedNode): ElementContent {
  if (typeof node === 'string') return { type: 'text', value: node };
  const [tagName, properties, children] = node;
  return { type: 'element', tagName, properties, children: children.map(unpackNode) };
}
