import type { PageStore } from '../content/store/page-store.ts';
import { rememberStore } from '../content/store/remembered-store.ts';
import { listCauses } from '../core/failure.ts';
import type { LocalSite } from '../core/settings.ts';
import { isDamage } from '../disk/database.ts';
import type { LastBuild } from './plan/last-build.ts';
import { openIndexer, type Indexer } from '../search/indexing/build-index.ts';
import { openStore, withStore } from './plan/with-store.ts';

/**
 * Everything that a process which builds again and again remembers, so that a build reads only what has changed. It
 * expects that nobody else changes the files of the site.
 */
export interface Memory {
  /** The last build. Undefined if there is none, or if it has failed. */
  last: LastBuild | undefined;
  /** The workers that index. They are ready for the next build. */
  readonly indexer: Indexer;
  /** Runs work with the store of pages, which stays open. */
  withStore<Result>(work: (store: PageStore) => Promise<Result>): Promise<Result>;
  /** Forgets everything. */
  close(): Promise<void>;
}

/** Creates the memory of builds with the same settings. */
export function createMemory(site: LocalSite): Memory {
  let store: PageStore | undefined;
  const memory: Memory = {
    last: undefined,
    indexer: openIndexer(),
    withStore: async (work) => {
      try {
        store ??= rememberStore(await openStore(site, 'refuse'));
        return await work(store);
      } catch (error) {
        // Whatever has failed, only the disk tells how things are.
        await memory.close();
        if (!listCauses(error).some(isDamage)) throw error;
        return withStore(site, work);
      }
    },
    close: async () => {
      store?.close();
      [store, memory.last] = [undefined, undefined];
      await memory.indexer.close();
    },
  };
  return memory;
}
