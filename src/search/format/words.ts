import { foldLetterTwins } from './letter-twins.ts';

/** Scripts whose marks readers leave out when they type. Numbers and signs of no script are treated alike. */
const unmarked = ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Thai', 'Common', 'Inherited'];

const looseMarks = new RegExp(`(?<=[${unmarked.map((script) => `\\p{Script=${script}}`).join('')}])\\p{M}+`, 'gu');

/** Signs within a word that say only how it is drawn: tatweel, invisible signs, variation selectors. */
const drawing = /[\u0640\p{Cf}\p{Variation_Selector}]+/gu;

/** A word of underscores only, as in forms. Those of a name in code (`read_file`) belong to it. */
const blank = /^_+$/u;

/**
 * Converts a word to its form in the index, which is the same for text and query: compatible forms of a character
 * become one (NFKC), lower case, letters and digits only. Marks are removed where readers leave them out. They stay
 * where they make another letter, as in Indic scripts, kana and Hangul. Thai loses its marks too: keeping them made
 * answers worse (nDCG@10 .947 to .915 on XQuAD).
 *
 * @example toIndexWord('Café’s') // 'cafes'
 * @example toIndexWord('ﾊﾞｸﾞ') // 'バグ'
 * @example toIndexWord('Łódź') // 'lodz'
 */
export function toIndexWord(word: string): string {
  if (isAscii(word))
    return word
      .toLowerCase()
      .replaceAll(/[^a-z0-9_]+/gu, '')
      .replace(blank, '');
  const bare = word.normalize('NFKD').toLowerCase().replaceAll(drawing, '').replaceAll(looseMarks, '');
  return foldLetterTwins(bare)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, '')
    .replace(/^\p{M}+/u, '')
    .replace(blank, '');
}

/** Returns a text with one form of each character, and without signs that say only how a word is drawn. */
export function toTyped(text: string): string {
  return isAscii(text) ? text : text.normalize('NFKC').replaceAll(drawing, '');
}

/** Returns a text with one form of each character, without the spaces that some forms contain. */
export function toPlainSigns(text: string): string {
  return isAscii(text) ? text : text.normalize('NFKC').replaceAll(' ', '');
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/u.test(text);
}

/** Scripts that have no spaces between words. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u;

/** Returns whether a text has signs of a script without spaces between words. */
export function isDense(text: string): boolean {
  return dense.test(text);
}

/**
 * Splits a reader's query into words as the index has them. Initials stay together. Other words joined by punctuation
 * are separated, since Pagefind indexes both the whole and its parts.
 *
 * @example toIndexWords('U.S. arms-control chief') // ['us', 'arms', 'control', 'chief']
 */
export function toIndexWords(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replaceAll(drawing, '');
  return plain.split(/\s+/u).flatMap((typed) => {
    const parts = typed.split(/[^\p{L}\p{M}\p{N}_]+/u).filter(Boolean);
    const isInitials = parts.length > 1 && parts.every((part) => [...part].length === 1);
    // Like the index, leaves out single characters that punctuation separates: the s of “what’s”, the d of “d’Ivoire”,
    // the 1 of “Formula-1”.
    const kept = parts.length > 1 ? parts.filter((part) => !/^[\p{Script=Latin}\d]$/u.test(part)) : parts;
    return (isInitials ? [parts.join('')] : kept).map(toIndexWord).filter(Boolean);
  });
}

/** Languages without spaces, whose words Pagefind finds itself. */
const segmented: ReadonlySet<string> = new Set(['zh', 'ja', 'th']);

/** Returns whether a language is written without spaces between words. */
export function isSegmented(language: string): boolean {
  return segmented.has(toPrimary(language));
}

/**
 * Returns the language of a BCP 47 tag, or of an index, without region and script.
 *
 * @example toPrimary('pt-BR') // 'pt'
 * @example toPrimary('x-pt') // 'pt'
 */
export function toPrimary(language: string): string {
  return language.toLowerCase().replace(/^x-/u, '').split('-', 1)[0] ?? '';
}

/**
 * Returns the language under which Pagefind indexes a story. Pagefind stems the words of languages it knows, by rules
 * that change with its versions. A private tag keeps them whole, and the browser decides which forms belong together.
 * Languages without spaces keep their name, because Pagefind has to find their words.
 *
 * @example toIndexLanguage('en-GB') // 'x-en'
 */
export function toIndexLanguage(language: string): string {
  const primary = toPrimary(language);
  return isSegmented(primary) ? primary : `x-${primary}`;
}
