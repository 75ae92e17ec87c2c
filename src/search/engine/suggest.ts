import { countMistakes } from '../../core/spelling.ts';

/** A word that a reader may have meant by another. */
export interface Suggestion {
  readonly word: string;
  /** Whether it is meant almost certainly, so that it may be searched for without asking. */
  readonly isCertain: boolean;
}

/** The word that is nearest so far. */
interface Nearest {
  readonly word: string;
  /** How many mistakes lie between it and the typed word. */
  readonly steps: number;
  /** Smaller is likelier. */
  readonly value: number;
}

/** The rows of a keyboard. */
const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters that sound alike in some languages. */
const alike = ['ck', 'cs', 'fv', 'gj', 'iy', 'sz', 'vw'];

/** Shorter words have too many neighbours. */
const shortest = 3;

/** In a language without a list of words, a shorter word may be one that nobody has mistyped. */
const shortestUnlisted = 5;

/** Longer words may have two mistakes. */
const longestWithOne = 7;

/**
 * Suggests the word that a reader most likely meant by one that no story contains.
 *
 * @param vocabulary words of the edition with the number of stories that hold each
 * @param isWord whether the language has the typed word. Undefined if there is no list of its words
 * @example suggestWord('malarria', new Map([['malaria', 3], ['mali', 9]]), false) // { word: 'malaria', isCertain: true }
 * @example suggestWord('park', new Map([['part', 9]]), true) // { word: 'part', isCertain: false }
 */
export function suggestWord(
  typed: string,
  vocabulary: ReadonlyMap<string, number>,
  isWord: boolean | undefined,
): Suggestion | undefined {
  const letters = [...typed].length;
  if (letters < shortest || !/^\p{L}+$/u.test(typed)) return undefined;
  const allowed = letters > longestWithOne ? 2 : 1;
  let best: Nearest | undefined;
  for (const [word, stories] of vocabulary) {
    const steps = countMistakes(typed, word, allowed);
    if (steps > allowed) continue;
    // Fewer mistakes first; people get the first letter right, or its sound; then the word that more stories hold.
    const isBegun = word[0] === typed[0] || isAlike(word[0] ?? '', typed[0] ?? '');
    const value = steps * 10 + (isBegun ? 0 : 3) + weighMistake(typed, word) - Math.min(4, Math.log2(1 + stories));
    if (!best || value < best.value) best = { word, value, steps };
  }
  if (!best) return undefined;
  return { word: best.word, isCertain: !isWord && isCertain(typed, best, isWord === undefined) };
}

/**
 * Returns how unlikely the first difference between two words is as a mistake of somebody who types: letters left out and
 * neighbours swapped are likeliest, then a letter twice, a near key, and a letter that sounds alike.
 */
function weighMistake(typed: string, word: string): number {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const [one = '', other = ''] = [typed[at], word[at]];
  if (typed.length < word.length) return -2;
  if (typed.length > word.length) return one === typed[at - 1] ? -1 : 1;
  if (typed[at + 1] === other && word[at + 1] === one) return -2;
  return isNear(one, other) || isAlike(one, other) ? -1 : 2;
}

/** Returns whether two letters sound alike: “Corea”, “Korea”. */
function isAlike(one: string, other: string): boolean {
  return alike.some((pair) => one !== other && pair.includes(one) && pair.includes(other));
}

/** Returns whether two letters are neighbours on a keyboard with Latin letters. */
function isNear(one: string, other: string): boolean {
  const [row, otherRow] = [one, other].map((letter) => keys.findIndex((own) => own.includes(letter)));
  if (row === undefined || otherRow === undefined || row < 0 || otherRow < 0) return false;
  const apart = (keys[row] ?? '').indexOf(one) - (keys[otherRow] ?? '').indexOf(other);
  return Math.abs(row - otherRow) <= 1 && Math.abs(apart) <= 1;
}

/** Returns whether a word is meant almost certainly by one that is not a word, as far as is known. */
function isCertain(typed: string, { word, steps }: Nearest, isUnlisted: boolean): boolean {
  if (steps > 1) return false;
  const keepsFirst = word[0] === typed[0];
  return isUnlisted ? keepsFirst && typed.length >= shortestUnlisted : keepsFirst || typed.length > shortest;
}
