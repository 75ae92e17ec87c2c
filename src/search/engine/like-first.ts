/** A story in the order it was ranked, with the words of its text. */
export interface RankedText {
  readonly score: number;
  /** Stems of its words without stop words, and how often each appears. */
  readonly words: ReadonlyMap<string, number>;
}

/** The number of results that are taken for what was asked for. */
const trusted = 3;

/**
 * Reorders the results of a question: those whose text resembles that of the first ones rise. A long question contains
 * words of little importance, and the subject of the best results tells them from the others.
 *
 * Source: Rocchio, Relevance Feedback in Information Retrieval (1971); Diaz, Regularizing Ad Hoc Retrieval Scores (2005).
 *
 * @param weight how much likeness counts, against the first story's score
 * @returns their places in the list, in the new order
 */
export function orderLikeFirst(stories: readonly RankedText[], weight: number): readonly number[] {
  const [first] = stories;
  if (!first || stories.length < 3) return [...stories.keys()];
  const vectors = toVectors(stories.map(({ words }) => words));
  const subject = addVectors(vectors.slice(0, trusted).map((vector, at) => [vector, stories[at]?.score ?? 0]));
  const scored = stories.map(({ score }, at) => {
    const likeness = toCosine(subject, vectors[at] ?? new Map());
    return { at, score: score + weight * first.score * likeness };
  });
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ at }) => at);
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
