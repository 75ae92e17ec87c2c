import type { Settings } from '../core/settings.ts';
import type { Edition } from '../news/edition.ts';

/** What the build command hands over to Astro's configuration and to the pages. */
export interface SharedEdition {
  readonly settings: Settings;
  readonly edition: Edition;
  /** Tells by its site path whether a page is to be written. */
  isWanted(path: string): boolean;
}

/**
 * The edition on its way from the build command to the pages. Astro bundles our modules anew, so that pages share no variables
 * with the build command, but runs them in the same process: no store and no file has to carry 100,000 stories.
 */
const slot = Symbol.for('gazetteer.edition');

/** Leaves the edition for the pages of the build that follows in this process. */
export function shareEdition(shared: SharedEdition): void {
  Reflect.set(globalThis, slot, shared);
}

/** Returns what the build command has left; undefined in the authoring server, which reads its own. */
export function getSharedEdition(): SharedEdition | undefined {
  return Reflect.get(globalThis, slot) as SharedEdition | undefined;
}
