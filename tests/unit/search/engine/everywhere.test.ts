import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSearchEngine } from '../../../../src/search/engine/engine.ts';
import { idleState } from '../../../../src/search/engine/state.ts';
import { makeIndex, type IndexedStory } from '../../../support/make-index.ts';

/** Every story has `everywhere`, each a different number of times, so that its postings are long. */
const stories = Array.from({ length: 1600 }, (_, at): IndexedStory => {
  const times = 1 + ((at * 37) % 23);
  return { id: `story-${at}`, html: `<p>${'everywhere '.repeat(times)}${at % 400 === 0 ? 'harbour' : 'lake'}</p>` };
});

let index: Awaited<ReturnType<typeof makeIndex>>;
beforeAll(async () => {
  index = await makeIndex([stories]);
}, 60_000);
afterAll(() => rm(index.folder, { recursive: true }));

async function search(q: string) {
  const files: string[] = [];
  const engine = openSearchEngine([{ id: 'part-0', stories: stories.length }], (file) => {
    files.push(file);
    return index.read(file);
  });
  for await (const { total, corrections } of engine.search({ ...idleState, q }))
    return { total, corrections, postings: files.filter((file) => file.endsWith('.pf_postings')).length };
  throw new Error('The search has no answer.');
}

describe('a word that nearly all stories contain', () => {
  it('is not loaded beside a word that tells some from others, and not taken for a mistake', async () => {
    const alone = await search('harbour');
    expect(alone.total).toBe(4);
    expect(await search('everywhere harbour')).toEqual({ ...alone, corrections: [] });
  });

  it('is found if there is no other', async () => {
    expect((await search('everywhere')).total).toBe(stories.length);
  });

  it('is found in a phrase', async () => {
    expect((await search('"everywhere harbour"')).total).toBe(4);
  });
});
