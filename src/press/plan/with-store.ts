import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { openPageStore, type PageStore } from '../../content/store/page-store.ts';
import { inMemory, isDamage, removeCache } from '../../disk/database.ts';
import type { LocalSite } from '../../core/settings.ts';
import { getCacheDir, getCardStoreFile, getPageStoreFile } from '../../disk/cache-dir.ts';
import { BuildRefusal, explainFailure, listCauses } from '../../core/failure.ts';
import { readReaderFingerprint } from './fingerprint.ts';
import { isInFolder, toShown } from '../output/out-dir.ts';

/** The behaviour of a command without a cache: a build explains the problem and ends, a check continues. */
type WithoutCache = 'refuse' | 'go on';

/**
 * Runs work with the cached results of reading and rendering. If the cache turns out to be damaged, it is deleted and
 * the work starts again, once.
 */
export async function withStore<Result>(
  site: LocalSite,
  work: (store: PageStore) => Promise<Result>,
  without: WithoutCache = 'refuse',
): Promise<Result> {
  try {
    return await useStore(site, work, without);
  } catch (error) {
    if (!listCauses(error).some(isDamage)) throw error;
    process.stderr.write('The cache of earlier builds is damaged. Deleting it and starting again.\n');
    for (const file of [getPageStoreFile(site), getCardStoreFile(site)]) removeCache(file);
    return useStore(site, work, without);
  }
}

async function useStore<Result>(
  site: LocalSite,
  work: (store: PageStore) => Promise<Result>,
  without: WithoutCache,
): Promise<Result> {
  const store = await openStore(site, without);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Opens the store of a site's pages. */
export async function openStore(site: LocalSite, without: WithoutCache): Promise<PageStore> {
  const program = readReaderFingerprint(site);
  assertCacheDir(site);
  try {
    mkdirSync(getCacheDir(site), { recursive: true });
    return openPageStore(getPageStoreFile(site), program);
  } catch (error) {
    const why = explainFailure(error);
    if (why === undefined) throw error;
    const problem = `The cache folder ${toShown(site.cacheDir)} cannot be used: ${why}`;
    const advice = 'Set CACHE_DIR to a folder that you can write to.';
    if (without === 'refuse') throw new BuildRefusal(`${problem}\n${advice} Nothing was built.`, { cause: error });
    process.stderr.write(`${problem}\nThis command continues without a cache. ${advice}\n`);
    return openPageStore(inMemory, program);
  }
}

/** The cache contains texts of drafts, and files that nobody has asked for. */
function assertCacheDir({ cacheDir, contentDir }: LocalSite): void {
  if (isInFolder(cacheDir, contentDir)) {
    throw new BuildRefusal('CACHE_DIR is inside the content folder. Set it to a folder outside the content folder.');
  }
}
