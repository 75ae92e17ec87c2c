import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBuiltIndex } from '../../src/astro/dev-index.ts';
import { openSearchEngine, type SearchProgress } from '../../src/search/engine/engine.ts';
import { openEntityBook } from '../../src/search/entities/entity-book.ts';
import { idleState } from '../../src/search/engine/state.ts';
import { unpack } from '../../src/search/format/unpack.ts';
import { getSiteDir } from '../support/sites.ts';

/** Queries as readers type them, and the story that each should find. */
interface GoldenQueries {
  readonly kind: string;
  readonly story: string;
  readonly queries: readonly string[];
}

const golden: readonly GoldenQueries[] = JSON.parse(await readFile('tests/fixtures/golden-queries.json', 'utf8'));
const dir = getSiteDir('demo');

const asked = golden.flatMap(({ story, queries }) => queries.map((q) => ({ q, story })));

describe('the golden queries', () => {
  it('are at least 120, of every kind, about stories that exist', () => {
    expect(asked.length).toBeGreaterThanOrEqual(120);
    expect([...new Set(golden.map(({ kind }) => kind))].sort()).toEqual([
      'compound',
      'excluded word',
      'foreign name',
      'headline half remembered',
      'name',
      'place',
      'question',
      'quoted phrase',
      'typo',
    ]);
    expect(golden.filter(({ story }) => !existsSync(path.join('content/articles', `${story}.md`)))).toEqual([]);
  });

  it('find the right story first in 95 of a hundred cases, and in the first three in 99', async () => {
    const index = await readBuiltIndex(dir);
    const read = async (file: string) => unpack(new Uint8Array(await readFile(path.join(dir, 'pagefind', file))));
    const book = openEntityBook(await readFile(path.join(dir, 'search/entities.txt'), 'utf8'));
    const findPlaces = async (typed: string, unknown?: readonly string[]) =>
      unknown ? book.findPlacesAbroad(typed, unknown) : book.findPlaces(typed);
    const engine = openSearchEngine(index?.parts ?? [], read, undefined, 'en', findPlaces);
    const places: { readonly q: string; readonly at: number }[] = [];
    for (const { q, story } of asked) {
      let last: SearchProgress | undefined;
      for await (const progress of engine.search({ ...idleState, q })) last = progress;
      const found = (await last?.readResults(0, 10)) ?? [];
      places.push({ q, at: found.findIndex(({ url }) => url.startsWith(`/${story}/`)) });
    }
    const share = (isRight: (at: number) => boolean) => places.filter(({ at }) => isRight(at)).length / places.length;
    const missed = places.filter(({ at }) => at !== 0);
    expect(
      share((at) => at === 0),
      JSON.stringify(missed),
    ).toBeGreaterThanOrEqual(0.95);
    expect(
      share((at) => at >= 0 && at < 3),
      JSON.stringify(missed),
    ).toBeGreaterThanOrEqual(0.99);
  });
});
