import { memoize } from '../../core/memo.ts';
import type { Posting } from '../format/index-files.ts';
import type { IndexMatches } from './matches.ts';
import type { StoryIndex } from '../format/part.ts';

/**
 * The weights that determine the order of results. They were chosen with `tests/bench/relevance/tune.ts`, by
 * cross-validation on questions and on half-remembered headlines. Where no collection could decide, there is a reason
 * instead.
 */
export interface RankingWeights {
  /** BM25's k1: how slowly further mentions of a word lose their worth. */
  readonly saturation: number;
  /** BM25's b: how much more often longer stories must mention a word. */
  readonly length: number;
  /** The number of mentions that a word in the headline counts for. */
  readonly title: number;
  /** In the standfirst: between text and headline. */
  readonly summary: number;
  /** In the names of places, tags, storylines and authors: an editor's own words for the subject of the story. */
  readonly names: number;
  /** In a heading of the text. */
  readonly heading: number;
  /** The score that two neighbouring words of the query add if they are near each other, relative to one word's. */
  readonly pair: number;
  /**
   * The gain of a story of the newest month over an old one, as a share of its score. It decides between stories that
   * match equally.
   */
  readonly recency: number;
  /**
   * The weight of the likeness to the first result of a question (`like-first.ts`), relative to the first one's score.
   */
  readonly likeness: number;
}

export const rankingWeights: RankingWeights = {
  saturation: 2,
  length: 0.6,
  title: 3,
  summary: 1,
  names: 1.5,
  heading: 0.5,
  pair: 0.1,
  recency: 0.03,
  likeness: 2,
};

/** The maximum distance of words that belong together. */
const pairDistance = 8;

/** Months after which the preference for newer stories has halved. */
const recencyHalfLifeMonths = 12;

/** A matching story. */
export interface Hit {
  readonly index: StoryIndex;
  readonly page: number;
  readonly score: number;
  /** The share of the query that the story contains, 0 to 1. Rare words count more. */
  readonly coverage: number;
  /** The positions in the text of every word of the query, in its order. */
  readonly positions: readonly (readonly number[] | undefined)[];
}

/**
 * Ranks the stories that contain any word of a query, the best first: BM25 over text, headline, standfirst and names
 * (BM25F). A word's rarity is counted among all stories of the same language.
 *
 * Source: Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the bonus for pairs
 * after Metzler & Croft, A Markov Random Field Model for Term Dependencies (2005).
 */
export function rankStories(matches: readonly IndexMatches[], weights = rankingWeights): readonly Hit[] {
  const newest = matches.flatMap(({ index }) => index.months).reduce((max, month) => (month > max ? month : max), '');
  const toGain = memoize((month: string) => 1 + weights.recency * toRecency(month, newest));
  const byLanguage = Map.groupBy(matches, ({ index }) => index.language);
  return [...byLanguage.values()]
    .flatMap((group) => rankLanguage(group, toGain, weights))
    .sort((a, b) => b.score - a.score || compareDates(a, b));
}

/** Orders stories of one index by date, newer first, and those of different parts by month. */
export function compareDates(a: Pick<Hit, 'index' | 'page'>, b: Pick<Hit, 'index' | 'page'>): number {
  const [one, other] = [a.index.months[a.page] ?? '', b.index.months[b.page] ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return (a.index.ranks[a.page] ?? 0) - (b.index.ranks[b.page] ?? 0);
}

/** Returns 1 for a story of the newest month, and half as much for each year before. */
function toRecency(month: string, newest: string): number {
  return 2 ** ((toMonths(month) - toMonths(newest)) / recencyHalfLifeMonths);
}

/** Counts months from the year 0. */
function toMonths(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

/** A story's score so far. */
interface Gathered {
  score: number;
  coverage: number;
  positions: (readonly number[] | undefined)[];
}

function rankLanguage(
  group: readonly IndexMatches[],
  toGain: (month: string) => number,
  weights: RankingWeights,
): readonly Hit[] {
  const pages = group.flatMap(({ index }) => index.manifest.pages);
  const average = pages.reduce((sum, { words }) => sum + words, 0) / Math.max(1, pages.length);
  const stems = [...new Set(group.flatMap(({ words }) => words.map(({ stem }) => stem)))];
  const rarities = stems.map((stem) =>
    toRarity(
      pages.length,
      sum(group, (entry) => getPostings(entry, stem).length),
    ),
  );
  const total = rarities.reduce((all, rarity) => all + rarity, 0);
  const gathered = group.map((entry) => gatherWords(entry, stems, rarities, average, weights));
  addPairs(gathered, group, stems, pages.length, average, weights);
  return gathered.flatMap((stories, at) => {
    const { index, allowed } = group[at] as IndexMatches;
    return [...stories]
      .filter(([page]) => allowed?.has(page) ?? true)
      .map(([page, { score, coverage, positions }]) => ({
        index,
        page,
        score: score * toGain(index.months[page] ?? ''),
        coverage: total > 0 ? coverage / total : 0,
        positions,
      }));
  });
}

/** BM25's inverse document frequency: the fewer stories contain a word, the more it says. */
function toRarity(stories: number, holding: number): number {
  return holding === 0 ? 0 : Math.log(1 + (stories - holding + 0.5) / (holding + 0.5));
}

function sum<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((total, item) => total + measure(item), 0);
}

function getPostings({ words }: IndexMatches, stem: string): readonly Posting[] {
  return words.find((word) => word.stem === stem)?.postings ?? [];
}

function gatherWords(
  { index, words }: IndexMatches,
  stems: readonly string[],
  rarities: readonly number[],
  average: number,
  weights: RankingWeights,
): Map<number, Gathered> {
  const stories = new Map<number, Gathered>();
  const toMentions = createMentions(index, weights);
  for (const { stem, postings } of words) {
    const at = stems.indexOf(stem);
    const rarity = rarities[at] ?? 0;
    for (const posting of postings) {
      const mentions = toMentions(posting, average);
      const story = stories.get(posting.page) ?? { score: 0, coverage: 0, positions: [] };
      story.score += rarity * saturate(mentions, weights);
      story.coverage += rarity;
      story.positions[at] = posting.positions;
      stories.set(posting.page, story);
    }
  }
  return stories;
}

/**
 * Counts how often a story mentions a word. Mentions in the text are weighed by its length; fields are short, so theirs
 * are not.
 */
function createMentions(index: StoryIndex, weights: RankingWeights) {
  const worth = index.manifest.fields.map(
    (field) =>
      ({ title: weights.title, summary: weights.summary, names: weights.names, place: weights.names })[field] ?? 0,
  );
  return ({ page, positions, headings, fields }: Posting, average: number): number => {
    const text = (positions.length + headings * weights.heading) / toLengthFactor(index, page, average, weights);
    return Object.keys(fields).reduce((mentions, field) => mentions + (worth[Number(field)] ?? 0), text);
  };
}

function toLengthFactor({ manifest }: StoryIndex, page: number, average: number, { length }: RankingWeights): number {
  return 1 - length + length * ((manifest.pages[page]?.words ?? average) / average);
}

function saturate(mentions: number, { saturation }: RankingWeights): number {
  return (mentions * (saturation + 1)) / (mentions + saturation);
}

/**
 * Adds the score of neighbouring words of the query that are near each other, more for rarer pairs. Adjacent words
 * count twice.
 */
function addPairs(
  gathered: readonly Map<number, Gathered>[],
  group: readonly IndexMatches[],
  stems: readonly string[],
  stories: number,
  average: number,
  weights: RankingWeights,
): void {
  for (let at = 0; at + 1 < stems.length; at += 1) {
    for (const distance of [1, pairDistance]) {
      const found = gathered.map((known) =>
        [...known].flatMap(([page, { positions }]) => {
          const near = countNear(positions[at], positions[at + 1], distance);
          return near > 0 ? [{ page, near }] : [];
        }),
      );
      const rarity = toRarity(
        stories,
        sum(found, (pairs) => pairs.length),
      );
      for (const [number, pairs] of found.entries()) {
        const { index } = group[number] as IndexMatches;
        for (const { page, near } of pairs) {
          const story = gathered[number]?.get(page);
          const mentions = near / toLengthFactor(index, page, average, weights);
          if (story) story.score += weights.pair * rarity * saturate(mentions, weights);
        }
      }
    }
  }
}

/**
 * Counts the positions of a word that have another word near. For distance 1, the other comes right after it or has the
 * same position (parts of a compound).
 */
function countNear(one: readonly number[] = [], other: readonly number[] = [], distance: number): number {
  if (one.length === 0 || other.length === 0) return 0;
  const from = distance === 1 ? 0 : -distance;
  return one.filter((at) => other.some((position) => position - at >= from && position - at <= distance)).length;
}
