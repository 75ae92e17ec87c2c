/**
 * Pagefind's marks in a text: words of their own that are not indexed. Pagefind puts them where it finds headings in
 * HTML.
 *
 * Source: `pagefind/src/fossick/parser.rs` and `mod.rs` of Pagefind 1.6
 */
const prefix = '___PAGEFIND_';

/** Marks the words of a heading. */
export function markHeading(level: number, words: string): string {
  return `${prefix}AUTO_WEIGHT___${8 - level} ${words} ___END_PAGEFIND_WEIGHT___`;
}

/** Keeps words of a text from being marks. */
export function escapeMarks(text: string): string {
  return text.includes('___') ? text.replaceAll(/___(?=(?:END_)?PAGEFIND)/gu, ' ') : text;
}
