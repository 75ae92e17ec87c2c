import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSearchEngine } from '../../../../src/search/engine/engine.ts';
import { rankingWeights } from '../../../../src/search/engine/ranking-weights.ts';
import { idleState } from '../../../../src/search/engine/state.ts';
import { makeIndex, type IndexedStory } from '../../../support/make-index.ts';

/** Stories about pumps: one is named after them. */
const stories: readonly IndexedStory[] = [
  { id: 'washer', title: 'The pressure washer', html: '<p>Its water pump works well.</p>' },
  { id: 'pump', title: 'Pump', html: '<p>It moves water from a well and works by hand in many villages.</p>' },
  ...Array.from({ length: 12 }, (_, at) => ({
    id: `story-${at}`,
    title: `Story ${at}`,
    html: '<p>Of other things.</p>',
  })),
];

let index: Awaited<ReturnType<typeof makeIndex>>;
beforeAll(async () => {
  index = await makeIndex([stories]);
}, 60_000);
afterAll(() => rm(index.folder, { recursive: true }));

async function search(q: string, count: number, weights = rankingWeights) {
  const files: string[] = [];
  const read = (file: string) => {
    files.push(file);
    return index.read(file);
  };
  const engine = openSearchEngine([{ id: 'part-0', stories: stories.length }], read, weights);
  const found: string[] = [];
  for await (const { readResults } of engine.search({ ...idleState, q }))
    if (count > 0) found.push(...(await readResults(0, count)).map(({ url }) => url.split('?')[0] ?? ''));
  return { found, fragments: files.filter((file) => file.includes('fragment')).length };
}

describe('a headline that is in the query', () => {
  it('names what its story is about, which comes before one that scores more without it', async () => {
    const q = 'how a water pump works';
    expect((await search(q, 2)).found).toEqual(['/pump/', '/washer/']);
    expect((await search(q, 2, { ...rankingWeights, asked: 0 })).found).toEqual(['/washer/', '/pump/']);
  });

  it('is read only for answers that are shown', async () => {
    expect((await search('water pump', 0)).fragments).toBe(0);
    expect((await search('water pump', 2)).fragments).toBeGreaterThan(0);
  });
});
