import type { Source } from './article.ts';

/** A text without its source marks, and the marks in their order: ids or numbers of sources, as they are written. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly string[];
}

/** A mark that names the source of a statement: `[@reuters]` or `[@2]`. */
const everyMark = /\s*(?<!\\)\[@([\p{L}\p{M}\p{N}-]+)\](?!\()/gu;

/**
 * Takes the source marks out of a text. `\[@2]` is not a mark but the words `[@2]`.
 *
 * @example splitMarks('Rain fell.[@1][@met]') // { text: 'Rain fell.', marks: ['1', 'met'] }
 */
export function splitMarks(text: string): MarkedText {
  if (!text.includes('[@')) return { text, marks: [] };
  const marks = [...text.matchAll(everyMark)].map(([, mark = '']) => mark);
  return { text: text.replace(everyMark, '').replaceAll('\\[@', '[@').trim(), marks };
}

/**
 * Returns the position in the list of the source that a mark names, by its id or by its number. -1 if there is none.
 *
 * @example findSource([{ id: 'met' }], '1') // 0
 */
export function findSource(sources: readonly Pick<Source, 'id'>[], mark: string): number {
  if (!/^\d+$/u.test(mark)) return sources.findIndex(({ id }) => id === mark.normalize('NFC'));
  const number = Number(mark);
  return number <= sources.length ? number - 1 : -1;
}
