import { mergePostings, type Posting } from '../pagefind/index-files.ts';
import { cutByIndex, splitByIndex, type SplitWord } from './dense.ts';
import { findExactWord, findWord, type FoundWord } from './lookup.ts';
import type { LanguageTools } from './languages.ts';
import type { StoryIndex } from '../format/part.ts';
import { toPlaceWord } from '../format/place-word.ts';
import type { Query } from './query.ts';

/** A search word as found in one index. */
interface SearchWord extends FoundWord {
  /** How often the word was typed, in any of its forms. */
  readonly times: number;
  /** The numbers of its signs in the query, if the language of the index has no spaces. Found words overlap. */
  readonly signs?: readonly number[] | undefined;
}

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
  const search = async ({ word, typed, signs }: SplitWord): Promise<SearchWord> => {
    const found = await addPlaces(await findWord(word, index, tools), query.places.get(typed) ?? [], index);
    return { ...found, times: query.times.get(typed) ?? 1, signs };
  };
  const [found, allowed] = await Promise.all([Promise.all(words.map(search)), findAllowed(query, index, tools)]);
  return { index, words: mergeForms(found), allowed };
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
  const lists = await Promise.all(ids.map((id) => findPlace(id, index)));
  return { ...word, postings: mergePostings([word.postings, ...lists]) };
}

async function findPlace(id: string, index: StoryIndex): Promise<readonly Posting[]> {
  const text = toPlaceWord(id);
  return (await index.readWords(text)).find((word) => word.text === text)?.getPostings() ?? [];
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
    Promise.all(list.map((phrase) => findPhrase(phrase.map(toScript), index)));
  const [wanted, unwanted] = await Promise.all([readPages(phrases), readPages(excluded)]);
  const all = index.manifest.pages.keys();
  return new Set(
    all.filter((page) => wanted.every((pages) => pages.has(page)) && !unwanted.some((pages) => pages.has(page))),
  );
}

/** Finds the pages on which words follow one another. Parts of compounds (“arms-control”) have the same position. */
async function findPhrase(phrase: readonly string[], index: StoryIndex): Promise<ReadonlySet<number>> {
  const pieces = (await Promise.all(phrase.map((word) => cutByIndex(word, index)))).flat();
  const lists = await Promise.all(pieces.map((word) => findExactWord(word, index)));
  const [first = [], ...others] = lists;
  const byPage = others.map((list) => new Map(list.map((posting) => [posting.page, posting])));
  const holds = ({ page, positions }: Posting) => {
    const following = byPage.map((postings) => postings.get(page)?.positions ?? []);
    return positions.some((start) => isRun(start, following)) || isWholeName(page, [first, ...others]);
  };
  return new Set(first.filter(holds).map(({ page }) => page));
}

function isRun(start: number, following: readonly (readonly number[])[]): boolean {
  let reached = [start];
  for (const positions of following) {
    const next = positions.filter((position) => reached.some((at) => position === at || position === at + 1));
    if (next.length === 0) return false;
    reached = next;
  }
  return true;
}

/** Names of places, tags and authors are not part of the text. A field with all words of a phrase counts as a match. */
function isWholeName(page: number, lists: readonly (readonly Posting[])[]): boolean {
  const fields = lists.map((list) => Object.keys(list.find((posting) => posting.page === page)?.fields ?? {}));
  const [first = [], ...others] = fields;
  return lists.length > 1 && first.some((field) => others.every((known) => known.includes(field)));
}
