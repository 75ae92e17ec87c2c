import { countMistakes } from '../../core/spelling.ts';
import type { SearchFacet } from '../engine/state.ts';
import type { SearchSetup } from './setup.ts';

/** A place or topic whose name is like a word of a query. */
export interface NearName {
  readonly facet: SearchFacet;
  readonly id: string;
  readonly text: string;
}

/** Shorter words are like too many names. */
const shortest = 3;

/** The number of names that are offered. */
const offered = 5;

/**
 * Finds the places and topics whose names are most like a word of a query: they begin with it, or differ in one letter
 * of three at most.
 *
 * @example findNearNames('kazahstan flood', values) // [{ facet: 'region', id: 'kazakhstan', text: 'Kazakhstan' }]
 */
export function findNearNames(typed: string, values: SearchSetup['values']): readonly NearName[] {
  const words = toWords(typed).filter((word) => word.length >= shortest);
  return (['region', 'topic'] as const)
    .flatMap((facet) =>
      (values[facet] ?? []).map(({ id, text }) => ({ facet, id, text, distance: measure(words, toWords(text)) })),
    )
    .filter(({ distance }) => distance < Infinity)
    .toSorted((a, b) => a.distance - b.distance || a.text.length - b.text.length)
    .slice(0, offered)
    .map(({ facet, id, text }) => ({ facet, id, text }));
}

function toWords(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

/** Returns the fewest mistakes between a word of one list and one of another. Infinity if all are too many. */
function measure(words: readonly string[], names: readonly string[]): number {
  const distances = words.flatMap((word) => {
    const limit = Math.floor(word.length / 3);
    return names.map((name) => {
      const mistakes = name.startsWith(word) ? 0 : countMistakes(word, name, limit);
      return mistakes > limit ? Infinity : mistakes;
    });
  });
  return Math.min(Infinity, ...distances);
}
