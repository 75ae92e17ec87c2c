import { once } from 'node:events';
import { parentPort, Worker, type ResourceLimits } from 'node:worker_threads';
import { hasCode } from '../core/failure.ts';

/** Tasks for worker threads: who does them, and who takes the answers. */
export interface Work<Task, Answer> {
  /** The workers' module, which calls `answerTasks`. */
  readonly worker: URL;
  /** The number of workers at once. */
  readonly threads: number;
  /** The number of tasks in one message. */
  readonly batchSize: number;
  readonly resourceLimits?: ResourceLimits;
  /** What every worker is given when it starts, as its `workerData`. */
  readonly workerData?: unknown;
  /** Returns what the worker is sent of a task; called when its turn comes. */
  toMessage(task: Task): unknown;
  /** Returns the answer to a task that has ended its worker, as by the memory it takes; without it that is an error. */
  replaceLost?(task: Task): Answer;
  /** Takes the answers to some tasks, in their order. */
  onAnswers(tasks: readonly Task[], answers: readonly Answer[]): void;
}

/**
 * Has tasks done in worker threads, batch by batch. Where a worker ends instead of answering, the tasks of its batch are done one by one,
 * the one that ends its worker again is named to `replaceLost`, and the rest goes on.
 *
 * @throws the first error of a worker or of the work's own functions, once all workers have stopped
 */
export async function runInWorkers<Task, Answer>(tasks: readonly Task[], work: Work<Task, Answer>): Promise<void> {
  const batches = cutBatches(tasks, work.batchSize);
  const workers = Math.min(work.threads, Math.ceil(tasks.length / work.batchSize));
  const outcomes = await Promise.allSettled(Array.from({ length: workers }, () => runOneWorker(batches, work)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Answers, in a worker thread, what `runInWorkers` asks for. */
export function answerTasks<Task, Answer>(run: (task: Task) => Answer | Promise<Answer>): void {
  // With a listener that stays, a worker would wait for ever for another program that has died.
  parentPort?.once('message', async (tasks: readonly Task[]) => {
    parentPort?.postMessage(await Promise.all(tasks.map(run)));
    answerTasks(run);
  });
}

function* cutBatches<Task>(tasks: readonly Task[], size: number): Generator<readonly Task[]> {
  for (let start = 0; start < tasks.length; start += size) yield tasks.slice(start, start + size);
}

async function runOneWorker<Task, Answer>(
  batches: Iterable<readonly Task[]>,
  { worker: module, resourceLimits = {}, workerData, toMessage, replaceLost = failLost, onAnswers }: Work<Task, Answer>,
): Promise<void> {
  let worker = new Worker(module, { resourceLimits, workerData });
  const answer = async (batch: readonly Task[]): Promise<readonly Answer[]> => {
    const answers = await ask<Answer>(worker, batch.map(toMessage));
    if (answers) return answers;
    worker = new Worker(module, { resourceLimits, workerData });
    if (batch.length === 1) return batch.map(replaceLost);
    const apart: Answer[] = [];
    for (const task of batch) apart.push(...(await answer([task])));
    return apart;
  };
  try {
    // An error ends the batches for all workers.
    for (const batch of batches) onAnswers(batch, await answer(batch));
  } finally {
    await worker.terminate();
  }
}

function failLost(): never {
  throw new Error('A worker thread ended without an answer.');
}

/**
 * Asks a worker, and waits.
 *
 * @returns undefined when the worker has ended instead of answering
 * @throws what the worker throws: a mistake of the program
 */
async function ask<Answer>(worker: Worker, message: unknown): Promise<readonly Answer[] | undefined> {
  const done = new AbortController();
  const { signal } = done;
  worker.postMessage(message);
  try {
    // `once` rejects with what `error` brings.
    return await Promise.race([
      once(worker, 'message', { signal }).then(([answers]: readonly Answer[][]) => answers),
      once(worker, 'exit', { signal }).then(() => undefined),
    ]);
  } catch (error) {
    if (hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) return undefined;
    throw error;
  } finally {
    done.abort();
  }
}
