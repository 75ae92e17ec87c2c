import { parentPort, workerData } from 'node:worker_threads';
import { listSpoilt, openBuildState } from './build-state.ts';

/** Where the state of the last build is. */
export interface SiteLookTask {
  readonly file: string;
  readonly outDir: string;
}

const { file, outDir }: SiteLookTask = workerData;
const state = await openBuildState(file).read(outDir);
parentPort?.postMessage(state && listSpoilt(state));
