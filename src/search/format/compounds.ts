import { toIndexWord, toTyped } from './words.ts';

/** A word that consists of several, or has signs that belong to it. */
export interface Compound {
  /** Its form in the index: letters, digits, and the signs without which it would be another word. */
  readonly whole: string;
  /** Other words under which it is found: those in it, except single letters and digits. */
  readonly parts: readonly string[];
  /** All words in it, in order. It is also written as these, with spaces between them. Empty if there is only one. */
  readonly pieces: readonly string[];
}

/** Initials: “U.S.”, “U.S.-led”. */
const initials = /(?<![\p{L}\p{M}\p{N}_])(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\p{N}_])/gu;

/** A word, with the points and commas of numbers, a point before it (“.NET”), or signs after it (“C++”, “C#”). */
const piece =
  /(?:(?<![\p{L}\p{M}\p{N}.])\.(?=\p{L}))?[\p{L}\p{M}\p{N}_]+(?:(?<=\p{Nd})[.,](?=\p{Nd})[\p{L}\p{M}\p{N}_]+)*(?:(?<=\p{L})(?:\+\+|[+#](?![\p{L}\p{N}])))?/gu;

/** Initials, a sign between digits, or a sign that belongs to a word. */
const special = /\p{Nd}[^\p{L}\p{N}]+\p{Nd}|\.\p{L}|\p{L}[+#]/u;

/** A number whose digits are separated in threes. */
const thousands = /(?<![\p{Nd}.,])[1-9]\p{Nd}{0,2}([.,])\p{Nd}{3}(?:\1\p{Nd}{3})*(?!\p{Nd}|\1)/u;

/** Returns whether a word may have signs without which it would be another word. */
export function hasSigns(word: string): boolean {
  return special.test(word);
}

/**
 * Reads a word with its signs. Between digits they make it another number, and some at the edge of a word make it
 * another word. All others, hyphens and apostrophes among them, are a matter of spelling.
 *
 * @example toCompound('F-16') // { whole: 'f16', parts: ['16'], pieces: ['f', '16'] }
 * @example toCompound('9/11') // { whole: '9/11', parts: ['11'], pieces: [] }
 * @example toCompound('1,000') // { whole: '1000', parts: [], pieces: ['1', '000'] }
 * @example toCompound('12,5%') // { whole: '12.5', parts: [], pieces: [] }
 * @example toCompound('C++') // { whole: 'c++', parts: ['c'], pieces: [] }
 */
export function toCompound(word: string): Compound {
  const text = toTyped(word)
    .replaceAll('`', '')
    .replaceAll(initials, (all) => all.replaceAll('.', ''));
  const pieces: string[] = [];
  let [whole, end] = ['', 0];
  for (const { 0: found, index } of text.matchAll(piece)) {
    const form = toForm(found);
    if (form === '') continue;
    if (/\p{Nd}$/u.test(whole) && /^\p{Nd}/u.test(form)) whole += toSign(text.slice(end, index));
    [whole, end] = [whole + form, index + found.length];
    pieces.push(form);
  }
  const isSplit = pieces.length > 1 && whole === pieces.join('');
  return { whole, parts: toParts(whole, pieces), pieces: isSplit ? pieces : toGroups(text) };
}

/** Removes the separators of thousands, and writes decimals with a point. */
function toForm(found: string): string {
  const number = found
    .replace(thousands, (digits) => digits.replaceAll(/[.,]/gu, ''))
    .replaceAll(/(?<=\p{Nd}),(?=\p{Nd})/gu, '.');
  const signs = number.split(/(\+\+|[.+#])/u);
  return signs.map((text, at) => (at % 2 === 0 ? toIndexWord(text) : text)).join('');
}

/** Returns the sign between two numbers. All dashes are one. */
function toSign(between: string): string {
  return between
    .replace(/^[\s\u2010-\u2015\u2212]+/u, '-')
    .replace(/^\u2044/u, '/')
    .slice(0, 1);
}

function toParts(whole: string, pieces: readonly string[]): readonly string[] {
  const parts = new Set(pieces.flatMap((form) => [form, form.replaceAll(/^\.|[+#]+$/gu, '')]));
  parts.delete(whole);
  return pieces.length > 1 ? [...parts].filter((part) => !/^[\p{Script=Latin}\d]$/u.test(part)) : [...parts];
}

/** Returns the groups of digits of a number, as in texts with spaces between them. */
function toGroups(text: string): readonly string[] {
  const [digits = ''] = thousands.exec(text) ?? [];
  return digits === text ? text.split(/[.,]/u).filter(Boolean) : [];
}
