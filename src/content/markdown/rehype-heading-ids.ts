import type { Root } from 'hast';
import rehypeSlug from 'rehype-slug';
import { listElements, toPlainText } from '../../core/html-tree.ts';
import { headingPrefix } from './id-prefixes.ts';

/**
 * Sets ids on headings with `rehype-slug`, which is given only their plain text. A footnote mark is not part of a
 * heading's name; the description of a picture is.
 */
export function rehypeHeadingIds(): (tree: Root) => void {
  const setIds = rehypeSlug({ prefix: headingPrefix });
  return (tree) => {
    const headings = listElements(tree.children).filter(isHeading);
    const contents = headings.map(({ children }) => children);
    for (const heading of headings) heading.children = [{ type: 'text', value: toPlainText(heading).trim() }];
    setIds(tree);
    for (const [index, heading] of headings.entries()) heading.children = contents[index] ?? [];
  };
}

function isHeading({ tagName }: { readonly tagName: string }): boolean {
  return /^h[1-6]$/u.test(tagName);
}
