import { watch } from 'node:fs';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatIssues } from '../core/issue-report.ts';
import { ContentError, hasErrors, type Issue } from '../core/issue.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { readNewsroom, type ReadResult } from './reader.ts';
import type { ReadOptions } from './reading/page.ts';

/**
 * All of a newsroom except its stories. It is a single entry, because the store would otherwise sort what editors have
 * put in order.
 */
export type NewsroomData = Omit<Newsroom, 'articles'>;

/** The id of the entry that holds the newsroom without its stories. */
export const newsroomDataId = 'newsroom';

/**
 * The id of the entry that holds the errors of the last reading. Only the authoring server has it; its pages show them
 * at the top.
 */
export const problemsId = 'problems';

/** Milliseconds that the authoring server waits for an editor's program to finish saving. */
const settlingMs = 80;

/**
 * Creates the loaders of Astro's content store, for the authoring server. Both share one reading of the folder. The
 * store holds front matter only, since a store with texts fails at 100,000 stories (src/README.md). Issues are shown
 * above the last edition without errors; commands of Astro such as `astro check` throw a `ContentError` with all of them.
 */
export function createLoaders(options: ReadOptions): { articles: Loader; newsroom: Loader } {
  let reading: Promise<ReadResult> | undefined;
  const refills: (() => Promise<void>)[] = [];

  const create = (name: string, fill: (context: LoaderContext, newsroom: Newsroom) => void): Loader => ({
    name: `gazetteer-${name}`,
    load: async (context) => {
      const read = () => (reading ??= readNewsroom(options));
      if (refills.length === 0) watchContent(context, options.contentDir, reload);
      refills.push(async () => fillOrReport(context, await read(), options, fill));
      // An earlier run may have left another program's entries. Removing them earlier would show empty pages while
      // files are read.
      if (hasErrors((await read()).issues)) context.store.clear();
      fillOrReport(context, await read(), options, fill);
    },
  });
  const reload = async () => {
    reading = undefined;
    for (const refill of refills) await refill();
  };
  return { articles: create('articles', fillArticles), newsroom: create('newsroom', fillNewsroomData) };
}

function fillOrReport(
  context: LoaderContext,
  { newsroom, issues }: ReadResult,
  { contentDir }: ReadOptions,
  fill: (context: LoaderContext, newsroom: Newsroom) => void,
): void {
  const isAuthoring = context.watcher !== undefined;
  if (hasErrors(issues) && !isAuthoring) throw new ContentError(issues);
  if (hasErrors(issues)) return reportProblems(context, issues, contentDir);
  context.store.clear();
  fill(context, newsroom);
}

function reportProblems(
  { collection, logger, store }: LoaderContext,
  issues: readonly Issue[],
  contentDir: string,
): void {
  if (collection !== 'newsroom') return;
  logger.error(`\n${formatIssues(issues, path.relative('', contentDir))}`);
  store.set({ id: problemsId, data: { issues: issues.filter(({ severity }) => severity === 'error') } });
}

function fillArticles({ store }: LoaderContext, { articles }: Newsroom): void {
  for (const article of articles) store.set({ id: article.id, data: { ...article } });
}

function fillNewsroomData({ store }: LoaderContext, newsroom: Newsroom): void {
  const { topics, authors, storylines, pages, places, front, pictures } = newsroom;
  const newsroomData: NewsroomData = { topics, authors, storylines, pages, places, front, pictures };
  store.set({ id: newsroomDataId, data: { ...newsroomData } });
}

/**
 * In the authoring server, reads again once the content folder has changed and the disk is quiet. Vite's own watcher
 * begins to watch a folder some time after it was told to, and misses changes until then.
 */
function watchContent({ watcher, logger }: LoaderContext, contentDir: string, reload: () => Promise<void>): void {
  if (!watcher) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const watching = watch(contentDir, { recursive: true }, () => {
    clearTimeout(waiting);
    // The server that wanted to know has been stopped.
    if ('closed' in watcher && watcher.closed === true) return watching.close();
    waiting = setTimeout(() => {
      reload().catch((error: unknown) => logger.error(String(error)));
    }, settlingMs);
  });
}
