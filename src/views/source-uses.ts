import type { Root } from 'hast';
import { isSourceMark, listElements } from '../core/html-tree.ts';

/** A paragraph that uses a source. */
export interface SourceUse {
  /** Counted from 1, with items of lists, tables and pictures with captions. */
  readonly paragraph: number;
  /** Leads to its first mark of the source. */
  readonly href: string;
}

const blocks = new Set(['p', 'li', 'table', 'figure']);

/**
 * Lists the paragraphs that use each source, by the number of the source in the list, counted from 1.
 *
 * @param tree a text as the Markdown chain makes it
 */
export function collectSourceUses(tree: Root): ReadonlyMap<number, readonly SourceUse[]> {
  const uses = new Map<number, SourceUse[]>();
  let paragraph = 0;
  for (const element of listElements(tree.children)) {
    if (blocks.has(element.tagName)) paragraph += 1;
    if (!isSourceMark(element)) continue;
    const [link] = listElements(element.children);
    const number = Number(/\d+$/u.exec(String(link?.properties['href']))?.[0]);
    const known = uses.get(number) ?? [];
    if (known.at(-1)?.paragraph !== paragraph) known.push({ paragraph, href: `#${String(link?.properties['id'])}` });
    uses.set(number, known);
  }
  return uses;
}
