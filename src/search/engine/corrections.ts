import type { StoryIndex } from '../format/part.ts';
import { toIndexWord, toPrimary } from '../format/words.ts';
import type { SearchAnswer } from './answer.ts';
import { hasKnownWords, readKnownWords } from './known-words.ts';
import type { LanguageTools } from './languages.ts';
import { listKnown, type IndexMatches } from './matches.ts';
import type { Query } from './query.ts';
import { findRelative, leastLetters, splitUnknown } from './relatives.ts';
import { suggestWord, type Suggestion } from './suggest.ts';

/** A word that no story contains, and the word that the reader may have meant. */
export interface WordCorrection {
  readonly typed: string;
  /** The meant word, or the parts of a compound with spaces between them. */
  readonly meant: string;
  /** Whether the meant word was searched for instead. Otherwise it is only offered. */
  readonly isApplied: boolean;
}

/** The number of first stories in which a corrected word is looked up. */
const writtenIn = 3;

/** Languages that write compounds as one word. */
const compounding: ReadonlySet<string> = new Set(['da', 'de', 'fi', 'hu', 'nb', 'nl', 'nn', 'no', 'sv']);

/**
 * Finds what readers may have meant by words that no story contains, in the language of the reader first. A word that any
 * of the languages has is not taken for a mistake.
 */
export async function correctWords(
  unknown: readonly string[],
  matches: readonly IndexMatches[],
  reader: string,
): Promise<readonly WordCorrection[]> {
  if (unknown.length === 0) return [];
  const groups = orderLanguages(matches, reader);
  const [vocabularies, checks] = await Promise.all([
    Promise.all(groups.map(readVocabulary)),
    Promise.all(groups.map(([index]) => readKnownWords(index?.language ?? ''))),
  ]);
  return unknown.flatMap((typed) => {
    const amount = spellAmount(typed);
    if (amount !== undefined) return [{ typed, meant: amount, isApplied: true }];
    const isListed = checks.some((isWord) => isWord?.(typed));
    const found = vocabularies.flatMap(
      (vocabulary, at) => suggestWord(typed, vocabulary, isListed || (checks[at] ? false : undefined)) ?? [],
    );
    const best: Suggestion | undefined = found.find(({ isCertain }) => isCertain) ?? found[0];
    return best ? [{ typed, meant: best.word, isApplied: best.isCertain }] : [];
  });
}

/** Units that newspapers write as one with a number. */
const units: Readonly<Record<string, string>> = { bn: 'billion', mn: 'million', tn: 'trillion' };

/** Spells the unit of an amount: `300bn` → `300 billion`. Undefined for any other word. */
function spellAmount(typed: string): string | undefined {
  const { number = '', unit = '' } = /^(?<number>\p{Nd}\S*?)(?<unit>[bmt]n)$/u.exec(typed)?.groups ?? {};
  return number === '' ? undefined : `${number} ${units[unit] ?? ''}`;
}

/**
 * Finds what may be meant by words that are only the beginnings of others, in languages with a list of words: one with a
 * letter more. Such words are in the files in which the beginnings were looked up, and the list loads only if there are
 * some. The stories stay: readers search for beginnings too.
 */
export async function offerWords(
  begun: readonly string[],
  matches: readonly IndexMatches[],
  reader: string,
): Promise<readonly WordCorrection[]> {
  const listed = matches.filter(({ index }) => hasKnownWords(index.language));
  const groups = orderLanguages(listed, reader);
  const offer = async (typed: string): Promise<readonly WordCorrection[]> => {
    for (const group of groups) {
      const found = suggestWord(typed, await readLonger(typed, group), false);
      const isWord = found?.isCertain === true ? await readKnownWords(group[0]?.language ?? '') : undefined;
      if (found && isWord?.(typed) === false) return [{ typed, meant: found.word, isApplied: false }];
    }
    return [];
  };
  return (await Promise.all(begun.map(offer))).flat();
}

/** Reads the words that have one letter more than another, with the number of stories that contain each. */
async function readLonger(typed: string, group: readonly StoryIndex[]): Promise<ReadonlyMap<string, number>> {
  const words = (await Promise.all(group.map((index) => index.readWords(typed)))).flat();
  const longer = words.filter(({ text }) => text.length === typed.length + 1);
  return countStories(longer.map(({ text, stories }) => [text, stories]));
}

function countStories(words: Iterable<readonly [word: string, stories: number]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word, stories] of words) counts.set(word, (counts.get(word) ?? 0) + stories);
  return counts;
}

/** A query instead of one of which no story has a word. */
export interface OtherQuery {
  readonly query: Query;
  readonly corrections: readonly WordCorrection[];
  readonly relaxed: 'commonOnly' | undefined;
}

/**
 * Finds another query for one of which no story has a word: with other words of the same families, or else with its stop
 * words, which are left out otherwise. If there are neither, the query stays the same.
 */
export async function findOther(
  query: Query,
  { unknown, corrections, reader }: Pick<OtherQuery, 'corrections'> & { unknown: readonly string[]; reader: string },
  matches: readonly IndexMatches[],
  getTools: (language: string) => Promise<LanguageTools>,
): Promise<OtherQuery> {
  const related = await relateWords(unknown, orderLanguages(matches, reader), getTools);
  const all = [...corrections.filter(({ typed }) => !related.some((other) => other.typed === typed)), ...related];
  if (related.some(({ isApplied }) => isApplied))
    return { query: replaceWords(query, related), corrections: all, relaxed: undefined };
  const tools = await Promise.all(matches.map(({ index }) => getTools(index.language)));
  const words = query.words.filter((word) => tools.some(({ stopWords }) => stopWords.has(word)));
  return words.length > 0
    ? { query: { ...query, words }, corrections: all, relaxed: 'commonOnly' }
    : { query, corrections: all, relaxed: undefined };
}

/**
 * Finds other words for some: one of the same family, or else the known parts of a compound. They are only offered in a
 * language with a list of words: what was not corrected by it is most likely a word of its own, “bridges” beside
 * “Bridget”.
 */
async function relateWords(
  unknown: readonly string[],
  groups: readonly (readonly StoryIndex[])[],
  getTools: (language: string) => Promise<LanguageTools>,
): Promise<readonly WordCorrection[]> {
  const relate = async (typed: string) => {
    for (const group of groups) {
      const language = group[0]?.language ?? '';
      const found = await findRelatives(typed, group, await getTools(language));
      if (found.length > 0) return [{ typed, meant: found.join(' '), isApplied: !hasKnownWords(language) }];
    }
    return [];
  };
  return (await Promise.all(unknown.map(relate))).flat();
}

/** Finds the words of one language that are related to a word. */
async function findRelatives(
  typed: string,
  group: readonly StoryIndex[],
  { stopWords, toStem }: LanguageTools,
): Promise<readonly string[]> {
  const [vocabulary, ...alike] = await Promise.all([
    readVocabulary(group),
    // Most of these are in the file in which the word itself was looked up.
    ...group.map((index) => index.readWords(typed.slice(0, leastLetters))),
  ]);
  const words = new Set([...vocabulary.keys(), ...alike.flat().map(({ text }) => text)]).difference(stopWords);
  const relative = findRelative(typed, words);
  if (relative !== undefined) return [relative];
  return compounding.has(toPrimary(group[0]?.language ?? '')) ? splitUnknown(typed, words, toStem) : [];
}

/** Returns corrections as the reader typed and the first stories write them. In the index, words have no accents. */
export async function toWritten(
  corrections: readonly WordCorrection[],
  query: string,
  { readResults }: Pick<SearchAnswer, 'readResults'>,
): Promise<readonly WordCorrection[]> {
  if (corrections.length === 0) return corrections;
  const results = await readResults(0, writtenIn);
  const pieces = results.flatMap(({ title, summary, excerpt }) => [...title, ...summary, ...excerpt]);
  const written = pieces.map(({ text }) => text).join(' ');
  return corrections.map((correction) => ({
    ...correction,
    typed: findWord(query, correction.typed),
    meant: correction.meant
      .split(' ')
      .map((word) => findWord(written, word))
      .join(' '),
  }));
}

/** Finds a word of the index in a text. If it differs only by capitals, the word of the index is as good. */
function findWord(text: string, word: string): string {
  const found = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.find((written) => toIndexWord(written) === word);
  return found === undefined || found.toLowerCase() === word ? word : found;
}

/** Groups indexes by language: first that of the reader, then those that know most words of the query. */
function orderLanguages(matches: readonly IndexMatches[], reader: string): readonly (readonly StoryIndex[])[] {
  const value = ([language, group]: readonly [string, readonly IndexMatches[]]) =>
    toPrimary(language) === toPrimary(reader) ? Infinity : listKnown(group).size;
  return [...Map.groupBy(matches, ({ index }) => index.language)]
    .sort((a, b) => value(b) - value(a))
    .map(([, group]) => group.map(({ index }) => index));
}

/**
 * Reads the words of some indexes, each with the number of stories that contain it. The largest has nearly all words of
 * others of its size, and each takes 20 kB. Smaller ones are newer, and have names that nobody knew before.
 */
async function readVocabulary(indexes: readonly StoryIndex[]): Promise<ReadonlyMap<string, number>> {
  const [largest, ...others] = indexes.toSorted((a, b) => b.months.length - a.months.length);
  const smaller = others.filter(({ months }) => 2 * months.length <= (largest?.months.length ?? 0));
  const vocabularies = await Promise.all([largest, ...smaller].map((index) => index?.readVocabulary()));
  return countStories(vocabularies.flatMap((vocabulary) => [...(vocabulary ?? [])]));
}

/** Replaces the words of a query whose corrections are applied. */
export function replaceWords(query: Query, corrections: readonly WordCorrection[]): Query {
  const applied = corrections.filter(({ isApplied }) => isApplied);
  const meant = new Map(applied.map((correction) => [correction.typed, correction.meant]));
  const replace = (words: readonly string[]) => words.flatMap((word) => meant.get(word)?.split(' ') ?? word);
  const phrases = query.phrases.map((phrase) => ({ ...phrase, words: replace(phrase.words) }));
  return { ...query, words: [...new Set(replace(query.words))], phrases };
}
