import { once } from 'node:events';
import { parentPort, Worker, type ResourceLimits } from 'node:worker_threads';
import { hasCode } from '../core/failure.ts';

/** Tasks for worker threads, and what to do with the answers. */
export interface Work<Task, Answer> {
  /** The workers' module, which calls `answerTasks`. */
  readonly worker: URL;
  /** The number of workers at once. */
  readonly threads: number;
  /** Work that others do at the same time. Until it ends, as many workers fewer do this one, but at least one. */
  readonly beside?: OtherWork | undefined;
  /** The number of tasks for which it is worth starting workers when the other work has ended. */
  readonly leastTasks?: number;
  /** The number of tasks in one message. */
  readonly batchSize: number;
  readonly resourceLimits?: ResourceLimits;
  /** Workers that wait for this work. Those that have done it wait here for the next; without it they end. */
  readonly waiting?: WaitingWorkers | undefined;
  /** The data passed to every worker when it starts, as its `workerData`. */
  readonly workerData?: unknown;
  /** Returns the message to the worker for a task. Called while the worker is busy with the tasks before it. */
  toMessage(task: Task): unknown;
  /**
   * Returns the answer to a task that has crashed its worker, for example by running out of memory. Without it, a crash
   * is an error.
   */
  replaceLost?(task: Task): Answer;
  /** Receives the answers to some tasks, in their order. */
  onAnswers(tasks: readonly Task[], answers: readonly Answer[]): void;
}

/** Work in other worker threads. */
export interface OtherWork {
  readonly threads: number;
  readonly ended: Promise<unknown>;
}

/** Workers of one module that wait for more work, so that it need not start them. A process may end while they wait. */
export class WaitingWorkers {
  readonly #workers = new Set<Worker>();

  /** How many wait. */
  get size(): number {
    return this.#workers.size;
  }

  /** Takes a worker, which then no longer waits. */
  take(): Worker | undefined {
    const [worker] = this.#workers;
    if (worker) this.#workers.delete(worker);
    worker?.ref();
    return worker;
  }

  add(worker: Worker): void {
    worker.unref();
    worker.once('exit', () => this.#workers.delete(worker));
    this.#workers.add(worker);
  }

  /** Ends all workers that wait. */
  async close(): Promise<void> {
    const workers = [...this.#workers];
    this.#workers.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * Runs tasks in worker threads, batch by batch. If a worker exits without answering, the tasks of its batch run one by
 * one. The one that crashes its worker again is passed to `replaceLost`, and the rest continue.
 *
 * @throws the first error of a worker or of the work's own functions, once all workers have stopped
 */
export async function runInWorkers<Task, Answer>(tasks: readonly Task[], work: Work<Task, Answer>): Promise<void> {
  const batches = new Batches(tasks, work.batchSize);
  const workers = Math.min(work.threads, Math.ceil(tasks.length / work.batchSize));
  const first = Math.max(1, work.threads - (work.beside?.threads ?? 0));
  const outcomes = await Promise.allSettled(
    Array.from({ length: workers }, async (_, at) => {
      // Whether it has failed is for those who wait for its results.
      if (at >= first) await Promise.allSettled([work.beside?.ended]);
      if (at < first || batches.tasksLeft >= (work.leastTasks ?? 1)) await runOneWorker(batches, work);
    }),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Answers the tasks of `runInWorkers` in a worker thread. */
export function answerTasks<Task, Answer>(run: (task: Task) => Answer | Promise<Answer>): void {
  // With a permanent listener, a worker would wait for ever for another program that has died.
  parentPort?.once('message', async (tasks: readonly Task[]) => {
    parentPort?.postMessage(await Promise.all(tasks.map(run)));
    answerTasks(run);
  });
}

/** The tasks that no worker has taken yet. */
class Batches<Task> {
  readonly #tasks: readonly Task[];
  readonly #size: number;
  #taken = 0;

  constructor(tasks: readonly Task[], size: number) {
    this.#tasks = tasks;
    this.#size = size;
  }

  get tasksLeft(): number {
    return Math.max(0, this.#tasks.length - this.#taken);
  }

  /** Takes the next ones. */
  take(): readonly Task[] {
    return this.#tasks.slice(this.#taken, (this.#taken += this.#size));
  }

  /** Leaves the others undone. */
  end(): void {
    this.#taken = this.#tasks.length;
  }
}

async function runOneWorker<Task, Answer>(
  batches: Batches<Task>,
  {
    worker: module,
    resourceLimits = {},
    workerData,
    waiting,
    toMessage,
    replaceLost = failLost,
    onAnswers,
  }: Work<Task, Answer>,
): Promise<void> {
  const start = () => new Worker(module, { resourceLimits, workerData });
  let worker: Worker | undefined;
  const answer = async (batch: readonly Task[], messages: readonly unknown[]): Promise<readonly Answer[]> => {
    worker ??= waiting?.take() ?? start();
    const answers = await ask<Answer>(worker, messages);
    if (answers) return answers;
    worker = start();
    if (batch.length === 1) return batch.map(replaceLost);
    const apart: Answer[] = [];
    for (const task of batch) apart.push(...(await answer([task], [toMessage(task)])));
    return apart;
  };
  const prepare = () => {
    const next = prepareBatch(batches, toMessage);
    // It fails when its turn comes.
    next.catch(() => undefined);
    return next;
  };
  try {
    let next = prepare();
    for (let current = await next; current; current = await next) {
      const answering = answer(current.batch, current.messages);
      // Otherwise the worker would wait while the messages are made.
      next = prepare();
      onAnswers(current.batch, await answering);
    }
  } catch (error) {
    // An error ends the batches for all workers.
    batches.end();
    await worker?.terminate();
    throw error;
  }
  if (worker && waiting) waiting.add(worker);
  else await worker?.terminate();
}

async function prepareBatch<Task>(batches: Batches<Task>, toMessage: (task: Task) => unknown) {
  const batch = batches.take();
  return batch.length > 0 ? { batch, messages: batch.map(toMessage) } : undefined;
}

function failLost(): never {
  throw new Error('A worker thread ended without an answer.');
}

/**
 * Sends a worker a message and waits for its answers.
 *
 * @returns undefined when the worker has ended instead of answering
 * @throws the worker's error, which is a bug in the program
 */
async function ask<Answer>(worker: Worker, message: unknown): Promise<readonly Answer[] | undefined> {
  const done = new AbortController();
  const { signal } = done;
  worker.postMessage(message);
  try {
    // `once` rejects with the error of an `error` event.
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
