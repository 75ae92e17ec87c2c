import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { toIssue } from '../../core/issue.ts';
import type { PageResult, PageTask } from './page-task.ts';

/** How files are read in threads. */
export interface WorkerOptions {
  /** The worker's module, which calls `answerPageTasks` with the options of the site. */
  readonly worker: URL;
  /** The number of workers that read at once. */
  readonly threads: number;
}

/** Files for one message to a worker. */
const batchSize = 32;

/** Rendering makes much that is soon garbage: with the usual 16 MB two workers spend a quarter of their time collecting it. */
const maxYoungGenerationSizeMb = 96;

/**
 * Reads files in worker threads, batch by batch. Where a text brings its worker down, by the memory it takes, the files of the batch are read
 * one by one, that file is named, and the rest goes on.
 */
export async function runInWorkers<Task extends PageTask>(
  tasks: readonly Task[],
  { worker: module, threads }: WorkerOptions,
  take: (tasks: readonly Task[], results: readonly PageResult[]) => void,
): Promise<void> {
  let next = 0;
  const run = async () => {
    let worker = startWorker(module);
    try {
      while (next < tasks.length) {
        const batch = tasks.slice(next, next + batchSize);
        next += batchSize;
        const results = await ask(worker, batch);
        take(batch, results ?? (await readApart(batch, module)));
        if (!results) worker = startWorker(module);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, run));
}

async function readApart(tasks: readonly PageTask[], module: URL): Promise<readonly PageResult[]> {
  const results: PageResult[] = [];
  let worker = startWorker(module);
  for (const task of tasks) {
    const [result] = (await ask(worker, [task])) ?? [];
    results.push(result ?? explainLostWorker(task));
    if (!result) worker = startWorker(module);
  }
  await worker.terminate();
  return results;
}

function startWorker(module: URL): Worker {
  return new Worker(module, { resourceLimits: { maxYoungGenerationSizeMb } });
}

/**
 * Has a worker read files.
 *
 * @returns undefined when the worker has ended instead of answering
 * @throws what the worker throws: a mistake of the program
 */
async function ask(worker: Worker, tasks: readonly PageTask[]): Promise<readonly PageResult[] | undefined> {
  const done = new AbortController();
  const { signal } = done;
  worker.postMessage(tasks);
  try {
    // `once` rejects with what `error` brings.
    return await Promise.race([
      once(worker, 'message', { signal }).then(([results]) => results as readonly PageResult[]),
      once(worker, 'exit', { signal }).then(() => undefined),
    ]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
    throw error;
  } finally {
    done.abort();
  }
}

function explainLostWorker({ file }: PageTask): PageResult {
  const message = 'The text could not be rendered: it takes more memory than there is.';
  const hint = 'Cut it into several texts, or look for long runs of signs and large tables.';
  const issue = toIssue({ code: 'render-failed', message, hint, file, line: 1, column: 1 });
  return { hash: '', reading: { issues: [issue] }, media: [] };
}
