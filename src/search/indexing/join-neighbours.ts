import { toFieldPlace, toShift, toTextPlace, type Place } from '../pagefind/places.ts';
import type { ReadStory } from './read-stories.ts';
import type { TokenWord } from './token-words.ts';

/** A term and where it is found. */
export interface TermPlaces {
  readonly text: string;
  readonly sources: Source[];
}

/** Places of a term, and how much they are shifted. */
export interface Source {
  readonly places: Float64Array;
  readonly shift: number;
}

/** The fewest letters of a word that is joined with another, except for single letters (“x ray”). */
const fewestLetters = 3;

/**
 * Lets compounds of the index be found where there is a space between their words: “cease fire” is found under
 * “ceasefire” if another text has that word.
 *
 * @param terms in ascending order
 * @param words the word of each token, by its number
 */
export function joinNeighbours(
  terms: readonly TermPlaces[],
  words: readonly (TokenWord | undefined)[],
  stories: readonly ReadStory[],
): void {
  const numbers = new Map(terms.map(({ text }, number) => [text, number]));
  const pairs = findPairs(terms, numbers);
  const plain = Int32Array.from(words, (word) => toPlainTerm(word, numbers));
  const found = new Map<number, Place[]>();
  const join = (tokens: readonly number[], toPlace: (at: number) => Place) => {
    for (let at = 1; at < tokens.length; at += 1) {
      const first = tokens[at - 1] ?? 0;
      const followers = pairs.get(plain[first] ?? -1);
      const whole = followers?.get(plain[tokens[at] ?? 0] ?? -1);
      if (whole === undefined) continue;
      const place = toPlace(at - 1) + toShift(words[first]?.terms[0]?.weight ?? 0, 0);
      const places = found.get(whole);
      if (places) places.push(place);
      else found.set(whole, [place]);
    }
  };
  for (const [story, { text, fields }] of stories.entries()) {
    join(text, (at) => toTextPlace(story, at));
    for (const [field, tokens] of fields.entries()) join(tokens, (at) => toFieldPlace(story, field, at));
  }
  for (const [whole, places] of found) terms[whole]?.sources.push({ places: Float64Array.from(places), shift: 0 });
}

/** Terms that are compounds, by their first term and their second. All are numbers in the list of terms. */
type Pairs = ReadonlyMap<number, ReadonlyMap<number, number>>;

function findPairs(terms: readonly TermPlaces[], numbers: ReadonlyMap<string, number>): Pairs {
  const pairs = new Map<number, Map<number, number>>();
  // The terms with which the last one begins, the shortest first.
  const beginnings: number[] = [];
  for (const [whole, { text }] of terms.entries()) {
    while (beginnings.length > 0 && !text.startsWith(terms[beginnings.at(-1) ?? 0]?.text ?? '')) beginnings.pop();
    for (const first of beginnings) {
      const length = terms[first]?.text.length ?? 0;
      const second = isBoundary(text, length) ? numbers.get(text.slice(length)) : undefined;
      if (second === undefined) continue;
      const followers = pairs.get(first) ?? new Map<number, number>();
      pairs.set(first, followers.set(second, whole));
    }
    beginnings.push(whole);
  }
  return pairs;
}

/** Returns whether people might write a space at a place in a word. */
function isBoundary(text: string, at: number): boolean {
  const [isBefore, isAfter] = [isDigit(text, at - 1), isDigit(text, at)];
  // Digits are separated in threes, and from letters.
  if (isBefore && isAfter) return at <= 3 && text.length - at === 3;
  if (isBefore !== isAfter) return true;
  return (at === 1 || at >= fewestLetters) && text.length - at >= fewestLetters;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Returns the number of the term of a word without any punctuation around it, or -1. */
function toPlainTerm(word: TokenWord | undefined, numbers: ReadonlyMap<string, number>): number {
  const [term, other] = word?.terms ?? [];
  if (!term || other || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*$/u.test(word?.text ?? '')) return -1;
  return numbers.get(term.text) ?? -1;
}
