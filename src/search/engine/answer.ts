import {
  chosenFacets,
  countValues,
  createPageFilter,
  type FacetCounts,
  type FacetValue,
  type FilterPages,
} from './facets.ts';
import type { LanguageTools } from './languages.ts';
import { orderLikeFirst } from './like-first.ts';
import type { IndexMatches } from './matches.ts';
import type { StoryIndex } from '../format/part.ts';
import { compareDates, rankStories, type Hit } from './rank.ts';
import { rankingWeights, type RankingWeights } from './ranking-weights.ts';
import { splitWords } from '../pagefind/word-list.ts';
import { buildResult, type SearchResult } from './result.ts';
import { searchFacets, toOrder, type SearchFacet, type SearchState } from './state.ts';
import { toIndexWord } from '../format/words.ts';

/** The stories found in the index parts that were searched. */
export interface SearchAnswer {
  readonly total: number;
  /** Whether one of them has all words of the query, or as many as can be expected of a question. */
  readonly isFull: boolean;
  /** Returns results from `start` on. */
  readResults(start: number, count: number): Promise<readonly SearchResult[]>;
  /** Counts the stories that each choice of a filter would leave. */
  readCounts(): Promise<FacetCounts>;
}

/**
 * A query with at least this many significant words is a question. Its results are reordered by the subject of the best
 * one.
 */
const questionWords = 5;

/** The number of results of a question that are reordered. Each takes 2 kB that the reader may not need. */
const reordered = 24;

/** The number of stories with all words that is enough. */
const enough = 10;

/** The number of stories with some of the words that take the place of each missing one with all. */
const standIns = 10;

/** The share that such a story needs of the score of the best of them. */
const leastScore = 0.1;

/** Builds the answer to a search from the matches in the indexes. */
export async function buildAnswer(
  matches: readonly IndexMatches[],
  state: SearchState,
  getTools: (language: string) => Promise<LanguageTools>,
  weights = rankingWeights,
): Promise<SearchAnswer> {
  const isList = state.q === '' || matches.every(onlyExcludes);
  const hits = isList ? listAll(matches) : eachLanguage(rankStories(matches, weights), selectMatching);
  const filters = await readFilters(matches, chosenFacets(state.facets));
  const passes = createPasses(filters, state);
  const passing = hits.filter((hit) => passes(hit));
  const ordered = await order(passing, matches, isList ? { ...state, q: '' } : state, getTools, weights);
  const readResult = async (hit: Hit) => buildResult(hit, await getTools(hit.index.language));
  return {
    total: ordered.length,
    isFull: isFull(ordered, matches),
    readResults: (start, count) => Promise.all(ordered.slice(start, start + count).map(readResult)),
    readCounts: async () => countFacets(hits, state, await readFilters(matches, searchFacets)),
  };
}

/**
 * Changes the hits of each language by themselves. They keep the places that their language has among the others, except
 * those that it gives up.
 */
function eachLanguage(hits: readonly Hit[], change: (own: readonly Hit[]) => readonly Hit[]): readonly Hit[] {
  const groups = Map.groupBy(hits, ({ index }) => index.language);
  const changed = new Map([...groups].map(([language, own]) => [language, change(own).values()]));
  return hits.flatMap(({ index }) => changed.get(index.language)?.next().value ?? []);
}

/** Returns whether a query only says which stories are not wanted: `-russia`. */
function onlyExcludes({ words, allowed }: IndexMatches): boolean {
  return words.length === 0 && allowed !== undefined;
}

/** Without words, every story that is not excluded is a hit. */
function listAll(matches: readonly IndexMatches[]): readonly Hit[] {
  return matches.flatMap(({ index, allowed }) =>
    index.manifest.pages.flatMap((_, page) =>
      (allowed?.has(page) ?? true) ? [{ index, page, score: 0, coverage: 1, positions: [], forms: [] }] : [],
    ),
  );
}

/**
 * Returns the hits that answer a query: those with all of its words, and if those are few, the best of the others. One
 * story more or less changes little, and so does a slightly different score.
 *
 * @param hits the best first
 */
export function selectMatching(hits: readonly Hit[]): readonly Hit[] {
  const others = hits.filter((hit) => !hasAllWords(hit));
  const least = (others[0]?.score ?? 0) * leastScore;
  const missing = Math.max(0, enough - (hits.length - others.length));
  const added = new Set(others.slice(0, standIns * missing).filter(({ score }) => score >= least));
  return hits.filter((hit) => hasAllWords(hit) || added.has(hit));
}

/** Returns whether a story has all words of a query that any story in its language has. */
function hasAllWords({ coverage }: Hit): boolean {
  return coverage === 1;
}

/** Returns whether there is a story with all words in a language that knows them all. Questions need none. */
function isFull(hits: readonly Hit[], matches: readonly IndexMatches[]): boolean {
  const unknown = new Map<string, ReadonlySet<string>>();
  for (const [language, group] of Map.groupBy(matches, ({ index }) => index.language)) {
    const words = group.flatMap((entry) => entry.words);
    const known = new Set(words.filter(({ postings }) => postings.length > 0).map(({ stem }) => stem));
    unknown.set(language, new Set(words.map(({ stem }) => stem)).difference(known));
  }
  return (
    hits.some((hit) => hasAllWords(hit) && unknown.get(hit.index.language)?.size === 0) || matches.some(isQuestion)
  );
}

function isQuestion({ words }: IndexMatches): boolean {
  return words.length >= questionWords;
}

/** Filters of every index, by the name of the facet. */
type Filters = ReadonlyMap<StoryIndex, ReadonlyMap<SearchFacet, FilterPages>>;

async function readFilters(matches: readonly IndexMatches[], facets: readonly SearchFacet[]): Promise<Filters> {
  const read = async ({ index }: IndexMatches) => {
    const filters = await Promise.all(facets.map(async (facet) => [facet, await index.readFilter(facet)] as const));
    return [index, new Map(filters)] as const;
  };
  return new Map(await Promise.all(matches.map(read)));
}

function createPasses(filters: Filters, state: SearchState, except?: SearchFacet): (hit: Hit) => boolean {
  const tests = new Map([...filters].map(([index, own]) => [index, createPageFilter(index, own, state, except)]));
  return ({ index, page }) => tests.get(index)?.has(page) ?? false;
}

function countFacets(hits: readonly Hit[], state: SearchState, filters: Filters): FacetCounts {
  const counts = searchFacets.map((facet) => {
    const passes = createPasses(filters, state, facet);
    const pages = Map.groupBy(hits.filter(passes), ({ index }) => index);
    const table = new Map<string, FacetValue>();
    for (const [index, own] of filters) {
      const counted = new Set(pages.get(index)?.map(({ page }) => page));
      countValues(own.get(facet) ?? new Map(), (page) => counted.has(page), table);
    }
    const chosen = state.facets[facet] ?? [];
    return [facet, [...table.values()].filter(({ id, count }) => count > 0 || chosen.includes(id))] as const;
  });
  return Object.fromEntries(counts) as unknown as FacetCounts;
}

async function order(
  hits: readonly Hit[],
  matches: readonly IndexMatches[],
  state: SearchState,
  getTools: (language: string) => Promise<LanguageTools>,
  weights: RankingWeights,
): Promise<readonly Hit[]> {
  const wanted = toOrder(state);
  // Parts follow one another in time, so ordering each part orders everything.
  const at = new Map(matches.map(({ index }, number) => [index, number]));
  if (wanted !== 'relevance') {
    const newest = hits.toSorted((a, b) => compareParts(a, b, at) || compareDates(a, b));
    return wanted === 'newest' ? newest : newest.reverse();
  }
  const questions = new Set(matches.filter(isQuestion).map(({ index }) => index.language));
  const reorderedHits = new Map(
    await Promise.all(
      [...questions].map(async (language) => {
        const own = hits.filter(({ index }) => index.language === language);
        return [language, await reorder(own, getTools, weights)] as const;
      }),
    ),
  );
  return eachLanguage(hits, (own) => reorderedHits.get(own[0]?.index.language ?? '') ?? own);
}

/** Languages of one part share its months. Those of different parts do not. */
function compareParts(a: Hit, b: Hit, at: ReadonlyMap<StoryIndex, number>): number {
  return a.index.months[a.page] === b.index.months[b.page]
    ? 0
    : compareDates(a, b) || (at.get(a.index) ?? 0) - (at.get(b.index) ?? 0);
}

async function reorder(
  hits: readonly Hit[],
  getTools: (language: string) => Promise<LanguageTools>,
  { likeness }: RankingWeights,
): Promise<readonly Hit[]> {
  const head = hits.slice(0, reordered);
  const texts = await Promise.all(
    head.map(async ({ index, page, score }) => {
      const { stopWords, toStem } = await getTools(index.language);
      const { content } = await index.readFragment(page);
      const words = splitWords(content)
        .words.map(toIndexWord)
        .filter((word) => word.length > 1 && !stopWords.has(word));
      const counts = new Map<string, number>();
      for (const stem of words.map(toStem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      return { score, words: counts };
    }),
  );
  return [...orderLikeFirst(texts, likeness).flatMap((number) => head[number] ?? []), ...hits.slice(reordered)];
}
