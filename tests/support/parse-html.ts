import type { Properties, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { remark } from 'remark';
import { packTree, unpackTree, type HtmlTree } from '../../src/core/html-tree.ts';

/** Only remark's processor is used: rehype-parse replaces its parser. */
const processor = remark().use(rehypeParse, { fragment: true }).freeze();

/** Parses a fragment of HTML as a browser does. The tree has no positions. */
export function parseHtml(html: string): HtmlTree {
  return unpackTree(packTree(processor.parse(html)));
}

/** An element as the tests compare it: its name, its attributes as a browser has them, and its content. */
export type Shape =
  string | readonly [tagName: string, attributes: Readonly<Record<string, string>>, content: readonly Shape[]];

/**
 * Returns a tree as a browser sees it: neighbouring texts are joined, every attribute value is a text, and a carriage
 * return is a line end.
 */
export function toShape(nodes: readonly RootContent[]): readonly Shape[] {
  const shapes: Shape[] = [];
  for (const node of nodes) {
    const last = shapes.at(-1);
    if (node.type === 'element') shapes.push([node.tagName, toAttributes(node.properties), toShape(node.children)]);
    else if (node.type !== 'text') shapes.push([node.type, {}, []]);
    else if (typeof last === 'string') shapes[shapes.length - 1] = last + toLineEnds(node.value);
    else if (node.value !== '') shapes.push(toLineEnds(node.value));
  }
  return shapes;
}

function toAttributes(properties: Properties): Readonly<Record<string, string>> {
  const present = Object.entries(properties).filter(
    ([, value]) => value !== undefined && value !== null && value !== false,
  );
  return Object.fromEntries(
    present.map(([name, value]) => [
      name,
      value === true ? '' : toLineEnds(Array.isArray(value) ? value.join(' ') : String(value)),
    ]),
  );
}

function toLineEnds(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}
