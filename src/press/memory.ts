import type { PageStore } from '../content/store/page-store.ts';
import { rememberStore } from '../content/store/remembered-store.ts';
import { listCauses } from '../core/failure.ts';
import { once } from '../core/memo.ts';
import type { LocalSite, Settings } from '../core/settings.ts';
import { isDamage } from '../disk/database.ts';
import type { LastBuild } from './plan/last-build.ts';
import { openIndexer, type Indexer } from '../search/indexing/build-index.ts';
import type { Seen } from './plan/prepare-edited.ts';
import { openStore, withStore } from './plan/with-store.ts';
import { startProgram, type Program } from './program/open-program.ts';

/**
 * Everything that a process which builds again and again remembers, so that a build reads only what has changed. It
 * expects that nobody else changes the files of the site.
 */
export interface Memory {
  /** The last build. Undefined if there is none, or if it has failed. */
  last: LastBuild | undefined;
  /** The edition of the last build. Undefined if there is none, or if the build has failed. */
  seen: Seen | undefined;
  /** The workers that index. They are ready for the next build. */
  readonly indexer: Indexer;
  /** Starts the compiled program, or returns the one that is running. */
  startProgram(settings: Settings): Program;
  /** Runs work with the store of pages, which stays open. */
  withStore<Result>(work: (store: PageStore) => Promise<Result>): Promise<Result>;
  /** Forgets everything. */
  close(): Promise<void>;
}

/** Creates the memory of builds with the same settings. */
export function createMemory(site: LocalSite): Memory {
  let store: PageStore | undefined;
  let program: Program | undefined;
  const memory: Memory = {
    last: undefined,
    seen: undefined,
    startProgram: (settings) => (program ??= keepOpen(startProgram(settings))),
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
      [store, memory.last, memory.seen] = [undefined, undefined, undefined];
      const stopped = program?.stop();
      program = undefined;
      await Promise.all([stopped, memory.indexer.close()]);
    },
  };
  return memory;
}

/** Keeps a program open that one process uses again and again, so that it is checked once. */
function keepOpen({ open, stop }: Program): Program {
  return { open: once(open), stop };
}
