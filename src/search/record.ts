import { escapeHtml } from '../core/escape.ts';

/** What the index is told of a story besides its text. */
export interface SearchRecord {
  /** The whole path of the story's page, base path included. */
  readonly url: string;
  /** The story's id. */
  readonly id: string;
  /** Where its text comes from. */
  readonly file: string;
  /** Fingerprint of its text. */
  readonly textHash: string;
  readonly title: string;
  readonly summary: string;
  readonly imageAlt: string;
  /** What its result shows. */
  readonly meta: Readonly<Record<string, string>>;
  /** What narrows a search; the names are those of `state.ts`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Seconds since 1970, zero-padded: sorts as a text and as a number. */
  readonly sortDate: string;
}

/**
 * Writes a story the way Pagefind reads it: headings with their ids, so that results can lead to a section, and pictures with
 * their descriptions.
 *
 * Source: https://pagefind.app/docs/indexing/, https://pagefind.app/docs/metadata/
 */
export function toIndexHtml(record: SearchRecord, html: string, language: string): string {
  const metas = [
    ...Object.entries({ ...record.meta, summary: record.summary }).map(([name, value]) => toMeta('meta', name, value)),
    ...Object.entries(record.filters).flatMap(([name, values]) => values.map((value) => toMeta('filter', name, value))),
    toMeta('sort', 'date', record.sortDate),
  ];
  const text = html.replaceAll('<img ', '<img data-pagefind-index-attrs="alt" ');
  return (
    `<html lang="${escapeHtml(language)}"><head>${metas.join('')}</head><body><h1>${escapeHtml(record.title)}</h1>` +
    `<p>${escapeHtml(record.summary)}</p>${record.imageAlt && `<p>${escapeHtml(record.imageAlt)}</p>`}${text}</body></html>`
  );
}

function toMeta(kind: 'meta' | 'filter' | 'sort', name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;
}
