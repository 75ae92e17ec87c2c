import { removeSeparators } from '../format/separators.ts';
import type { WordList } from '../pagefind/word-list.ts';
import { isDense, toIndexWord } from '../format/words.ts';

/** A piece of a text in which words are highlighted. */
export interface TextPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

const excerptWords = 30;

/** The number of words that an excerpt may include before its first match, so as to begin with a sentence. */
const leadWords = 8;

/**
 * Chooses the part of a text that shows most of the search words.
 *
 * @param positions the positions of every word of the query
 * @param start first word that may be shown: headline and standfirst are at the beginning and are shown anyway
 * @returns undefined when no word of the query comes after `start`
 */
export function chooseExcerpt(
  { words }: WordList,
  positions: readonly (readonly number[] | undefined)[],
  start: number,
): { readonly from: number; readonly to: number } | undefined {
  const places = positions
    .flatMap((list, word) => (list ?? []).map((at) => ({ at, word })))
    .filter(({ at }) => at >= start)
    .sort((a, b) => a.at - b.at);
  let best = { value: 0, at: -1 };
  for (const [number, { at }] of places.entries()) {
    const seen = new Set<number>();
    let all = 0;
    for (let next = number; (places[next]?.at ?? Infinity) < at + excerptWords - leadWords; next += 1) {
      seen.add(places[next]?.word ?? 0);
      all += 1;
    }
    // Another word of the query is worth more than any number of repetitions.
    const value = seen.size * excerptWords + all;
    if (value > best.value) best = { value, at };
  }
  if (best.at < 0) return undefined;
  const from = Math.max(start, findSentence(words, best.at));
  return { from, to: Math.min(words.length, from + excerptWords) };
}

/** Goes back to the beginning of the sentence, if it is near. */
function findSentence(words: readonly string[], at: number): number {
  for (let from = at; from >= at - leadWords; from -= 1) {
    if (from === 0 || /[.!?。！？؟]["”’)]?\s?$/u.test(words[from - 1] ?? '')) return from;
  }
  return at - 3;
}

/** A letter of kana by itself: in Japanese mostly a particle, such as “of”. */
const singleKana = /^[\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/**
 * Selects the matches that are highlighted. Without spaces, words of the index overlap, such as の住 in 能登の住宅, and so
 * every の before 住 is a match. Such a particle is highlighted between two other matches only, unless it is what is
 * searched for.
 *
 * @param forms the words of the query as the index has them
 * @returns all that are highlighted, and those among them that may stand alone
 */
export function selectMarked(
  { words }: WordList,
  matches: ReadonlySet<number>,
  forms: readonly string[],
  stopWords: ReadonlySet<string>,
): { readonly all: ReadonlySet<number>; readonly alone: ReadonlySet<number> } {
  if (forms.every((form) => singleKana.test(form))) return { all: matches, alone: matches };
  const isParticle = (word: string) => singleKana.test(word) || (stopWords.has(word) && !forms.includes(word));
  const alone = new Set([...matches].filter((at) => !isParticle(toIndexWord(words[at] ?? ''))));
  const isShown = (at: number) => alone.has(at) || (alone.has(at - 1) && alone.has(at + 1));
  return { all: new Set([...matches].filter(isShown)), alone };
}

/** Returns a part of a text with its matches marked. */
export function toPieces(
  { words, joiner }: WordList,
  { from, to }: { readonly from: number; readonly to: number },
  matches: ReadonlySet<number>,
): readonly TextPiece[] {
  const shown = words
    .slice(from, to)
    .map((word, offset) => ({ text: removeSeparators(word), isMatch: matches.has(from + offset) }));
  const pieces = shown.flatMap(({ text, isMatch }, number): TextPiece[] => {
    const gap = number > 0 ? joiner : from > 0 ? `… ` : '';
    return isMatch ? [{ text: gap, isMatch: false }, ...markWord(text)] : [{ text: gap + text, isMatch: false }];
  });
  return join(to < words.length ? [...pieces, { text: ' …', isMatch: false }] : pieces);
}

/** Marks a word without the punctuation around it. */
function markWord(text: string): readonly TextPiece[] {
  const {
    before = '',
    word = '',
    after = '',
  } = /^(?<before>[^\p{L}\p{N}]*)(?<word>.*?)(?<after>[^\p{L}\p{M}\p{N}]*)$/su.exec(text)?.groups ?? {};
  return [
    { text: before, isMatch: false },
    { text: word, isMatch: true },
    { text: after, isMatch: false },
  ];
}

/**
 * Marks words in a short text, such as a headline, that were found in the story's text.
 *
 * @param forms words as the index has them
 */
export function markForms(text: string, forms: ReadonlySet<string>): readonly TextPiece[] {
  const within = [...forms].filter((form) => isDense(form)).sort((a, b) => b.length - a.length);
  const pattern = within.length > 0 ? new RegExp(`(${within.join('|')})`, 'u') : undefined;
  const pieces = removeSeparators(text)
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .flatMap((part, number) => {
      if (number % 2 === 0) return [{ text: part, isMatch: false }];
      if (pattern === undefined || !isDense(part)) return [{ text: part, isMatch: forms.has(toIndexWord(part)) }];
      return part.split(pattern).map((piece, place) => ({ text: piece, isMatch: place % 2 === 1 }));
    });
  return join(pieces);
}

/**
 * Returns the words at some positions of a text, without the punctuation around them and without duplicates: “vaccine”,
 * “vaccinated”.
 */
export function collectForms({ words }: WordList, matches: ReadonlySet<number>): readonly string[] {
  const forms = [...matches].flatMap((at) => {
    const text = removeSeparators(words[at] ?? '').toLowerCase();
    return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part.length > 1 || /\p{Lo}/u.test(part));
  });
  return [...new Set(forms)];
}

/** Joins neighbouring pieces of one kind and removes empty ones. */
function join(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const joined: TextPiece[] = [];
  for (const piece of pieces) {
    const { text, isMatch } = piece;
    const last = joined.at(-1);
    if (text === '') continue;
    if (last && last.isMatch === isMatch) joined[joined.length - 1] = { isMatch, text: last.text + text };
    else joined.push(piece);
  }
  return joined;
}
