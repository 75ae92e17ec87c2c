import { toIssue } from '../../core/issue.ts';
import { runInWorkers, type Work } from '../../disk/worker-pool.ts';
import type { PageResult, PageTask } from './page-task.ts';

/** The workers that read files: their module calls `answerPageTasks` with the options of the site. */
export type WorkerOptions = Pick<Work<PageTask, PageResult>, 'worker' | 'workerData' | 'threads'>;

/**
 * Rendering creates much short-lived garbage. With the usual 16 MB, two workers spend a quarter of their time
 * collecting it.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/** Reads files in worker threads, and names the text that crashes its worker. */
export async function readInWorkers<Task extends PageTask>(
  tasks: readonly Task[],
  { worker, workerData, threads }: WorkerOptions,
  onAnswers: Work<Task, PageResult>['onAnswers'],
): Promise<void> {
  const toMessage = (task: Task) => task;
  await runInWorkers(tasks, {
    worker,
    workerData,
    threads,
    batchSize: 32,
    resourceLimits,
    toMessage,
    replaceLost: explainLostWorker,
    onAnswers,
  });
}

function explainLostWorker({ file }: PageTask): PageResult {
  const message = 'The text could not be rendered: it needs more memory than there is.';
  const hint = 'Split it into several texts, or look for long runs of characters and large tables.';
  const issue = toIssue({ code: 'render-failed', message, hint, file, line: 1, column: 1 });
  return { hash: '', reading: { issues: [issue] }, media: [] };
}
