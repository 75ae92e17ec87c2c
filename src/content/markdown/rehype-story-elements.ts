import type { Element, Root } from 'hast';
import rehypeSlug from 'rehype-slug';
import type { VFile } from 'vfile';
import { h, toPlainText } from '../../core/html-tree.ts';
import { foldSpace } from '../../core/text.ts';
import { headingPrefix } from './id-prefixes.ts';
import { createSourceMarker, type MarkedSource } from './source-mark.ts';
import { completeLink, completePicture, type SiteAddressOptions } from './site-addresses.ts';

/** Words that the chain itself writes, in the language of the story. */
export interface ElementWords {
  linkToSection(heading: string): string;
  sourceMark(number: number, publisher: string): string;
  readonly table: string;
  readonly taskDone: string;
  readonly taskOpen: string;
}

declare module 'vfile' {
  interface DataMap {
    sources?: readonly MarkedSource[] | undefined;
  }
}

/** A heading with the link to itself. */
interface LinkedHeading {
  readonly heading: Element;
  readonly link: Element;
}

/**
 * Completes the elements of a story, all in one walk: links headings to themselves, lets tables scroll, names the
 * checkboxes of task lists, points links and pictures at the addresses of the site, and source marks at their sources.
 */
export function rehypeStoryElements(
  words: ElementWords,
  addresses: SiteAddressOptions,
): (tree: Root, file: VFile) => void {
  const setIds = rehypeSlug({ prefix: headingPrefix });
  return (tree, { path, data }) => {
    const linked: LinkedHeading[] = [];
    const toSourceMark = createSourceMarker(data.sources ?? [], words.sourceMark);
    const complete = (element: Element): Element => {
      completeAll(element.children, complete);
      switch (element.tagName) {
        case 'a':
          if (element.properties['dataSource'] !== undefined) return toSourceMark(element);
          completeLink(element, path, addresses);
          return element;
        case 'img':
          completePicture(element, path, addresses);
          return element;
        case 'input':
          element.properties['ariaLabel'] = element.properties['checked'] ? words.taskDone : words.taskOpen;
          return element;
        case 'th':
        case 'td':
          toClass(element);
          return element;
        case 'table':
          return wrapTable(element, words.table);
        default:
          return isHeading(element) ? wrapHeading(element, linked, words) : element;
      }
    };
    completeAll(tree.children, complete);
    setIds({ type: 'root', children: linked.map(({ heading }) => toNamed(heading)) });
    for (const { heading, link } of linked) link.properties['href'] = `#${String(heading.properties['id'])}`;
  };
}

function completeAll(nodes: Root['children'], complete: (element: Element) => Element): void {
  for (const [index, node] of nodes.entries()) if (node.type === 'element') nodes[index] = complete(node);
}

/** The heading of the notes has an id already. */
function isHeading({ tagName, properties }: Element): boolean {
  return /^h[1-6]$/u.test(tagName) && properties['id'] === undefined;
}

/** Puts a link beside a heading. Inside it, the link's words would be read aloud as part of the heading. */
function wrapHeading(heading: Element, linked: LinkedHeading[], words: ElementWords): Element {
  const ariaLabel = words.linkToSection(foldSpace(toPlainText(heading)));
  const link = h('a', { className: ['anchor'], ariaLabel });
  linked.push({ heading, link });
  return h('div', { className: ['heading'] }, [heading, link]);
}

/**
 * Makes the heading from which `rehype-slug` takes the id: it has the same properties, and only plain text. A footnote
 * mark is not part of a heading's name; the description of a picture is.
 */
function toNamed(heading: Element): Element {
  return { ...heading, children: [{ type: 'text', value: toPlainText(heading).trim() }] };
}

/** Wraps a table so that it scrolls by itself, by touch and by keyboard, and never widens the page. */
function wrapTable(table: Element, ariaLabel: string): Element {
  return h('div', { className: ['table'], role: 'group', ariaLabel, tabIndex: 0 }, [table]);
}

/** Makes the alignment of a column a class, because HTML no longer has an attribute for it. */
function toClass({ properties }: Element): void {
  if (properties['align'] === undefined) return;
  properties['className'] = [`is-${String(properties['align'])}`];
  delete properties['align'];
}
