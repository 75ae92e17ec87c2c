import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSearchEngine } from '../../../../src/search/engine/engine.ts';
import { idleState } from '../../../../src/search/engine/state.ts';
import { makeIndex, type IndexedStory } from '../../../support/make-index.ts';
import { makeStory } from '../../../support/write-archive.ts';

/** The stories of each part, newest first, as in an archive of some years. */
const sizes = [8, 25, 120, 160];
const total = sizes.reduce((sum, size) => sum + size, 0);

const stories: readonly IndexedStory[] = Array.from({ length: total }, (_, index): IndexedStory => {
  const [, front = '', text = ''] = makeStory(index, { stories: total, years: 5 }).text.split(/^---$/mu);
  return { id: `story-${index}`, title: /^title: (.*)$/mu.exec(front)?.[1] ?? '', html: `<p>${text}</p>` };
}).reverse();

const parts = sizes.map((size, at) => {
  const from = sizes.slice(0, at).reduce((sum, other) => sum + other, 0);
  return stories.slice(from, from + size);
});

let index: Awaited<ReturnType<typeof makeIndex>>;
beforeAll(async () => {
  index = await makeIndex(parts);
}, 60_000);
afterAll(() => rm(index.folder, { recursive: true }));

/** Searches as a reader who has not been here before, and counts what is loaded for the first ten answers. */
async function search(q: string) {
  const files: string[] = [];
  const engine = openSearchEngine(
    parts.map(({ length }, at) => ({ id: `part-${at}`, stories: length })),
    (file) => {
      files.push(file);
      return index.read(file);
    },
  );
  const lists: (readonly string[])[] = [];
  for await (const progress of engine.search({ ...idleState, q }))
    lists.push((await progress.readResults(0, 10)).map(({ url }) => url));
  const bytes = await Promise.all(
    files.map(async (file) => (await stat(path.join(index.folder, 'pagefind', file))).size),
  );
  return { lists, files: files.length, bytes: bytes.reduce((sum, size) => sum + size, 0) };
}

it('the first list is the last one in an archive of several parts, and takes few bytes and files', async () => {
  for (let number = 0; number < 20; number += 1) {
    const { id = '', title = '' } = stories[(number * 37) % total] ?? {};
    const words = title.toLowerCase().split(' ');
    const q = words.slice(0, 2 + (number % 3)).join(' ');
    const { lists, files, bytes } = await search(q);
    expect(lists, q).toHaveLength(1);
    expect(
      lists[0]?.some((url) => url.includes(`/${id}/`)),
      q,
    ).toBe(true);
    expect(files, q).toBeLessThanOrEqual(42);
    expect(bytes, q).toBeLessThanOrEqual(34_000);
  }
});
