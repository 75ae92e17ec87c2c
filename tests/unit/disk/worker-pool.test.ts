import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import { runInWorkers, WaitingWorkers, type Work } from '../../../src/disk/worker-pool.ts';
import { makeFolder } from '../../support/make-folder.ts';

/**
 * Writes a worker that doubles numbers, but exits at 13, fails at 14, waits in vain at 15 and exhausts its memory at
 * 16.
 */
async function writeWorker(): Promise<URL> {
  const file = path.join(makeFolder(), 'double.worker.mjs');
  await writeFile(
    file,
    `import { answerTasks } from ${JSON.stringify(pathToFileURL(path.resolve('src/disk/worker-pool.ts')).href)};
    answerTasks((number) => {
      if (number === 13) process.exit();
      if (number === 14) throw new RangeError('No 14 here.');
      if (number === 15) return new Promise(() => {});
      if (number === 16) for (const all = []; ; ) all.push(new Array(10_000).fill(number));
      return 2 * number;
    });`,
  );
  return pathToFileURL(file);
}

async function double(numbers: readonly number[], work: Partial<Work<number, number>> = {}) {
  const batches: (readonly number[])[] = [];
  const found = new Map<number, number>();
  await runInWorkers<number, number>(numbers, {
    worker: await writeWorker(),
    threads: 2,
    batchSize: 4,
    toMessage: (number) => number,
    onAnswers: (tasks, answers) => {
      batches.push(tasks);
      for (const [index, task] of tasks.entries()) found.set(task, answers[index] ?? Number.NaN);
    },
    ...work,
  });
  return { batches, found };
}

const count = (length: number, start = 0) => Array.from({ length }, (_, index) => start + index);

it('hands on every answer with its task, batch by batch', async () => {
  const { batches, found } = await double(count(10));
  expect(batches.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([count(4), count(4, 4), count(2, 8)]);
  for (const number of count(10)) expect(found.get(number)).toBe(2 * number);
});

it('starts no worker where there is nothing to do', async () => {
  expect(await double([], { worker: new URL('file:///there/is/no.worker.ts') })).toMatchObject({ batches: [] });
});

it('names the task that ends its worker, and does all others', async () => {
  const { found } = await double([...count(14), ...count(4, 20)], { replaceLost: (task) => -task });
  expect(found.size).toBe(18);
  for (const [task, answer] of found) expect(answer).toBe(task === 13 ? -13 : 2 * task);
});

it.each([
  ['waits for nothing any more', 15],
  ['takes more memory than it may', 16],
])('names the task whose worker %s', async (_what, task) => {
  const resourceLimits = { maxOldGenerationSizeMb: 24 };
  const { found } = await double([1, task, 2], { resourceLimits, replaceLost: () => 0 });
  expect(Object.fromEntries(found)).toEqual({ 1: 2, [task]: 0, 2: 4 });
});

it('fails where no task may be lost', async () => {
  await expect(double([1, 13])).rejects.toThrow('A worker thread ended without an answer.');
});

it('passes on what a worker throws, and begins nothing new but the next message', async () => {
  const asked: number[] = [];
  const toMessage = (number: number) => (asked.push(number), number);
  await expect(double([14, ...count(50, 20)], { batchSize: 1, threads: 1, toMessage })).rejects.toThrow('No 14 here.');
  expect(asked).toEqual([14, 20]);
});

it.each([
  ['until it ends, whether well or not', 10, 2],
  ['to the end if it takes nearly as long', 50, 1],
])('leaves cores to other work %s', async (_when, end, workers) => {
  const worker = path.join(makeFolder(), 'name.worker.mjs');
  await writeFile(
    worker,
    `import { setTimeout } from 'node:timers/promises';
    import { threadId } from 'node:worker_threads';
    import { answerTasks } from ${JSON.stringify(pathToFileURL(path.resolve('src/disk/worker-pool.ts')).href)};
    answerTasks(() => setTimeout(20, threadId));`,
  );
  const { promise: ended, reject } = Promise.withResolvers<void>();
  const threads: number[] = [];
  const leastTasks = 80;
  await runInWorkers<number, number>(count(100), {
    worker: pathToFileURL(worker),
    threads: 2,
    beside: { threads: 3, ended },
    leastTasks,
    batchSize: 1,
    toMessage: (task) => task,
    onAnswers: (_tasks, answers) => {
      threads.push(...answers);
      if (threads.length === end) reject(new RangeError('This is for those who wait for it.'));
    },
  });
  expect(threads).toHaveLength(100);
  expect(new Set(threads.slice(0, end)).size).toBe(1);
  expect(new Set(threads).size).toBe(workers);
});

it('makes the next message while a worker is busy', async () => {
  const steps: string[] = [];
  const toMessage = (number: number) => (steps.push(`message ${number}`), number);
  const onAnswers = (tasks: readonly number[]) => steps.push(`answer ${tasks.join()}`);
  await double([1, 2, 3], { batchSize: 1, threads: 1, toMessage, onAnswers });
  expect(steps).toEqual(['message 1', 'message 2', 'answer 1', 'message 3', 'answer 2', 'answer 3']);
});

function refuseTwo(number: number): number {
  if (number === 2) throw new RangeError('No 2 here.');
  return number;
}

it('fails with what goes wrong in making a later message, after the answers before it', async () => {
  const answered: number[] = [];
  const onAnswers = (tasks: readonly number[]) => answered.push(...tasks);
  await expect(double([1, 2, 3], { batchSize: 1, threads: 1, toMessage: refuseTwo, onAnswers })).rejects.toThrow(
    'No 2 here.',
  );
  expect(answered).toEqual([1]);
});

it('passes on what goes wrong beside the workers', async () => {
  await expect(double([1], { toMessage: () => () => 'no message' })).rejects.toThrow('could not be cloned');
});

it('keeps workers for the next work, and replaces one that has ended', async () => {
  const worker = path.join(makeFolder(), 'count.worker.mjs');
  await writeFile(
    worker,
    `import { answerTasks } from ${JSON.stringify(pathToFileURL(path.resolve('src/disk/worker-pool.ts')).href)};
    let asked = 0;
    answerTasks((task) => {
      if (task === 'end') setTimeout(() => process.exit(), 0);
      return (asked += 1);
    });`,
  );
  const waiting = new WaitingWorkers();
  const ask = async (task: string) => {
    const found: number[] = [];
    await runInWorkers<string, number>([task], {
      worker: pathToFileURL(worker),
      threads: 1,
      batchSize: 1,
      waiting,
      toMessage: (message) => message,
      onAnswers: (_tasks, answers) => found.push(...answers),
    });
    return found;
  };
  expect([await ask('a'), await ask('b'), await ask('end')]).toEqual([[1], [2], [3]]);
  await vi.waitFor(() => expect(waiting.size).toBe(0));
  expect([await ask('a'), await ask('b')]).toEqual([[1], [2]]);
  await waiting.close();
  expect([waiting.size, await ask('a')]).toEqual([0, [1]]);
  await waiting.close();
});
