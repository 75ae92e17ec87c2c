import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Wraps every table so that it scrolls by itself, by touch and by keyboard, and never widens the page. */
export function rehypeScrollableTables({ label }: { label: string }): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || !parent) return;
      const properties = { className: ['table'], role: 'group', ariaLabel: label, tabIndex: 0 };
      const wrapper: Element = { type: 'element', tagName: 'div', properties, children: [node] };
      parent.children[index] = wrapper;
      return SKIP;
    });
  };
}
