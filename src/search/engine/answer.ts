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

/**
 * The number of stories with all words that is enough. If there are fewer, stories with most of the words are added.
 */
const enough = 10;

/** The share of the best story's coverage that counts as “most” of the query. */
const partialShare = 0.3;

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
  return {
    total: ordered.length,
    readResults: (start, count) => Promise.all(ordered.slice(start, start + count).map(buildResult)),
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
 * Returns the hits that answer a query: those with all of its words, and if those are too few, also those with a fair
 * share of the best one's.
 */
export function selectMatching(hits: readonly Hit[]): readonly Hit[] {
  const whole = hits.filter(({ coverage }) => coverage > 0.999);
  if (whole.length >= enough) return whole;
  const best = hits.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  return hits.filter(({ coverage }) => coverage >= best * partialShare);
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
  const questions = new Set(
    matches.filter(({ words }) => words.length >= questionWords).map(({ index }) => index.language),
  );
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
