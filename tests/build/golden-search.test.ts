import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBuiltIndex } from '../../src/build/dev-index.ts';
import { openSearchEngine, type SearchProgress } from '../../src/search/engine.ts';
import { idleState } from '../../src/search/state.ts';
import { unpack } from '../../src/search/unpack.ts';
import { listFiles } from '../support/site-files.ts';
import { getSiteDir } from '../support/sites.ts';

/** Queries as readers type them, and the story that each is after. */
interface GoldenQueries {
  readonly kind: string;
  readonly story: string;
  readonly queries: readonly string[];
}

/** Stories of the whole demonstration edition; until they are all there, queries for the others wait. */
const wholeEdition = 57;

const golden: readonly GoldenQueries[] = JSON.parse(await readFile('tests/fixtures/golden-queries.json', 'utf8'));
const dir = getSiteDir('demo');

const isPublished = ({ story }: GoldenQueries) => existsSync(path.join('content/articles', `${story}.md`));

describe('the golden queries', () => {
  const asked = golden.filter(isPublished).flatMap(({ story, queries }) => queries.map((q) => ({ q, story })));

  it('are at least sixty, of every kind, about stories that exist', async () => {
    expect(asked.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(golden.filter(isPublished).map(({ kind }) => kind))].sort()).toEqual([
      'excluded word',
      'headline half remembered',
      'name',
      'place',
      'question',
      'quoted phrase',
      'typo',
    ]);
    const stories = await listFiles('content/articles', '.md');
    const missing = golden.filter((entry) => !isPublished(entry));
    expect(stories.length < wholeEdition ? [] : missing).toEqual([]);
  });

  it('find the right story first in nine of ten cases, and in the first three nearly always', async () => {
    const index = await readBuiltIndex(dir);
    const read = async (file: string) => unpack(new Uint8Array(await readFile(path.join(dir, 'pagefind', file))));
    const engine = openSearchEngine(index?.parts ?? [], read);
    const places: { readonly q: string; readonly at: number }[] = [];
    for (const { q, story } of asked) {
      let last: SearchProgress | undefined;
      for await (const progress of engine.ask({ ...idleState, q })) last = progress;
      const found = (await last?.readResults(0, 10)) ?? [];
      places.push({ q, at: found.findIndex(({ url }) => url.startsWith(`/${story}/`)) });
    }
    const share = (isRight: (at: number) => boolean) => places.filter(({ at }) => isRight(at)).length / places.length;
    const missed = places.filter(({ at }) => at !== 0);
    expect(
      share((at) => at === 0),
      JSON.stringify(missed),
    ).toBeGreaterThanOrEqual(0.9);
    expect(
      share((at) => at >= 0 && at < 3),
      JSON.stringify(missed),
    ).toBeGreaterThanOrEqual(0.98);
  });
});
