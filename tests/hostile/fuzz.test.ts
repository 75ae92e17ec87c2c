import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { FuzzMessage, FuzzPlan, FuzzResult } from '../support/fuzz.ts';

/** Milliseconds of silence after which a text counts as hanging. A slow one takes a few hundredths of a second. */
const hangMs = 30_000;

/** Tries mutations in a separate thread, because a text that hangs would block the test itself. */
function fuzz(plan: FuzzPlan): Promise<FuzzResult | undefined> {
  const worker = new Worker(new URL('../support/fuzz.worker.ts', import.meta.url), { workerData: plan });
  let last: FuzzMessage = {};
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      void worker.terminate();
      reject(new Error(`This ${plan.part} hangs: ${JSON.stringify(last.trying)}`));
    };
    let timer = setTimeout(giveUp, hangMs);
    worker.on('message', (message: FuzzMessage) => {
      clearTimeout(timer);
      last = message;
      timer = setTimeout(giveUp, hangMs);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(last.result);
    });
  });
}

it.each([
  { part: 'front matter', runs: 8_000, seed: 1 },
  { part: 'body', runs: 2_000, seed: 1 },
] as const)(
  'each of $runs mutations of a $part becomes a page, or issues that say what, where and how to cure it',
  { timeout: 300_000 },
  async (plan) => {
    const { pages = 0, failure } = (await fuzz(plan)) ?? {};
    expect(failure).toBeUndefined();
    // Were nearly all of one kind, the other would not have been tried.
    expect(pages / plan.runs).toBeGreaterThan(0.05);
    expect(pages / plan.runs).toBeLessThan(0.95);
  },
);
