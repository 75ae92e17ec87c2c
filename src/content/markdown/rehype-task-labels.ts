import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Names the checkboxes of a task list, which Markdown does not. */
export function rehypeTaskLabels({ done, open }: { done: string; open: string }): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'input') properties['ariaLabel'] = properties['checked'] ? done : open;
    });
  };
}
