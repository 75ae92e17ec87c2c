import { parentPort } from 'node:worker_threads';
import { createPageRunner, type PageTask, type PageTaskOptions } from './page-task.ts';

/** Reads, in a worker thread, the files that the main thread asks for, and answers in the same order. */
export function answerPageTasks(options: PageTaskOptions): void {
  const run = createPageRunner(options);
  parentPort?.on('message', async (tasks: readonly PageTask[]) => {
    parentPort?.postMessage(await Promise.all(tasks.map(run)));
  });
}
