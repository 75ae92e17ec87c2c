import { createBodies, type Bodies } from '../content/body.ts';
import { readNowMs } from '../content/clock.ts';
import { readEdition } from '../content/edition.ts';
import { takeOver } from '../content/handover.ts';
import { openPageStore } from '../content/page-store.ts';
import { site } from '../site.config.ts';
import type { Context } from '../views/context.ts';
import { getPageStoreFile } from './cache-dir.ts';
import { createContext, getBodyOptions } from './site-context.ts';

/** What pages are made of: the context of their views, and the texts. */
export interface Paper extends Context {
  readonly bodies: Bodies;
  /**
   * Tells by its site path whether a page is to be written. Routes with many pages ask, so that one new story does not make
   * Astro look at 100,000 addresses.
   */
  isWanted(path: string): boolean;
}

let paper: Promise<Paper> | undefined;

/** Gives the edition with all that pages need: built once per build, anew for each page of the authoring server. */
export function getPaper(): Promise<Paper> {
  if (isAuthoring()) return openPaper();
  paper ??= openPaper();
  return paper;
}

/** Tells the authoring server from a build. `import.meta.env.DEV` does not: a variable `DEV` in the environment sets it. */
export function isAuthoring(): boolean {
  return takeOver() === undefined;
}

async function openPaper(): Promise<Paper> {
  const { language, timeZone } = site;
  const edition = await readEdition({ nowMs: readNowMs(), language, timeZone });
  const isWanted = takeOver()?.isWanted ?? (() => true);
  const store = isAuthoring() ? {} : { store: openPageStore(getPageStoreFile(site)) };
  return { ...createContext(edition), bodies: createBodies({ ...getBodyOptions(), ...store }), isWanted };
}
