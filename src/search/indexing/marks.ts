/**
 * Pagefind's marks in a text: words of their own that are not indexed. Pagefind puts them where it finds headings and
 * ids in HTML.
 *
 * Source: `pagefind/src/fossick/parser.rs` and `mod.rs` of Pagefind 1.6
 */
const prefix = '___PAGEFIND_';

/** Stands before the words of a heading. */
export function markHeading(level: number): string {
  return `${prefix}AUTO_WEIGHT___${8 - level}`;
}

/** Stands behind the words of a heading. */
export const headingEnd = '___END_PAGEFIND_WEIGHT___';

/** Marks a place in a text whose position Pagefind returns. */
export function markPlace(kind: PlaceKind): string {
  return `${prefix}ANCHOR___${kind}:0:${kind}`;
}

/** The beginning of a story, or of a heading in it that results can lead to. */
export type PlaceKind = 'story' | 'heading';

/** Keeps words of a text from being marks. */
export function escapeMarks(text: string): string {
  return text.includes('___') ? text.replaceAll(/___(?=(?:END_)?PAGEFIND)/gu, ' ') : text;
}
