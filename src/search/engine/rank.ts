import { memoize } from '../../core/memo.ts';
import type { Posting } from '../format/index-files.ts';
import type { IndexMatches } from './matches.ts';
import type { StoryIndex } from '../format/part.ts';

/**
 * What decides the order of answers. The numbers were chosen with `tests/bench/relevance/tune.ts`, by cross-validation on questions and on
 * half-remembered headlines; those that no collection could tell have a reason instead.
 */
export interface RankingWeights {
  /** BM25's k1: how slowly a further mention of a word loses its worth. */
  readonly saturation: number;
  /** BM25's b: how much longer stories must mention a word more often. */
  readonly length: number;
  /** A word in the headline counts as so many further mentions. */
  readonly title: number;
  /** In the standfirst: between text and headline. */
  readonly summary: number;
  /** In the names of places, tags, storylines and authors: an editor's own word for what the story is about. */
  readonly names: number;
  /** In a heading of the text. */
  readonly heading: number;
  /** What two neighbouring words of the query that stand near each other add, against what one word adds. */
  readonly pair: number;
  /** What a story of the newest month gains over an old one, as a share of its score: it decides between stories that match alike. */
  readonly recency: number;
  /** How much likeness to the first answer counts for those of a question (`like-first.ts`), against the first one's score. */
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

/** Words this near each other belong together. */
const pairDistance = 8;

/** After so many months the preference for newer stories has halved. */
const recencyHalfLifeMonths = 12;

/** A story that matches. */
export interface Hit {
  readonly index: StoryIndex;
  readonly page: number;
  readonly score: number;
  /** How much of the query the story holds, 0 to 1, rare words counting more. */
  readonly coverage: number;
  /** For every word of the query, in its order, where it stands in the text. */
  readonly positions: readonly (readonly number[] | undefined)[];
}

/**
 * Returns the stories that hold any of the words of a query, the best first: BM25 over text, headline, standfirst and names (BM25F), with
 * words counted rare or common among all stories of their language.
 *
 * Source: Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the bonus for pairs after Metzler & Croft,
 * A Markov Random Field Model for Term Dependencies (2005).
 */
export function rankStories(matches: readonly IndexMatches[], weights = rankingWeights): readonly Hit[] {
  const newest = matches.flatMap(({ index }) => index.months).reduce((max, month) => (month > max ? month : max), '');
  const toGain = memoize((month: string) => 1 + weights.recency * toRecency(month, newest));
  const byLanguage = Map.groupBy(matches, ({ index }) => index.language);
  return [...byLanguage.values()]
    .flatMap((group) => rankLanguage(group, toGain, weights))
    .sort((a, b) => b.score - a.score || compareDates(a, b));
}

/** Orders stories of one index by date, the newer first; of different parts, by month. */
export function compareDates(a: Pick<Hit, 'index' | 'page'>, b: Pick<Hit, 'index' | 'page'>): number {
  const [one, other] = [a.index.months[a.page] ?? '', b.index.months[b.page] ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return (a.index.ranks[a.page] ?? 0) - (b.index.ranks[b.page] ?? 0);
}

/** 1 for a story of the newest month, half of it for each year it is older. */
function toRecency(month: string, newest: string): number {
  return 2 ** ((toMonths(month) - toMonths(newest)) / recencyHalfLifeMonths);
}

/** Counts months from the year 0. */
function toMonths(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

/** The score that a story has collected so far. */
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

/** BM25's inverse document frequency: the fewer stories hold a word, the more it says. */
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

/** Counts how often a story mentions a word: in its text by its length, in fields as they are, as those are short. */
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

/** Adds what neighbouring words of the query gain by standing near each other, rarer pairs more: next to each other counts twice. */
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

/** Counts the places of a word that have another word near; right behind it, or (parts of a compound) at the same place, for distance 1. */
function countNear(one: readonly number[] = [], other: readonly number[] = [], distance: number): number {
  if (one.length === 0 || other.length === 0) return 0;
  const from = distance === 1 ? 0 : -distance;
  return one.filter((at) => other.some((position) => position - at >= from && position - at <= distance)).length;
}
