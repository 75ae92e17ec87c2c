import { escapeHtml } from '../core/escape.ts';
import { toIndexLanguage } from './words.ts';

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
  /** BCP 47 tag of the language it is written in. */
  readonly lang: string;
  /** The month it was published in, in the site's time zone: `2024-11`. */
  readonly month: string;
  readonly title: string;
  readonly summary: string;
  readonly imageAlt: string;
  /** What its result shows, and names by which it is found. */
  readonly meta: Readonly<Record<string, string>>;
  /** What narrows a search; the names are those of `state.ts`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/**
 * Writes a story the way Pagefind reads it: headings with their ids, so that results can lead to a section, and pictures with
 * their descriptions.
 *
 * Source: https://pagefind.app/docs/indexing/, https://pagefind.app/docs/metadata/
 *
 * @param rank the story's place by date among those of its part, the oldest being 0; Pagefind sorts numbers in 32 bits, too few for a time
 */
export function toIndexHtml(record: SearchRecord, html: string, rank: number): string {
  const metas = [
    ...Object.entries({ ...record.meta, summary: record.summary })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => toMeta('meta', name, separateWords(value))),
    ...Object.entries(record.filters).flatMap(([name, values]) => values.map((value) => toMeta('filter', name, value))),
    toMeta('sort', 'date', String(rank)),
  ];
  const text = html
    .replaceAll('<img ', '<img data-pagefind-index-attrs="alt" ')
    .split(/(<[^>]*>)/u)
    .map((piece) => (piece.startsWith('<') ? piece : separateWords(piece)))
    .join('');
  return (
    `<html lang="${escapeHtml(toIndexLanguage(record.lang))}"><head>${metas.join('')}</head><body><h1>${toText(record.title)}</h1>` +
    `<p>${toText(record.summary)}</p>${record.imageAlt && `<p>${toText(record.imageAlt)}</p>`}${text}</body></html>`
  );
}

function toText(plain: string): string {
  return escapeHtml(separateWords(plain));
}

function toMeta(kind: 'meta' | 'filter' | 'sort', name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;
}

/** An ASCII sign that no newsroom writes next to these: Pagefind splits words at ASCII signs only. */
const separator = '`';

/**
 * Makes both words of “Russia–North” and of “d’Ivoire” findable, by setting signs at which Pagefind splits around those at which it does
 * not. The search page takes them out again (`removeSeparators`). A possessive stays one word.
 */
export function separateWords(text: string): string {
  return text.replace(
    /(?<=[\p{L}\p{N}])(?:[\u2010-\u2015\u2026\u00B7\u2044](?=[\p{L}\p{N}])|[\u2018\u2019](?=\p{L}{3}))/gu,
    `${separator}$&${separator}`,
  );
}

/** Takes out what `separateWords` set. */
export function removeSeparators(text: string): string {
  return text.replace(/`([\u2010-\u2015\u2018\u2019\u2026\u00B7\u2044])`/gu, '$1');
}
