/** Letters that have no decomposition in Unicode, and letters that readers write for one another. */
const twins: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ø: 'o',
  ŧ: 't',
  ə: 'e',
  // The end of a Greek word.
  ς: 'σ',
  // Arabic, and the letters that Persian, Urdu and Kurdish have for the same sounds.
  ٱ: 'ا',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  // A Ukrainian letter that many keyboards lack.
  ґ: 'г',
};

const letters = new RegExp(`[${Object.keys(twins).join('')}]|(?=\\D)\\p{Nd}`, 'gu');

/**
 * Replaces letters by those that readers may type instead, and the digits of every script by `0` to `9`. Expects
 * decomposed lower-case letters without marks.
 *
 * @example foldLetterTwins('straße ٢٠٢٤') // 'strasse 2024'
 */
export function foldLetterTwins(text: string): string {
  return text.replaceAll(letters, (sign) => twins[sign] ?? toDigit(sign));
}

/** Ten digits of a script follow one another, after a character that is none. */
function toDigit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let digit = 0;
  while (digit < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - digit - 1))) digit += 1;
  return String(digit);
}
