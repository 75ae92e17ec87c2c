import type { RankingWeights } from './ranking-weights.ts';

/** A story in the order it was ranked, with the words of its text. */
export interface RankedText {
  readonly score: number;
  /** Stems of its words without stop words, and how often each appears. Empty unless the query is a question. */
  readonly words: ReadonlyMap<string, number>;
  /** The share of the words of its headline that the query contains, 0 to 1. Stop words count: “The Who”. */
  readonly asked: number;
}

/** The number of results that are taken for what was asked for. */
const trusted = 3;

/**
 * Reorders the first results. Those whose headline is in the query rise: it names what they are about. So do, for a
 * question, those whose text resembles that of the first ones: a long question contains words of little importance, and
 * the subject of the best results tells them from the others.
 *
 * Source: Rocchio, Relevance Feedback in Information Retrieval (1971); Diaz, Regularizing Ad Hoc Retrieval Scores (2005).
 */
export function orderTexts<Story extends RankedText>(
  stories: readonly Story[],
  { likeness, asked }: Pick<RankingWeights, 'asked' | 'likeness'>,
): readonly Story[] {
  const best = stories[0]?.score ?? 0;
  const vectors = toVectors(stories.map(({ words }) => words));
  const subject = addVectors(vectors.slice(0, trusted).map((vector, at) => [vector, stories[at]?.score ?? 0]));
  const scored = stories.map((story, at) => {
    // Two stories have no subject in common that a third could lack.
    const like = stories.length < trusted ? 0 : toCosine(subject, vectors[at] ?? new Map());
    return { story, score: story.score + best * (likeness * like + asked * story.asked ** 2) };
  });
  return scored.sort((a, b) => b.score - a.score).map(({ story }) => story);
}

/** Adds vectors, each by its weight. A longer text weighs no more than a short one. */
function addVectors(
  weighted: readonly (readonly [vector: ReadonlyMap<string, number>, weight: number])[],
): ReadonlyMap<string, number> {
  const added = new Map<string, number>();
  for (const [vector, weight] of weighted) {
    const share = weight / (toLength(vector) || 1);
    for (const [word, value] of vector) added.set(word, (added.get(word) ?? 0) + value * share);
  }
  return added;
}

/** Returns each text's words weighted by their frequency in it and their rarity in the other texts. */
function toVectors(texts: readonly ReadonlyMap<string, number>[]): readonly ReadonlyMap<string, number>[] {
  const holding = new Map<string, number>();
  for (const word of texts.flatMap((text) => [...text.keys()])) holding.set(word, (holding.get(word) ?? 0) + 1);
  return texts.map((text) => {
    const weighted = [...text].map(([word, count]) => {
      const stories = holding.get(word) ?? 1;
      const rarity = Math.log(1 + (texts.length - stories + 0.5) / (stories + 0.5));
      return [word, (count / (count + 1)) * rarity] as const;
    });
    return new Map(weighted);
  });
}

function toCosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [word, weight] of one) product += weight * (other.get(word) ?? 0);
  const lengths = toLength(one) * toLength(other);
  return lengths > 0 ? product / lengths : 0;
}

function toLength(vector: ReadonlyMap<string, number>): number {
  return Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
}
