import { answerTasks } from '../../disk/worker-pool.ts';
import { createPageRunner, type PageTaskOptions } from './page-task.ts';

/** Reads files in a worker thread for the main thread. */
export function answerPageTasks(options: PageTaskOptions): void {
  answerTasks(createPageRunner(options));
}
