import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Lower-cases the scheme of every link: `HTTPS://` becomes `https://`. */
export function rehypeLowerCaseSchemes(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', ({ properties }) => {
      if (typeof properties['href'] !== 'string') return;
      properties['href'] = properties['href'].replace(/^[a-z]+:/iu, (scheme) => scheme.toLowerCase());
    });
  };
}
