import type { Root } from 'hast';
import { listElements } from '../../core/html-tree.ts';

/** Lower-cases the scheme of every link: `HTTPS://` becomes `https://`. */
export function rehypeLowerCaseSchemes(): (tree: Root) => void {
  return (tree) => {
    for (const { properties } of listElements(tree.children)) {
      if (typeof properties['href'] !== 'string') continue;
      properties['href'] = properties['href'].replace(/^[a-z]+:/iu, (scheme) => scheme.toLowerCase());
    }
  };
}
