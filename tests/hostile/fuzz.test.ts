import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { FuzzPlan, FuzzResult } from '../support/fuzz.ts';

/** Silence after which a mutation counts as one that hangs; a slow one takes a few hundredths of a second. */
const hangMs = 30_000;

/** Tries mutations in a thread of their own, as a text that hangs would hold up the test itself. */
function fuzz(plan: FuzzPlan): Promise<readonly FuzzResult[]> {
  const worker = new Worker(new URL('../support/fuzz.worker.ts', import.meta.url), { workerData: plan });
  const results: FuzzResult[] = [];
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      void worker.terminate();
      reject(new Error(`The mutation of seed ${plan.from + results.length} hangs.`));
    };
    let timer = setTimeout(giveUp, hangMs);
    worker.on('message', (result: FuzzResult) => {
      clearTimeout(timer);
      results.push(result);
      timer = setTimeout(giveUp, hangMs);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(results);
    });
  });
}

describe('ten thousand mutated stories', () => {
  it('each become a page, or issues that say what, where and how to cure it', { timeout: 300_000 }, async () => {
    const results = await fuzz({ from: 1, to: 10_001 });
    expect(results.filter(({ became }) => became === 'wrong')).toEqual([]);
    expect(results).toHaveLength(10_000);
    // Were nearly all of one kind, the other would not have been tried.
    for (const isBody of [true, false]) {
      const tried = results.filter((result) => result.isBody === isBody);
      const pages = tried.filter(({ became }) => became === 'page').length;
      expect(pages / tried.length).toBeGreaterThan(0.05);
      expect(pages / tried.length).toBeLessThan(0.95);
    }
    expect(results.filter(({ isBody }) => isBody)).toHaveLength(2_000);
  });
});
