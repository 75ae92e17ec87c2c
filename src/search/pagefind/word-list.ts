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

/** Joins the words of a token. There are several only in languages without spaces. */
export function joinWords(words: readonly string[]): string {
  return words.join(zeroWidthSpace);
}

/**
 * Joins tokens so that `splitWords` splits their words again.
 *
 * @param isSegmented whether a token can have several words, as in languages without spaces
 */
export function joinTokens(tokens: readonly string[], isSegmented: boolean): string {
  return tokens.join(isSegmented ? ` ${zeroWidthSpace}` : ' ');
}
