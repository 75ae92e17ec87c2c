import { countMistakes, getNearest } from '../../core/spelling.ts';
import type { Entity } from './entity.ts';
import type { EntityNames } from './entity-names.ts';

/** Shorter words are like too many names. */
const shortestTypo = 5;

/** Names with more mistakes are other names. */
const mostMistakes = 2;

/** Finds the entities whose name is most like a word, or like all words of a query. */
export function findNearestName(word: string, names: EntityNames): readonly Entity[] {
  const nearest = word.length < shortestTypo ? undefined : getNearest(word, names.keys());
  const isNear = nearest !== undefined && countMistakes(word, nearest, mostMistakes) <= mostMistakes;
  return isNear ? (names.get(nearest) ?? []) : [];
}
