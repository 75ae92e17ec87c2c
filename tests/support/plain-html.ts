import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import { SKIP, visit } from 'unist-util-visit';

/** Only remark's processor is used: rehype-parse replaces its parser. */
const processor = remark().use(rehypeParse, { fragment: true }).use(rehypeStringify).freeze();

/**
 * Removes from the HTML of a text what our chain adds to CommonMark's: ids and anchors of headings, the addresses of
 * pictures and how they load. Also removes CommonMark's `language-…`, since nothing here colours code.
 *
 * @example toPlainHtml('<pre><code class="language-js">a</code></pre>') // '<pre><code>a</code></pre>'
 */
export function toPlainHtml(html: string): string {
  const tree = processor.parse(html) as unknown as Root;
  visit(tree, 'element', (node, index, parent) => {
    const heading = getHeading(node);
    if (heading && parent && index !== undefined) {
      parent.children.splice(index, 1, heading);
      return [SKIP, index];
    }
    removeOwn(node);
    return undefined;
  });
  return processor.stringify(tree as never).trim();
}

/** Finds the heading in its group with its anchor. */
function getHeading({ properties, children }: Element): ElementContent | undefined {
  const [heading, anchor] = children;
  const isGroup = String(properties['className']) === 'heading' && children.length === 2;
  if (!isGroup || heading?.type !== 'element' || anchor?.type !== 'element') return undefined;
  const { id, ...own } = heading.properties;
  const isAnchored =
    anchor.properties['href'] === `#${encodeURI(String(id))}` || anchor.properties['href'] === `#${id}`;
  return isAnchored && anchor.children.length === 0 ? { ...heading, properties: own } : undefined;
}

function removeOwn({ tagName, properties }: Element): void {
  if (tagName === 'code' && String(properties['className']).startsWith('language-')) delete properties['className'];
  if (tagName === 'img') {
    delete properties['loading'];
    delete properties['decoding'];
    properties['src'] = String(properties['src']).replace(/^\/media\/2024\/11\//u, '');
  }
  if (tagName === 'a' && typeof properties['href'] === 'string') {
    properties['href'] = properties['href'].replace(/^#s-/u, '#').replace(/^MAILTO:/u, 'mailto:');
  }
}
