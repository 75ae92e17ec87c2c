/** An ASCII character that no newsroom writes next to these. Pagefind splits words at ASCII characters only. */
const separator = '`';

/** Spaces that do not break lines, and so separate the digits of one number. */
const spacedThousands = /(?<=\p{Nd})[\u00A0\u2009\u202F](?=\p{Nd}{3}(?!\p{Nd}))/gu;

/**
 * Makes both words of “Russia–North” and of “d’Ivoire” findable, by adding characters at which Pagefind splits around
 * those at which it does not, and keeps the digits of “1 000” together. The search page removes them again (`removeSeparators`). A possessive stays one word.
 */
export function separateWords(text: string): string {
  return text
    .replaceAll(spacedThousands, `${separator},${separator}`)
    .replace(
      /(?<=[\p{L}\p{N}])(?:[\u2010-\u2015\u2026\u00B7\u2044](?=[\p{L}\p{N}])|[\u2018\u2019](?=\p{L}{3}))/gu,
      `${separator}$&${separator}`,
    );
}

/** Removes the characters that `separateWords` added. */
export function removeSeparators(text: string): string {
  return text
    .replaceAll(`${separator},${separator}`, '\u202F')
    .replace(/`([\u2010-\u2015\u2018\u2019\u2026\u00B7\u2044])`/gu, '$1');
}
