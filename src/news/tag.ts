import { memoize } from '../core/memo.ts';
import { toSlug } from '../core/text.ts';

/** Gives the address part of a tag: every spelling of the same words has the same. */
export const toTagId: (words: string) => string = memoize(toSlug);

/**
 * Gives the keys under which spellings of a tag count as nearly the same: those that share one. Hyphens, spaces and a plural
 * `s` do not matter, nor does the order of the words.
 *
 * @example toTagKeys('nuclear-weapons') // ['nuclearweapon', 'nuclear weapon']
 */
export function toTagKeys(id: string): readonly [joined: string, sorted: string] {
  const words = id.split('-').map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/u, '') : word));
  return [words.join(''), words.toSorted().join(' ')];
}
