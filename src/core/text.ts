/**
 * Makes the last part of an address from words: lower case, Latin letters without their marks, hyphens between words.
 * Letters and digits of every script stay.
 *
 * @example toSlug('Côte d’Ivoire') // 'cote-divoire'
 * @example toSlug('US & allies: what now?') // 'us-allies-what-now'
 */
export function toSlug(words: string): string {
  if (/^[\da-z]+(?:-[\da-z]+)*$/u.test(words)) return words;
  return foldLetters(words)
    .replace(/['’ʼ.]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/** Removes accents from Latin letters and lower-cases all letters. The vowel signs of other scripts stay. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
}

/** Counts the bytes of a text in UTF-8. */
export function countBytes(text: string): number {
  return /[^\0-\x7f]/u.test(text) ? new TextEncoder().encode(text).length : text.length;
}

/** Cuts a text to so many bytes of UTF-8, between two characters. */
export function cutBytes(text: string, bytes: number): string {
  if (countBytes(text) <= bytes) return text;
  const letters: string[] = [];
  let left = bytes;
  for (const letter of text) if ((left -= countBytes(letter)) >= 0) letters.push(letter);
  return letters.join('');
}

/**
 * Writes a number of things, in English.
 *
 * @example formatCount(1, 'story', 'stories') // '1 story'
 */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Folds runs of white space into one space and trims the ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

// C0 and C1 controls, the bidirectional overrides and isolates (marks alone are harmless), the byte order mark, the
// replacement character, unpaired surrogates.
const forbidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u;

const allForbidden = new RegExp(forbidden.source, 'gu');

/**
 * Finds the first character that must not stand in a plain text: it would break XML or reorder the page around it.
 *
 * @returns its code point as Unicode writes it, `U+200B`; undefined when there is none
 */
export function findForbiddenCharacter(text: string): string | undefined {
  const found = forbidden.exec(text)?.[0];
  return found === undefined ? undefined : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Returns whether a text has a visible character. Fillers, joiners and direction marks are invisible. */
export function isVisible(text: string): boolean {
  return /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2800]/u.test(text);
}

/** Removes every forbidden character but tabs and line ends, so that any XML parser can read the text. */
export function removeForbiddenCharacters(text: string): string {
  return text.replace(allForbidden, '');
}

/**
 * Counts the words of a text by white space. Scripts without spaces are counted by their letters, which is good enough
 * for a reading time.
 *
 * @example countWords('The river rose.') // 3
 * @example countWords('河水上涨淹没了村庄') // 6
 */
export function countWords(text: string): number {
  const dense = denseScripts.reduce((sum, [letters, perWord]) => sum + (text.match(letters)?.length ?? 0) / perWord, 0);
  const spaced = dense > 0 ? text.replace(denseLetters, ' ') : text;
  return (spaced.match(/\S+/gu)?.length ?? 0) + Math.round(dense);
}

/**
 * Letters per word. For Han, readers of Chinese manage 255 letters or 158 words in a minute (IReST, see
 * `reading-time.ts`).
 */
const denseScripts: readonly (readonly [letters: RegExp, perWord: number])[] = [
  [/\p{Script=Han}/gu, 1.6],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 2],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu, 5],
];

/** All of these letters, with the marks and punctuation among them. */
const denseLetters =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\u30fc\uff00-\uff65]/gu;
