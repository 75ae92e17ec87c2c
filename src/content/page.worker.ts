import { parentPort, workerData } from 'node:worker_threads';
import { createPageRunner, type PageTask, type PageTaskOptions } from './page-task.ts';

/** The data a worker starts with. Options hold functions, which cannot be sent, so it is told where to get them. */
export interface PageWorkerData {
  /** Address of a module with `getPageTaskOptions(): PageTaskOptions`. */
  readonly optionsModule: string;
}

const { optionsModule } = workerData as PageWorkerData;
const { getPageTaskOptions } = (await import(optionsModule)) as { getPageTaskOptions(): PageTaskOptions };
const run = createPageRunner(getPageTaskOptions());

parentPort?.on('message', async (tasks: readonly PageTask[]) => {
  parentPort?.postMessage(await Promise.all(tasks.map(run)));
});
