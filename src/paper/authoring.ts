import path from 'node:path';
import { readNowMs } from '../content/clock.ts';
import { getLiveNewsroom } from '../content/live-newsroom.ts';
import { createBodies, type Bodies } from '../content/reading/body.ts';
import { locateIssues } from '../content/yaml/locate.ts';
import type { Issue } from '../core/issue.ts';
import { memoize } from '../core/memo.ts';
import type { LocalSite } from '../core/settings.ts';
import { buildEdition } from '../news/edition.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { readSettings } from '../settings/settings.ts';
import { getSettings } from '../settings/shared-settings.ts';
import type { Context, Problem } from '../views/context.ts';
import { buildPageFrame } from '../views/page-frame.ts';
import { toParams, type PageKind } from './kinds/page-kind.ts';
import { keepLastGood } from './last-good-texts.ts';
import type { OpenPage } from './open-page.ts';
import { createContext, getBodyOptions } from './site-context.ts';

/** The edition as the authoring server shows it: with drafts, and without texts that have errors. */
interface Draft extends Context {
  readonly site: LocalSite;
  readonly bodies: Bodies;
}

/** Lists the pages of a kind for Astro: the parameters of their route, and their subjects as props. */
export async function listPaths<Subject>({ route = '', list, toPath }: PageKind<Subject, object>) {
  return list(await openDraft()).map((subject) => ({ params: toParams(route, toPath(subject)), props: { subject } }));
}

/** Opens a page of the authoring server. Reads whatever has changed since the last one. */
export async function openAuthored<Subject, Content extends object>(
  kind: PageKind<Subject, Content>,
  subject: Subject,
): Promise<OpenPage<Content>> {
  const draft = await openDraft();
  const { site, words, bodies } = draft;
  const reference = kind.getText?.(draft, subject);
  // A text may add to the problems that the frame shows.
  const text = reference && (await bodies.render(reference.file));
  return {
    content: kind.build(draft, subject),
    text,
    frame: buildPageFrame(draft),
    words,
    site,
    readText: async (file) => (await bodies.render(file)).tree,
    isAuthoring: true,
  };
}

async function openDraft(): Promise<Draft> {
  const { site } = await getSettings();
  const { newsroom, issues } = getLiveNewsroom();
  const settings = await readSettings();
  const errors = [...settings.issues, ...issues].filter(({ severity }) => severity === 'error');
  const edition = getEdition(site)(newsroom)(Math.floor(readNowMs() / minuteMs) * minuteMs);
  return { ...createContext(edition, site), ...openTexts(site, errors), site: { ...site, isPreview: true } };
}

const minuteMs = 60_000;

/** Builds the edition as editors see it, with their drafts: again only for another newsroom or another minute. */
const getEdition = memoize(
  ({ language, timeZone }: LocalSite) =>
    memoize(
      (newsroom: Newsroom) =>
        memoize((nowMs: number) => buildEdition(newsroom, { nowMs, language, timeZone, isPreview: true }), 1),
      1,
    ),
  1,
);

/**
 * Opens the texts, and the list of problems that a page shows. Problems in the page's own text are added to it.
 */
function openTexts(site: LocalSite, issues: readonly Issue[]): Pick<Draft, 'bodies' | 'problems'> {
  const toShown = (issue: Issue) => toProblem(issue, site.contentDir);
  const problems = issues.map(toShown);
  const bodies = keepLastGood(createBodies(getBodyOptions(site)), async (found) => {
    const places = new Set(problems.map(({ place }) => place));
    const located = await locateIssues(site.contentDir, found);
    for (const problem of located.map(toShown)) if (!places.has(problem.place)) problems.push(problem);
  });
  return { bodies, problems };
}

function toProblem({ file, line, column, message, hint }: Issue, contentDir: string): Problem {
  return { place: `${path.relative('', contentDir)}/${file}:${line}:${column}`, message, hint };
}
