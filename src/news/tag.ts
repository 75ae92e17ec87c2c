import { toSlug } from '../core/text.ts';

/** Gives the address part of a tag: every spelling of the same words has the same. */
export function toTagId(words: string): string {
  return toSlug(words);
}

/**
 * Gives the key under which two spellings of a tag count as nearly the same: word order, hyphens, spaces and a plural `s`
 * do not matter.
 *
 * @example toTagKey('Nuclear weapons') === toTagKey('nuclear-weapon') // true
 */
export function toTagKey(id: string): string {
  return id
    .split('-')
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/u, '') : word))
    .sort()
    .join('');
}
