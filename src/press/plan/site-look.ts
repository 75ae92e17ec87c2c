import { once as waitOnce } from 'node:events';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { once } from '../../core/memo.ts';
import type { LocalSite } from '../../core/settings.ts';
import { getBuildStateFile } from '../../disk/cache-dir.ts';
import { listSpoilt, openBuildState, type BuildState } from './build-state.ts';
import type { SiteLookTask } from './site-look.worker.ts';

/** The last build of a site, and its files that have changed since. */
interface SiteLook {
  readonly state: BuildState;
  readonly spoilt: ReadonlySet<string>;
}

/** Looks at a site, once. Undefined if there is no last build to compare it with. */
export type LookAtSite = () => Promise<SiteLook | undefined>;

/** A state file of more bytes is that of a large site: looking at its files takes longer than starting a thread. */
const largeBytes = 2_000_000;

/**
 * Begins to look at all files of a site. At those of a large one a thread looks, while this one reads the content and what
 * is known of it.
 */
export function startSiteLook(site: LocalSite): LookAtSite {
  const { outDir } = site;
  const task: SiteLookTask = { file: getBuildStateFile(site), outDir };
  const isLarge = (statSync(task.file, { throwIfNoEntry: false })?.size ?? 0) > largeBytes;
  const looking = isLarge ? lookInThread(task) : undefined;
  return once(async () => {
    const state = await openBuildState(task.file).read(outDir);
    return state && { state, spoilt: (await looking) ?? listSpoilt(state) };
  });
}

/** Lists the files of a site that have changed. Undefined if the thread has failed. */
async function lookInThread(task: SiteLookTask): Promise<ReadonlySet<string> | undefined> {
  try {
    const worker = new Worker(new URL('./site-look.worker.ts', import.meta.url), { workerData: task });
    const [spoilt] = await waitOnce(worker, 'message');
    return spoilt;
  } catch {
    return undefined;
  }
}
