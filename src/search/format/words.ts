/**
 * Converts a word to its form in the index: lower case, without accents, letters and digits only. Pagefind does the
 * same when it indexes (`pagefind/src/fossick/splitting.rs`).
 *
 * @example toIndexWord('Café’s') // 'cafes'
 */
export function toIndexWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}_]+/gu, '')
    .normalize('NFC');
}

/**
 * Splits a reader's query into words as the index has them. Initials stay together. Other words joined by punctuation
 * are separated, since Pagefind indexes both the whole and its parts.
 *
 * @example toIndexWords('U.S. arms-control chief') // ['us', 'arms', 'control', 'chief']
 */
export function toIndexWords(text: string): readonly string[] {
  return text.split(/\s+/u).flatMap((typed) => {
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
 * Returns the language of a BCP 47 tag without region and script.
 *
 * @example toPrimary('pt-BR') // 'pt'
 */
export function toPrimary(language: string): string {
  return language.toLowerCase().split('-', 1)[0] ?? '';
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
