import { memoize } from '../../core/memo.ts';
import type { Posting } from '../pagefind/index-files.ts';
import { findNearWords, listPassages, type WordPositions } from './closeness.ts';
import type { FoundWord } from './lookup.ts';
import type { IndexMatches } from './matches.ts';
import type { StoryIndex } from '../format/part.ts';
import { rankingWeights, type RankingWeights } from './ranking-weights.ts';
import { placeField } from '../format/place-word.ts';

/** The number of stories, best first, in which the distances between words count. */
const measured = 300;

/** The number of words of a text that are its lead. */
const leadWords = 40;

/** Months after which the preference for newer stories has halved. */
const recencyHalfLifeMonths = 12;

/** A matching story. */
export interface Hit {
  readonly index: StoryIndex;
  readonly page: number;
  readonly score: number;
  /** The share of the query that the story contains, 0 to 1. Rare words count more. */
  readonly coverage: number;
  readonly positions: WordPositions;
  /** The forms of the words of the query in the index, in its order. */
  readonly forms: readonly (readonly string[])[];
}

/**
 * Ranks the stories that contain any word of a query, the best first: BM25 over text, headline, standfirst and names
 * (BM25F). A word's rarity is counted among all stories of the same language. A word that was typed twice counts twice.
 *
 * Source: Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009); the bonus for pairs
 * after Metzler & Croft, A Markov Random Field Model for Term Dependencies (2005), that for passages after Callan,
 * Passage-Level Evidence in Document Retrieval (1994).
 */
export function rankStories(matches: readonly IndexMatches[], weights = rankingWeights): readonly Hit[] {
  const byLanguage = Map.groupBy(matches, ({ index }) => index.language);
  return [...byLanguage.values()]
    .flatMap((group) => rankLanguage(group, weights))
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
  readonly entry: IndexMatches;
  readonly page: number;
  score: number;
  /** The sum of the rarities of the words that its headline contains. */
  headline: number;
  readonly positions: (readonly number[] | undefined)[];
}

/** The words of a query in the stories of one language. */
interface WordStatistics {
  readonly stems: readonly string[];
  /** How much each word says: the fewer stories contain it, the more. */
  readonly rarities: readonly number[];
  /** Its score for one mention: rarer words get more, repeated ones as often, parts of a compound less. */
  readonly worth: readonly number[];
  /** Whether the index tells all places of the word. Where a part does not, those of other parts must not count either. */
  readonly isPlaced: readonly boolean[];
  /** The average number of words in a story. */
  readonly average: number;
}

/** A story of one language does not change the ranking of those of another. */
function rankLanguage(group: readonly IndexMatches[], weights: RankingWeights): readonly Hit[] {
  const newest = group.flatMap(({ index }) => index.months).reduce((max, month) => (month > max ? month : max), '');
  const toGain = memoize((month: string) => 1 + weights.recency * toRecency(month, newest));
  const words = countWords(group, weights);
  const total = sum(words.rarities);
  const toCoverage = createCoverage(group, words);
  const toForms = memoize((found: readonly FoundWord[]) =>
    words.stems.map((stem) => found.find((word) => word.stem === stem)?.forms ?? []),
  );
  const gathered = group.flatMap((entry) => gatherWords(entry, words, weights));
  for (const story of gathered) story.score += weights.headline * (story.headline ** 2 / (total || 1));
  gathered.sort((a, b) => b.score - a.score);
  for (const story of gathered.slice(0, measured)) addCloseness(story, words, weights);
  return gathered
    .filter(({ entry, page }) => entry.allowed?.has(page) ?? true)
    .map(({ entry: { index, words: found }, page, score, positions }) => ({
      index,
      page,
      score: score * toGain(index.months[page] ?? ''),
      coverage: toCoverage(positions),
      positions,
      forms: toForms(found),
    }));
}

function countWords(group: readonly IndexMatches[], weights: RankingWeights): WordStatistics {
  const pages = group.flatMap(({ index }) => index.manifest.pages);
  const byStem = Map.groupBy(
    group.flatMap(({ words }) => words),
    ({ stem }) => stem,
  );
  const found = [...byStem.values()];
  const rarities = found.map((words) => toRarity(pages.length, sum(words.map(({ postings }) => postings.length))));
  return {
    stems: [...byStem.keys()],
    rarities,
    worth: rarities.map(
      (rarity, at) => rarity ** weights.rarity * Math.min(...(found[at] ?? []).map(({ times }) => times)),
    ),
    isPlaced: found.map((words) => words.every(hasPlaces)),
    average: sum(pages.map(({ words }) => words)) / Math.max(1, pages.length),
  };
}

/**
 * Makes a function that measures how much of the query a story contains. Found words overlap in languages without
 * spaces, so there their signs count, each once.
 */
function createCoverage(
  group: readonly IndexMatches[],
  { stems, rarities }: WordStatistics,
): (positions: Gathered['positions']) => number {
  const signs = new Map(group.flatMap(({ words }) => words.map(({ stem, signs: own = [] }) => [stem, own])));
  const known = stems
    .map((stem, at) => ({ at, rarity: rarities[at] ?? 0, signs: signs.get(stem) ?? [] }))
    .filter(({ rarity }) => rarity > 0);
  const isDense = known.some((word) => word.signs.length > 0);
  const measure = (held: typeof known) =>
    isDense ? new Set(held.flatMap((word) => word.signs)).size : sum(held.map(({ rarity }) => rarity));
  const total = measure(known);
  return (positions) => measure(known.filter(({ at }) => positions[at] !== undefined)) / total;
}

function hasPlaces({ postings }: FoundWord): boolean {
  return postings.every(({ mentions, positions }) => mentions === positions.length);
}

/** BM25's inverse document frequency: the fewer stories contain a word, the more it says. */
function toRarity(stories: number, holding: number): number {
  return holding === 0 ? 0 : Math.log(1 + (stories - holding + 0.5) / (holding + 0.5));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function gatherWords(entry: IndexMatches, statistics: WordStatistics, weights: RankingWeights): readonly Gathered[] {
  const { index, words } = entry;
  const stories = new Map<number, Gathered>();
  const toMentions = createMentions(index, weights);
  const title = index.manifest.fields.indexOf('title');
  for (const { stem, postings } of words) {
    const at = statistics.stems.indexOf(stem);
    const [rarity = 0, worth = 0] = [statistics.rarities[at], statistics.worth[at]];
    for (const posting of postings) {
      const { page, positions, fields } = posting;
      const story = stories.get(page) ?? { entry, page, score: 0, headline: 0, positions: [] };
      const isInTitle = title in fields;
      story.score += worth * (saturate(toMentions(posting, statistics), weights) + (isInTitle ? weights.title : 0));
      if (isInTitle) story.headline += rarity;
      story.positions[at] = statistics.isPlaced[at] ? positions : [];
      stories.set(page, story);
    }
  }
  return [...stories.values()];
}

/**
 * Counts how often a story mentions a word. Mentions in the text are weighed by its length; fields are short, so theirs
 * are not.
 */
function createMentions(index: StoryIndex, weights: RankingWeights) {
  const { summary, names, place } = weights;
  const byField: Readonly<Record<string, number>> = { summary, names, place: names, [placeField]: place };
  const worth = index.manifest.fields.map((field) => byField[field] ?? 0);
  return ({ page, mentions: inText, headings, fields }: Posting, { average }: WordStatistics): number => {
    let mentions = (inText + headings * weights.heading) / toLengthFactor(index, page, average, weights);
    for (const field in fields) mentions += worth[Number(field)] ?? 0;
    return mentions;
  };
}

function toLengthFactor({ manifest }: StoryIndex, page: number, average: number, { length }: RankingWeights): number {
  return 1 - length + length * ((manifest.pages[page]?.words ?? average) / average);
}

function saturate(mentions: number, { saturation }: RankingWeights): number {
  return (mentions * (saturation + 1)) / (mentions + saturation);
}

/** Adds what a story gains by words of the query that are near each other, in its lead, and by its best passage. */
function addCloseness(story: Gathered, { worth, average }: WordStatistics, weights: RankingWeights): void {
  const factor = toLengthFactor(story.entry.index, story.page, average, weights);
  const passages = listPassages(story.positions).map((counts) =>
    sum(counts.map((count = 0, at) => (worth[at] ?? 0) * saturate(count, weights))),
  );
  story.score += weights.passage * Math.max(0, ...passages);
  for (const [at, [first = leadWords] = []] of story.positions.entries())
    if (first < leadWords) story.score += weights.lead * (worth[at] ?? 0);
  for (const {
    words: [one, other],
    near,
    adjacent,
  } of findNearWords(story.positions)) {
    const share = other === one + 1 ? 1 : 0.5;
    const mentions = share * saturate(near / factor, weights) + saturate(adjacent / factor, weights);
    story.score += weights.pair * ((worth[one] ?? 0) + (worth[other] ?? 0)) * mentions;
  }
}
