import path from 'node:path';
import { createBodies, type Bodies, type Body } from '../content/reading/body.ts';
import { readNowMs } from '../content/clock.ts';
import { readEdition } from '../content/edition.ts';
import { getSharedEdition } from '../content/shared-edition.ts';
import { locateIssues } from '../content/yaml/locate.ts';
import { openPageStore } from '../content/store/page-store.ts';
import type { Issue } from '../core/issue.ts';
import type { LocalSite } from '../core/settings.ts';
import { getSettings, readSettings } from '../settings/settings.ts';
import type { Context, Problem } from '../views/context.ts';
import { getPageStoreFile } from '../disk/cache-dir.ts';
import { keepLastGood } from './last-good-texts.ts';
import { createContext, getBodyOptions } from './site-context.ts';

/** The context of pages: that of their views, plus the texts. */
export interface Paper extends Context {
  readonly site: LocalSite;
  readonly bodies: Bodies;
  /**
   * Returns whether a page, given by its site path, has to be written. Routes with many pages use it, so that one new
   * story does not make Astro look at 100,000 addresses.
   */
  isWanted(path: string): boolean;
}

let paper: Promise<Paper> | undefined;

/**
 * Returns the edition with everything that pages need: built once per build, and again for each page of the authoring
 * server.
 */
export function getPaper(): Promise<Paper> {
  if (isAuthoring()) return openPaper();
  paper ??= openPaper();
  return paper;
}

/**
 * Returns whether this is the authoring server. `import.meta.env.DEV` does not tell: a variable `DEV` in the
 * environment sets it.
 */
export function isAuthoring(): boolean {
  return getSharedEdition() === undefined;
}

async function openPaper(): Promise<Paper> {
  const { site } = await getSettings();
  const { language, timeZone } = site;
  // Editors see their drafts, as in a preview. In a build, the edition is the shared one.
  const { edition, problems } = await readEdition({ nowMs: readNowMs(), language, timeZone, isPreview: true });
  const context = createContext(edition, site);
  if (isAuthoring()) {
    const { issues } = await readSettings();
    const errors = issues.filter(({ severity }) => severity === 'error');
    return {
      ...context,
      ...openTexts(site, [...errors, ...problems]),
      site: { ...site, isPreview: true },
      isWanted: () => true,
    };
  }
  const store = openPageStore(getPageStoreFile(site));
  const isWanted = getSharedEdition()?.isWanted ?? (() => true);
  return { ...context, site, bodies: createBodies({ ...getBodyOptions(site), store }), isWanted };
}

/** The last text without errors of each file that was viewed in the authoring server. */
const seenTexts = new Map<string, Body>();

/**
 * Opens the texts of the authoring server, and the list of problems that a page shows. Problems in the page's own text
 * are added to it.
 */
function openTexts(site: LocalSite, issues: readonly Issue[]): Pick<Paper, 'bodies' | 'problems'> {
  const toShown = (issue: Issue) => toProblem(issue, site.contentDir);
  const problems = issues.map(toShown);
  const bodies = keepLastGood(createBodies(getBodyOptions(site)), seenTexts, async (found) => {
    const places = new Set(problems.map(({ place }) => place));
    const located = await locateIssues(site.contentDir, found);
    problems.push(...located.map(toShown).filter(({ place }) => !places.has(place)));
  });
  return { bodies, problems };
}

function toProblem({ file, line, column, message, hint }: Issue, contentDir: string): Problem {
  return { place: `${path.relative('', contentDir)}/${file}:${line}:${column}`, message, hint };
}
