import type { Element, ElementContent, Root } from 'hast';
import { changeTree, h, isNoteMark, renderHtml } from '../../core/html-tree.ts';
import { separateWords } from '../format/separators.ts';
import { toIndexLanguage } from '../format/words.ts';

/** A story's metadata for the index, without its text. */
export interface SearchRecord {
  /** The path of the story's page, base path included. */
  readonly url: string;
  /** The story's id. */
  readonly id: string;
  /** The file of its text. */
  readonly file: string;
  /** Fingerprint of its text. */
  readonly textHash: string;
  /** BCP 47 tag of the language it is written in. */
  readonly lang: string;
  /** The month it was published in, in the site's time zone: `2024-11`. */
  readonly month: string;
  readonly title: string;
  readonly summary: string;
  readonly imageAlt: string;
  /** Texts shown in its result, and names by which it can be found. */
  readonly meta: Readonly<Record<string, string>>;
  /** Filter values. The names are those of `state.ts`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/**
 * Renders a story for Pagefind: headings with their ids, so that results can lead to a section, and pictures with their
 * descriptions.
 *
 * Source: https://pagefind.app/docs/indexing/, https://pagefind.app/docs/metadata/
 *
 * @param rank the story's place by date among those of its part, the oldest being 0; Pagefind sorts numbers in 32 bits, too few for a time
 */
export function toIndexHtml(record: SearchRecord, tree: Root, rank: number): string {
  const head = [
    ...Object.entries({ ...record.meta, summary: record.summary })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => toMeta('Meta', name, separateWords(value))),
    ...Object.entries(record.filters).flatMap(([name, values]) => values.map((value) => toMeta('Filter', name, value))),
    toMeta('Sort', 'date', String(rank)),
  ];
  const body = h('body', {}, [
    h('h1', {}, [separateWords(record.title)]),
    ...[record.summary, record.imageAlt].filter(Boolean).map((text) => h('p', {}, [separateWords(text)])),
    ...changeTree(tree, toIndexed).children,
  ]);
  return renderHtml([h('html', { lang: toIndexLanguage(record.lang) }, [h('head', {}, head), body])]);
}

/** Replaces pictures with their descriptions and removes footnote marks after words. */
function toIndexed(node: ElementContent): ElementContent | undefined {
  if (node.type === 'text') return { ...node, value: separateWords(node.value) };
  if (node.type !== 'element') return undefined;
  if (isNoteMark(node)) return undefined;
  return node.tagName === 'img' ? { ...node, properties: { dataPagefindIndexAttrs: 'alt', ...node.properties } } : node;
}

function toMeta(kind: 'Meta' | 'Filter' | 'Sort', name: string, content: string): Element {
  return h('meta', { [`dataPagefind${kind}`]: `${name}[content]`, content });
}
