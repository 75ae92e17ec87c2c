import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError, hasErrors } from '../core/issue.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { readNewsroom, type ReadOptions } from './reader.ts';

/** All of a newsroom but its stories: one entry of the store, which would otherwise sort what editors have put in order. */
export type Furniture = Omit<Newsroom, 'articles'>;

/** The id of the one entry that holds the furniture. */
export const furnitureId = 'furniture';

/**
 * Makes the loaders of Astro's content store. One reading of the folder serves both; the store holds front matter only (a
 * store with texts fails at 100,000 stories: TRAPS.md, Scale). Throws a `ContentError` with all issues at once.
 */
export function createLoaders(options: ReadOptions): { articles: Loader; furniture: Loader } {
  let reading: Promise<Newsroom> | undefined;
  const open: (() => Promise<void>)[] = [];

  const create = (name: string, fill: (context: LoaderContext, newsroom: Newsroom) => void): Loader => ({
    name: `gazetteer-${name}`,
    load: async (context) => {
      reading ??= readOrThrow(options);
      if (open.length === 0) watch(context, options.contentDir, reload);
      open.push(async () => fill(context, (await reading) ?? (await readOrThrow(options))));
      fill(context, await reading);
    },
  });
  const reload = async () => {
    reading = readOrThrow(options);
    for (const refill of open) await refill();
  };
  return { articles: create('articles', fillArticles), furniture: create('furniture', fillFurniture) };
}

async function readOrThrow(options: ReadOptions): Promise<Newsroom> {
  const { newsroom, issues } = await readNewsroom(options);
  if (hasErrors(issues)) throw new ContentError(issues);
  return newsroom;
}

function fillArticles({ store }: LoaderContext, { articles }: Newsroom): void {
  store.clear();
  for (const article of articles) store.set({ id: article.id, data: { ...article } });
}

function fillFurniture({ store }: LoaderContext, newsroom: Newsroom): void {
  const { topics, authors, storylines, pages, places, front } = newsroom;
  const furniture: Furniture = { topics, authors, storylines, pages, places, front };
  store.clear();
  store.set({ id: furnitureId, data: { ...furniture } });
}

/** In the authoring server, reads again when anything in the content folder changes. */
function watch({ watcher, logger }: LoaderContext, contentDir: string, reload: () => Promise<void>): void {
  if (!watcher) return;
  watcher.add(contentDir);
  watcher.on('all', (_event, changed) => {
    if (!path.resolve(changed).startsWith(contentDir + path.sep)) return;
    reload().catch((error: unknown) => {
      logger.error(error instanceof Error ? error.message : String(error));
    });
  });
}
