import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError, hasErrors } from '../core/issue.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { readNewsroom, type ReadOptions } from './reader.ts';

/** The collections of Astro's store: the parts of a newsroom. */
export type CollectionName = keyof Newsroom;

/**
 * Makes the loaders of Astro's content store. One reading of the folder serves all collections; the store holds front matter
 * only (a store with texts fails at 100,000 stories: TRAPS.md, Scale). Throws a `ContentError` with all issues at once.
 */
export function createLoaders(options: ReadOptions): Record<CollectionName, Loader> {
  let reading: Promise<Newsroom> | undefined;
  const open = new Map<CollectionName, LoaderContext>();

  const create = (name: CollectionName): Loader => ({
    name: `gazetteer-${name}`,
    load: async (context) => {
      reading ??= readOrThrow(options);
      if (open.size === 0) watch(context, options.contentDir, reload);
      open.set(name, context);
      fill(context, (await reading)[name]);
    },
  });
  const reload = async () => {
    reading = readOrThrow(options);
    const newsroom = await reading;
    for (const [name, context] of open) fill(context, newsroom[name]);
  };
  return {
    articles: create('articles'),
    storylines: create('storylines'),
    topics: create('topics'),
    authors: create('authors'),
    pages: create('pages'),
    places: create('places'),
    front: create('front'),
  };
}

async function readOrThrow(options: ReadOptions): Promise<Newsroom> {
  const { newsroom, issues } = await readNewsroom(options);
  if (hasErrors(issues)) throw new ContentError(issues);
  return newsroom;
}

/** A list becomes an entry for each thing; a single value becomes one entry. */
function fill({ store }: LoaderContext, part: Newsroom[CollectionName]): void {
  store.clear();
  if (Array.isArray(part)) for (const thing of part) store.set({ id: thing.id, data: { ...thing } });
  else store.set({ id: 'all', data: { ...part } });
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
