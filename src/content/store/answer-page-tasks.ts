import { answerTasks } from '../../disk/worker-pool.ts';
import { createPageRunner, type PageTaskOptions } from './page-task.ts';

/** Reads, in a worker thread, the files that the main thread asks for. */
export function answerPageTasks(options: PageTaskOptions): void {
  answerTasks(createPageRunner(options));
}
