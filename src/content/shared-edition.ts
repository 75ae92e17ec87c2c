import type { Edition } from '../news/edition.ts';

/** The settings and edition that the build command shares with Astro's configuration and the pages. */
export interface SharedEdition {
  readonly edition: Edition;
  /** Returns whether a page, given by its site path, has to be written. */
  isWanted(path: string): boolean;
}

/**
 * The global that passes the edition from the build command to the pages. Astro bundles our modules again, so pages
 * share no variables with the build command, but both run in the same process. So neither a store nor a file has to
 * carry 100,000 stories.
 */
const slot = Symbol.for('gazetteer.edition');

/** Shares the edition with the pages of the next build in this process. */
export function shareEdition(shared: SharedEdition): void {
  Reflect.set(globalThis, slot, shared);
}

/** Returns what the build command shared. Undefined in the authoring server, which reads its own. */
export function getSharedEdition(): SharedEdition | undefined {
  return Reflect.get(globalThis, slot) as SharedEdition | undefined;
}
