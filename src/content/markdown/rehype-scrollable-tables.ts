import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Wraps every table so that it scrolls by itself, by touch and by keyboard, and never widens the page. The alignment of
 * columns becomes a class, because HTML no longer has an attribute for it.
 */
export function rehypeScrollableTables({ label }: { label: string }): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || !parent) return;
      const properties = { className: ['table'], role: 'group', ariaLabel: label, tabIndex: 0 };
      const wrapper: Element = { type: 'element', tagName: 'div', properties, children: [node] };
      parent.children[index] = wrapper;
      visit(node, 'element', toClass);
      return SKIP;
    });
  };
}

function toClass({ properties }: Element): void {
  if (properties['align'] === undefined) return;
  properties['className'] = [`is-${String(properties['align'])}`];
  delete properties['align'];
}
