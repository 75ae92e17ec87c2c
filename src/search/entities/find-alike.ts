import { searchFacets } from '../engine/state.ts';
import type { Entity } from './entity.ts';

/** An entity with the words of its title. */
export interface TitledEntity {
  readonly entity: Entity;
  readonly words: readonly string[];
}

/** A word with fewer letters is not completed. */
const shortestBeginning = 3;

/**
 * Finds the entities whose titles have all words of a query, of which the last may be incomplete. Titles that begin with
 * the query come first, then places, topics and so on, then those with most stories.
 *
 * @example findAlike(['kaz'], entities) // Kazakhstan
 */
export function findAlike(words: readonly string[], entities: readonly TitledEntity[]): readonly Entity[] {
  const last = words.at(-1) ?? '';
  const whole = words.slice(0, -1);
  if (last.length < shortestBeginning && whole.length === 0) return [];
  const found = entities.filter(({ words: own }) => whole.every((word) => own.includes(word)) && hasWord(own, last));
  const query = words.join(' ');
  const isLater = ({ words: own }: TitledEntity) => (own.join(' ').startsWith(query) ? 0 : 1);
  const toRank = ({ entity }: TitledEntity) => searchFacets.indexOf(entity.facet);
  return found
    .sort((a, b) => isLater(a) - isLater(b) || toRank(a) - toRank(b) || b.entity.stories - a.entity.stories)
    .map(({ entity }) => entity);
}

function hasWord(words: readonly string[], last: string): boolean {
  return last.length < shortestBeginning ? words.includes(last) : words.some((word) => word.startsWith(last));
}
