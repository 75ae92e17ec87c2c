import type { Edition } from '../news/edition.ts';

/**
 * The edition on its way from the build command to the pages. Astro bundles our modules anew, so that pages share no variables
 * with the build command, but runs them in the same process: no store and no file has to carry 100,000 stories.
 */
const slot = Symbol.for('gazetteer.edition');

/** Leaves the edition for the pages of the build that follows in this process. */
export function handOver(edition: Edition): void {
  Reflect.set(globalThis, slot, edition);
}

/** Gives the edition that the build command has left; undefined in the authoring server, which reads its own. */
export function takeOver(): Edition | undefined {
  return Reflect.get(globalThis, slot) as Edition | undefined;
}
