import { memoize } from '../core/memo.ts';
import { foldLetters } from '../core/text.ts';
import { isReservedId } from './names.ts';

/**
 * Returns the part of an address for a tag, the same for every spelling of the same words. Ignored are case, spaces,
 * hyphens, accents of Latin letters, apostrophes, quotation marks, brackets, dots of abbreviations and commas between
 * words. Any other sign counts. An ASCII sign becomes `~` and its code, since servers reserve these signs; others stay.
 * A reserved name gets a hyphen at its end. Empty if the tag has no letter, digit or sign.
 *
 * @example toTagId('Arms Control') // 'arms-control'
 * @example toTagId('C++') // 'c~2b~2b'
 * @example toTagId('42') // '42-'
 */
export const toTagId: (words: string) => string = memoize((words) => {
  const id = foldLetters(toPlainSigns(words))
    .replace(spelling, '')
    .replace(separators, '-')
    .replace(asciiSigns, toCode)
    .replace(/^-+|-+$/gu, '');
  return isReservedId(id) ? `${id}-` : id;
});

/**
 * Replaces signs with their plain equivalents, such as `№` with `No`. Letters and digits stay unchanged, as addresses
 * require.
 */
function toPlainSigns(words: string): string {
  return words.replace(/[^\p{L}\p{M}\p{N}\s]/gu, (sign) => {
    const plain = sign.normalize('NFKC');
    return /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(plain) ? plain : sign;
  });
}

/**
 * Apostrophes, dots of abbreviations (not those of `Node.js`, `.NET`, `2.0`), commas before a space, and variation
 * selectors.
 */
const spelling =
  /['’ʼ]|[\ufe0e\ufe0f]|(?<=\p{L}\p{M}*)\.+(?!\p{L}{2}|\p{N}|\.)|(?<=[\p{L}\p{M}\p{N}])[,;:،؛、](?=\s|$)/gu;

/** Spaces and invisible characters, dashes, underscores, brackets and quotation marks. */
const separators = /[\p{Z}\p{C}\p{Pd}\p{Pc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}"]+/gu;

const asciiSigns = /[!-,./:-@[-`{-~]/gu;

/** Always two digits, so that the next character cannot be read as part of the code. */
function toCode(sign: string): string {
  return `~${sign.charCodeAt(0).toString(16)}`;
}

/**
 * Returns the keys of a tag: two spellings that share a key are nearly the same. Keys ignore hyphens, spaces, a plural
 * `s`, the order of the words, and signs beside a word of more than three letters.
 *
 * @example toTagKeys('nuclear-weapons') // ['nuclearweapon', 'nuclear weapon']
 * @example toTagKeys('node~2ejs') // ['nodejs', 'nodejs']
 */
export function toTagKeys(id: string): readonly [joined: string, sorted: string] {
  const words = id.normalize('NFKC').split('-').map(toWordKey);
  const kept = words.some((word) => longWord.test(word))
    ? words.filter((word) => word.replace(signs, '') !== '')
    : words;
  return [kept.join(''), kept.toSorted().join(' ')];
}

const longWord = /\p{L}{4}/u;

const signs = /~[\da-f]{2}|[^\p{L}\p{M}\p{N}]/gu;

function toWordKey(word: string): string {
  const plain = word.replace(signs, '');
  const key = longWord.test(plain) ? plain : word;
  return key.length > 3 ? key.replace(/(?<!s)s$/u, '') : key;
}
