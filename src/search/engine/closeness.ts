/** The positions in a text of every word of a query, in its order. Each list ascends. */
export type WordPositions = readonly (readonly number[] | undefined)[];

/** Two words of a query that are near each other in a text. */
export interface NearWords {
  /** Their places in the query. */
  readonly words: readonly [number, number];
  /** How often the first one has the second one near. */
  readonly near: number;
  /** How often the second one comes right after it. Parts of a compound have the same position. */
  readonly adjacent: number;
}

/** The maximum distance in a text of words that belong together. */
const nearDistance = 8;

/** The maximum distance in a query of words that may belong together. */
const reach = 3;

/** Finds the words of a query that a text has near each other, among those that are near each other in the query. */
export function findNearWords(positions: WordPositions): readonly NearWords[] {
  return positions.flatMap((one, at) =>
    positions.slice(at + 1, at + 1 + reach).flatMap((other, offset) => {
      if (!one || !other) return [];
      const near = countNear(one, other, -nearDistance, nearDistance);
      if (near === 0) return [];
      const adjacent = offset === 0 ? countNear(one, other, 0, 1) : 0;
      return [{ words: [at, at + 1 + offset] as const, near, adjacent }];
    }),
  );
}

/** Counts the positions of a word at which another word is within a range of distances. */
function countNear(one: readonly number[], other: readonly number[], from: number, to: number): number {
  let [count, next] = [0, 0];
  for (const at of one) {
    while ((other[next] ?? Infinity) < at + from) next += 1;
    if ((other[next] ?? Infinity) <= at + to) count += 1;
  }
  return count;
}

/** The number of words in a passage. Passages overlap by half. */
const passageWords = 120;

/** Counts the words of a query in every passage of a text that contains any, by their places in the query. */
export function listPassages(positions: WordPositions): readonly (readonly (number | undefined)[])[] {
  const passages = new Map<number, number[]>();
  for (const [at, list] of positions.entries()) {
    for (const position of list ?? []) {
      const half = Math.floor(position / (passageWords / 2));
      for (const passage of half > 0 ? [half - 1, half] : [half]) {
        const counts = passages.get(passage) ?? [];
        counts[at] = (counts[at] ?? 0) + 1;
        passages.set(passage, counts);
      }
    }
  }
  return [...passages.values()];
}
