import { buildAnswer, type SearchAnswer } from './answer.ts';
import { readLanguageTools, type LanguageTools } from './languages.ts';
import { findMatches, type IndexMatches } from './matches.ts';
import { readPart, type ReadIndexFile, type StoryIndex } from '../format/part.ts';
import { noPlaces, parseQuery, type PlacesByWord, type Query } from './query.ts';
import { rankingWeights } from './rank.ts';
import type { SearchState } from './state.ts';
import { toPrimary } from '../format/words.ts';
import { suggestWord } from './suggest.ts';

/** A part of the archive. */
export interface SearchPart {
  /** Name of its folder. */
  readonly id: string;
  readonly stories: number;
}

/** A word that no story contains, and the word that was searched for instead. */
interface WordCorrection {
  readonly typed: string;
  readonly meant: string;
}

/** The results of a search so far. */
export interface SearchProgress extends SearchAnswer {
  readonly corrections: readonly WordCorrection[];
  /** The part that comes next. Undefined if all have been searched. */
  readonly pending: SearchPart | undefined;
  /** Whether the next part is searched only on the reader's request (`isWhole`). */
  readonly isPaused: boolean;
}

/** The search index, which is loaded on the first search. */
export interface SearchEngine {
  /** Starts loading the newest part, on the first sign that a reader wants to search. */
  warm(): void;
  /**
   * Searches the parts one after the other, newest first, and yields the results so far after each. A large archive is
   * not searched to its end without a request. An empty search finds every story.
   *
   * @param isWhole all parts are asked
   */
  search(state: SearchState, isWhole?: boolean): AsyncGenerator<SearchProgress>;
}

/** The number of stories searched without a further request. Beyond them a reader would load megabytes for one word. */
const unasked = 12_000;

/** Milliseconds between the results of further parts. */
const quietMs = 120;

/** The number of results that are enough to start with. */
const enough = 10;

/** The number of parts whose vocabulary of a language is searched for the spelling of a word. */
const vocabularies = 3;

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
    (part) => readPart(`${part.id}/`, read),
  );
  const getTools = cacheByKey(
    (language: string) => language,
    (language) => readLanguageTools(language.replace(/^x-/u, '')),
  );
  const asked = (query: Query, indexes: readonly StoryIndex[]) =>
    Promise.all(indexes.map(async (index) => findMatches(query, index, await getTools(index.language))));

  return {
    warm: () => {
      const [newest] = parts;
      if (newest)
        open(newest).then(
          (indexes) => indexes.map(({ language }) => getTools(language)),
          () => undefined,
        );
    },
    async *search(state, isWhole = false) {
      const query = parseQuery(state.q, await findPlaces(state.q));
      const matches: IndexMatches[] = [];
      let stories = 0;
      let [shown, shownMs] = [0, 0];
      if (parts.length === 0) yield toProgress(await buildAnswer(matches, state, getTools, weights), undefined);
      for (const [number, part] of parts.entries()) {
        matches.push(...(await asked(query, await open(part))));
        stories += part.stories;
        const next = parts[number + 1];
        // Parts that are already loaded answer at once, so the reader need not see each of them.
        const isWanted = isWhole || stories + (next?.stories ?? 0) <= unasked;
        if (next && isWanted && shown >= enough && performance.now() - shownMs < quietMs) continue;
        const answer = await buildAnswer(matches, state, getTools, weights);
        const isPaused = next !== undefined && !isWhole && stories + next.stories > unasked && answer.total >= enough;
        yield toProgress(answer, next, isPaused);
        [shown, shownMs] = [answer.total, performance.now()];
        if (isPaused) break;
      }
      const corrections = await correct(query, matches, getTools, reader);
      if (corrections.length === 0) return;
      const corrected = await asked(
        replaceWords(query, corrections),
        matches.map(({ index }) => index),
      );
      const pending = parts.find((part, number) => number > 0 && !isWhole && isBeyond(parts, part));
      yield {
        ...toProgress(await buildAnswer(corrected, state, getTools, weights), pending, pending !== undefined),
        corrections,
      };
    },
  };
}

/** Returns whether a part is beyond the stories that are searched without a further request. */
function isBeyond(parts: readonly SearchPart[], part: SearchPart): boolean {
  const before = parts.slice(0, parts.indexOf(part) + 1).reduce((sum, { stories }) => sum + stories, 0);
  return before > unasked;
}

function toProgress(answer: SearchAnswer, pending: SearchPart | undefined, isPaused = false): SearchProgress {
  return { ...answer, corrections: [], pending, isPaused };
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
  { words }: Query,
  matches: readonly IndexMatches[],
  getTools: (language: string) => Promise<LanguageTools>,
  reader: string,
): Promise<readonly WordCorrection[]> {
  const tools = await Promise.all([...new Set(matches.map(({ index }) => index.language))].map(getTools));
  const known = listKnown(matches);
  const unknown = words.filter(
    (word) =>
      !known.has(word) && !tools.some(({ stopWords, toStem }) => stopWords.has(word) || known.has(toStem(word))),
  );
  if (unknown.length === 0) return [];
  const corrections: WordCorrection[] = [];
  for (const indexes of orderLanguages(matches, reader)) {
    const left = unknown.filter((word) => !corrections.some(({ typed }) => typed === word));
    if (left.length === 0) break;
    const vocabulary = await readVocabulary(indexes.slice(0, vocabularies));
    for (const typed of left) {
      const meant = suggestWord(typed, vocabulary);
      if (meant !== undefined) corrections.push({ typed, meant });
    }
  }
  return corrections;
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

async function readVocabulary(indexes: readonly StoryIndex[]): Promise<ReadonlyMap<string, number>> {
  const vocabulary = new Map<string, number>();
  for (const list of await Promise.all(indexes.map((index) => index.readVocabulary())))
    for (const [word, stories] of list) vocabulary.set(word, (vocabulary.get(word) ?? 0) + stories);
  return vocabulary;
}

function replaceWords(query: Query, corrections: readonly WordCorrection[]): Query {
  const meant = new Map(corrections.map((correction) => [correction.typed, correction.meant]));
  const replace = (words: readonly string[]) => words.map((word) => meant.get(word) ?? word);
  return { ...query, words: [...new Set(replace(query.words))], phrases: query.phrases.map(replace) };
}
