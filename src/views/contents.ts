import type { Root } from 'hast';
import { foldSpace } from '../core/text.ts';
import { listElements, toPlainText } from '../core/html-tree.ts';
import type { Link } from './context.ts';

/**
 * Lists the sections of a text, which are the questions of an explainer.
 *
 * @param tree a text as the Markdown chain makes it: its headings are in groups with their anchors
 */
export function listSections(tree: Root): readonly Link[] {
  return listElements(tree.children).flatMap((group) => {
    const [heading] = group.children;
    if (String(group.properties['className']) !== 'heading' || heading?.type !== 'element') return [];
    if (heading.tagName !== 'h2') return [];
    return [{ href: `#${String(heading.properties['id'])}`, text: foldSpace(toPlainText(heading)) }];
  });
}
