import { mergePostings } from '../pagefind/index-files.ts';
import { addCompounds } from './compound-words.ts';
import { splitByIndex, type SplitWord } from './dense.ts';
import { findExactWord, findWord, type FoundWord, type SearchWord } from './lookup.ts';
import { findPhrase } from './phrases.ts';
import type { LanguageTools } from './languages.ts';
import type { StoryIndex } from '../format/part.ts';
import { toPlaceWord } from '../format/place-word.ts';
import type { Query } from './query.ts';

/** The matches of a query's words in one index. */
export interface IndexMatches {
  readonly index: StoryIndex;
  /** The search words, in the order typed. Those missing from the index have no postings. */
  readonly words: readonly SearchWord[];
  /** Pages with every phrase and without any excluded word. Undefined if the query has neither. */
  readonly allowed: ReadonlySet<number> | undefined;
}

/** Looks up every word of a query in one index. Stop words are left out unless there is nothing else. */
export async function findMatches(query: Query, index: StoryIndex, tools: LanguageTools): Promise<IndexMatches> {
  const words = dropStopWords(await splitByIndex(query.words, index, tools), query, tools);
  const search = async ({ word, typed, signs }: SplitWord) => {
    const found = await addPlaces(await findWord(word, index, tools), query.places.get(typed) ?? [], index);
    return [word, { ...found, times: query.times.get(typed) ?? 1, signs }] as const;
  };
  const [found, allowed] = await Promise.all([Promise.all(words.map(search)), findAllowed(query, index, tools)]);
  return { index, words: mergeForms(await addCompounds(new Map(found), query, index, tools)), allowed };
}

/** Lists the stems of words that stories contain. */
export function listKnown(matches: readonly IndexMatches[]): ReadonlySet<string> {
  return new Set(
    matches.flatMap(({ words }) => words.filter(({ postings }) => postings.length > 0).map(({ stem }) => stem)),
  );
}

/** Lists words of a query that are only the beginnings of words in stories. */
export function listBeginnings({ words }: Query, matches: readonly IndexMatches[]): readonly string[] {
  const found = matches.flatMap((entry) => entry.words).filter(({ postings }) => postings.length > 0);
  const [begun, whole] = [true, false].map(
    (wanted) => new Set(found.filter(({ isBeginning = false }) => isBeginning === wanted).map(({ stem }) => stem)),
  );
  return words.filter((word) => begun?.has(word) && !whole?.has(word));
}

/** Makes one word of those with the same stem. */
function mergeForms(words: readonly SearchWord[]): readonly SearchWord[] {
  const byStem = Map.groupBy(words, ({ stem }) => stem);
  return [...byStem.values()].flatMap(([first, ...others]) => (first ? [others.reduce(mergeTwo, first)] : []));
}

function mergeTwo(one: SearchWord, other: SearchWord): SearchWord {
  const signs = [...(one.signs ?? []), ...(other.signs ?? [])];
  return { ...one, times: one.times + other.times, signs };
}

/** Adds the stories about the places for which a word stands. */
async function addPlaces(word: FoundWord, ids: readonly string[], index: StoryIndex): Promise<FoundWord> {
  if (ids.length === 0) return word;
  const lists = await Promise.all(ids.map((id) => findExactWord(toPlaceWord(id), index)));
  return { ...word, postings: mergePostings([word.postings, ...lists]), isBeginning: false };
}

function dropStopWords(
  words: readonly SplitWord[],
  { capitals }: Query,
  { stopWords }: LanguageTools,
): readonly SplitWord[] {
  const kept = words.filter(({ word }) => capitals.has(word) || !stopWords.has(word));
  return kept.length > 0 ? kept : words;
}

async function findAllowed(
  { phrases, excluded }: Query,
  index: StoryIndex,
  { toScript }: LanguageTools,
): Promise<ReadonlySet<number> | undefined> {
  if (phrases.length === 0 && excluded.length === 0) return undefined;
  const readPages = (list: Query['phrases']) =>
    Promise.all(list.map((phrase) => findPhrase({ ...phrase, words: phrase.words.map(toScript) }, index)));
  const [wanted, unwanted] = await Promise.all([readPages(phrases), readPages(excluded)]);
  const all = index.manifest.pages.keys();
  return new Set(
    all.filter((page) => wanted.every((pages) => pages.has(page)) && !unwanted.some((pages) => pages.has(page))),
  );
}
