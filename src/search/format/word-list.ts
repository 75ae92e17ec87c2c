/** A text as Pagefind splits it into words, each with its number in the index. */
export interface WordList {
  readonly words: readonly string[];
  /** The separator between words. Empty in languages without spaces. */
  readonly joiner: string;
}

/** Pagefind's separator between words of languages without spaces. */
const zeroWidthSpace = '\u200B';

/** Splits a text the way Pagefind numbers its words (`build_excerpt` in `pagefind.js` of 1.6). */
export function splitWords(content: string): WordList {
  const isDense = content.includes(zeroWidthSpace);
  return isDense
    ? { words: content.split(zeroWidthSpace), joiner: '' }
    : { words: content.split(/[^\S\uFEFF]+/u), joiner: ' ' };
}

/** Joins a stretch of words so that `splitWords` splits them again. */
export function joinWords({ words, joiner }: WordList, from: number, to: number): string {
  return words
    .slice(from, to)
    .join(joiner || zeroWidthSpace)
    .trimEnd();
}
