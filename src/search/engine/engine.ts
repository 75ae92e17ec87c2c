import { buildAnswer, type SearchAnswer } from './answer.ts';
import { readLanguageTools, type LanguageTools } from './languages.ts';
import { findMatches, type IndexMatches } from './matches.ts';
import { readPart, type ReadIndexFile, type StoryIndex } from '../format/part.ts';
import { hasBindingQuotes, noPlaces, parseQuery, removeQuotes, type PlacesByWord, type Query } from './query.ts';
import { rankingWeights } from './ranking-weights.ts';
import type { SearchState } from './state.ts';
import { toIndexWord, toPrimary } from '../format/words.ts';
import { suggestWord } from './suggest.ts';

/** A part of the archive. */
export interface SearchPart {
  /** Name of its folder. */
  readonly id: string;
  readonly stories: number;
  /** The days of the newest stories, with the number of stories of each, newest first. The index knows only months. */
  readonly days?: readonly (readonly [day: string, stories: number])[];
}

/** A word that no story contains, and the word that was searched for instead. */
interface WordCorrection {
  readonly typed: string;
  readonly meant: string;
}

/** The results of a search so far. */
export interface SearchProgress extends SearchAnswer {
  readonly corrections: readonly WordCorrection[];
  /** Whether quotes were ignored, because no story has the words in them in that order, or because they emphasise. */
  readonly isUnquoted: boolean;
  /** The part that comes next. Undefined if all have been searched. */
  readonly pending: SearchPart | undefined;
  /** Whether the next part is searched only on the reader's request (`isWhole`). */
  readonly isPaused: boolean;
}

/** The search index, which is loaded on the first search. */
export interface SearchEngine {
  /** Starts loading what every search needs, on the first sign that a reader wants to search. */
  warm(): void;
  /**
   * Searches the newest parts together and yields the results, whose order is final unless the reader asks for older
   * parts. These come one after the other, newest first. A search without results goes on until there are some. An empty
   * search finds every story.
   *
   * @param isWhole all parts are asked
   */
  search(state: SearchState, isWhole?: boolean): AsyncGenerator<SearchProgress>;
}

/** The number of stories searched without a further request. Beyond them a reader would load megabytes for one word. */
const unasked = 12_000;

/** Milliseconds between the results of further parts. */
const quietMs = 120;

/** The number of first stories in which a corrected word is looked up. */
const writtenIn = 3;

/**
 * Opens the index of a site.
 *
 * @param parts newest first
 * @param read reads a file of the index by its path in the index's folder
 * @param reader the language of the reader, whose spelling is tried first
 * @param findPlaces finds the places that the words of a query name
 */
export function openSearchEngine(
  parts: readonly SearchPart[],
  read: ReadIndexFile,
  weights = rankingWeights,
  reader = '',
  findPlaces: (typed: string) => Promise<PlacesByWord> = async () => noPlaces,
): SearchEngine {
  const open = cacheByKey(
    (part: SearchPart) => part.id,
    async (part) => (await readPart(`${part.id}/`, read)).map((index) => addDays(index, part)),
  );
  const getTools = cacheByKey(
    (language: string) => language,
    (language) => readLanguageTools(language.replace(/^x-/u, '')),
  );
  const askIndexes = (query: Query, indexes: readonly StoryIndex[]) =>
    Promise.all(indexes.map(async (index) => findMatches(query, index, await getTools(index.language))));
  const ask = async (query: Query, some: readonly SearchPart[]) =>
    askIndexes(query, (await Promise.all(some.map(open))).flat());
  const newest = selectNewest(parts);

  return {
    warm: () => {
      for (const part of newest)
        open(part).then(
          (indexes) => indexes.map(({ language }) => getTools(language)),
          () => undefined,
        );
    },
    async *search(state, isWhole = false) {
      const typed = parseQuery(state.q, await findPlaces(state.q));
      let query = hasBindingQuotes(typed) ? typed : removeQuotes(typed);
      let matches = await ask(query, newest);
      const corrections = await correct(query, matches, getTools, reader);
      if (corrections.length > 0) {
        query = replaceWords(query, corrections);
        matches = await askIndexes(
          query,
          matches.map(({ index }) => index),
        );
      }
      let shownMs = -Infinity;
      for (let at = newest.length; ; at += 1) {
        const pending = parts[at];
        let answer = await buildAnswer(matches, state, getTools, weights);
        if (answer.total === 0 && pending === undefined && query.phrases.length > 0) {
          query = removeQuotes(query);
          matches = await askIndexes(
            query,
            matches.map(({ index }) => index),
          );
          answer = await buildAnswer(matches, state, getTools, weights);
        }
        const isPaused = pending !== undefined && !isWhole && answer.total > 0;
        const isSoon = pending !== undefined && !isPaused && performance.now() - shownMs < quietMs;
        if (!isSoon) {
          const isUnquoted = query.phrases.length < typed.phrases.length;
          const told = await toWritten(corrections, state.q, answer);
          yield { ...answer, corrections: told, isUnquoted, pending, isPaused };
          shownMs = performance.now();
        }
        if (pending === undefined || isPaused) return;
        matches = [...matches, ...(await ask(query, [pending]))];
      }
    },
  };
}

/** Replaces the months of the newest stories by their days. */
function addDays(index: StoryIndex, { days = [] }: SearchPart): StoryIndex {
  const known = days.flatMap(([day, stories]) => Array.from({ length: stories }, () => day));
  return { ...index, months: index.months.map((month, page) => known[index.ranks[page] ?? -1] ?? month) };
}

/** Returns the parts that are searched without a further request, at least one. */
function selectNewest(parts: readonly SearchPart[]): readonly SearchPart[] {
  let stories = 0;
  return parts.filter((part, at) => (stories += part.stories) <= unasked || at === 0);
}

/** Caches what was read. A failed read is tried again the next time. */
function cacheByKey<Key, Value>(
  toId: (key: Key) => string,
  read: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const id = toId(key);
    const reading = known.get(id) ?? read(key);
    known.set(id, reading);
    reading.catch(() => known.delete(id));
    return reading;
  };
}

/** Finds corrections for words that no story contains. */
async function correct(
  { words, compounds }: Query,
  matches: readonly IndexMatches[],
  getTools: (language: string) => Promise<LanguageTools>,
  reader: string,
): Promise<readonly WordCorrection[]> {
  const tools = await Promise.all([...new Set(matches.map(({ index }) => index.language))].map(getTools));
  const known = listKnown(matches);
  const unknown = words.filter(
    (word) =>
      !compounds.has(word) &&
      !known.has(word) &&
      !tools.some(({ stopWords, toStem }) => stopWords.has(word) || known.has(toStem(word))),
  );
  if (unknown.length === 0) return [];
  const corrections: WordCorrection[] = [];
  for (const indexes of orderLanguages(matches, reader)) {
    const left = unknown.filter((word) => !corrections.some(({ typed }) => typed === word));
    if (left.length === 0) break;
    const vocabulary = (await findLargest(indexes)?.readVocabulary()) ?? new Map<string, number>();
    for (const typed of left) {
      const meant = suggestWord(typed, vocabulary);
      if (meant !== undefined) corrections.push({ typed, meant });
    }
  }
  return corrections;
}

/** Returns corrections as the reader typed and the first stories write them. In the index, words have no accents. */
async function toWritten(
  corrections: readonly WordCorrection[],
  query: string,
  { readResults }: Pick<SearchProgress, 'readResults'>,
): Promise<readonly WordCorrection[]> {
  if (corrections.length === 0) return corrections;
  const results = await readResults(0, writtenIn);
  const pieces = results.flatMap(({ title, summary, excerpt }) => [...title, ...summary, ...excerpt]);
  const written = pieces.map(({ text }) => text).join(' ');
  return corrections.map(({ typed, meant }) => ({
    typed: findWord(query, typed),
    meant: findWord(written, meant),
  }));
}

/** Finds a word of the index in a text. If it differs only by capitals, the word of the index is as good. */
function findWord(text: string, word: string): string {
  const found = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.find((written) => toIndexWord(written) === word);
  return found === undefined || found.toLowerCase() === word ? word : found;
}

/** Lists the stems of words that stories contain. */
function listKnown(matches: readonly IndexMatches[]): ReadonlySet<string> {
  return new Set(
    matches.flatMap(({ words }) => words.filter(({ postings }) => postings.length > 0).map(({ stem }) => stem)),
  );
}

/** Groups indexes by language: first that of the reader, then those that know most words of the query. */
function orderLanguages(matches: readonly IndexMatches[], reader: string): readonly (readonly StoryIndex[])[] {
  const value = ([language, group]: readonly [string, readonly IndexMatches[]]) =>
    toPrimary(language) === toPrimary(reader) ? Infinity : listKnown(group).size;
  return [...Map.groupBy(matches, ({ index }) => index.language)]
    .sort((a, b) => value(b) - value(a))
    .map(([, group]) => group.map(({ index }) => index));
}

/** Returns the largest of some indexes. Its vocabulary has nearly all words of the others, and each takes 30 kB. */
function findLargest(indexes: readonly StoryIndex[]): StoryIndex | undefined {
  return indexes.toSorted((a, b) => b.months.length - a.months.length)[0];
}

function replaceWords(query: Query, corrections: readonly WordCorrection[]): Query {
  const meant = new Map(corrections.map((correction) => [correction.typed, correction.meant]));
  const replace = (words: readonly string[]) => words.map((word) => meant.get(word) ?? word);
  const phrases = query.phrases.map((phrase) => ({ ...phrase, words: replace(phrase.words) }));
  return { ...query, words: [...new Set(replace(query.words))], phrases };
}
