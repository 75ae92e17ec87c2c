import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBuiltIndex } from '../../src/astro/dev-index.ts';
import { openSearchEngine, type FindPlaces, type SearchProgress } from '../../src/search/engine/engine.ts';
import { openEntityBook } from '../../src/search/entities/entity-book.ts';
import { idleState } from '../../src/search/engine/state.ts';
import { unpack } from '../../src/search/format/unpack.ts';
import { getSiteDir } from '../support/sites.ts';

/** Queries as readers type them, and the story or the entity, `region/germany`, that each should find. */
interface GoldenQueries {
  readonly kind: string;
  readonly story?: string;
  readonly entity?: string;
  readonly queries: readonly string[];
}

const golden: readonly GoldenQueries[] = JSON.parse(await readFile('tests/fixtures/golden-queries.json', 'utf8'));
const dir = getSiteDir('demo');

const asked = golden.flatMap(({ queries, ...wanted }) => queries.map((q) => ({ q, ...wanted })));

describe('the golden queries', () => {
  it('are at least 300, of every kind, about stories that exist', () => {
    expect(new Set(asked.map(({ q, kind }) => `${kind} ${q}`)).size).toBeGreaterThanOrEqual(300);
    expect([...new Set(golden.map(({ kind }) => kind))].sort()).toEqual([
      'compound',
      'excluded word',
      'foreign name',
      'headline half remembered',
      'name',
      'place',
      'place as answer',
      'question',
      'quoted phrase',
      'storyline',
      'subject as answer',
      'typo',
    ]);
    const stories = golden.flatMap(({ story }) => story ?? []);
    expect(stories.filter((story) => !existsSync(path.join('content/articles', `${story}.md`)))).toEqual([]);
  });

  it('find the right story or entity first in 95 of a hundred cases, and in the first three in 99', async () => {
    const index = await readBuiltIndex(dir);
    const read = async (file: string) => unpack(new Uint8Array(await readFile(path.join(dir, 'pagefind', file))));
    const book = openEntityBook(await readFile(path.join(dir, 'search/entities.txt'), 'utf8'));
    const abroad = new Set<string>();
    const findPlaces: FindPlaces = async (typed, unknown, inexact) => {
      if (!unknown) return book.findPlaces(typed);
      const places = await book.findPlacesAbroad(typed, unknown, inexact);
      if (places.size > 0) abroad.add(typed);
      return places;
    };
    const engine = openSearchEngine(index?.parts ?? [], read, undefined, 'en', findPlaces);
    const findStories = async (q: string) => {
      let last: SearchProgress | undefined;
      for await (const progress of engine.search({ ...idleState, q })) last = progress;
      return (await last?.readResults(0, 10))?.map(({ url }) => url) ?? [];
    };
    // The page asks in other languages where the query names nothing in its own, or the engine found a place there.
    const findEntities = async (q: string) => {
      await findStories(q);
      const own = book.find(q);
      return own.length > 0 && !abroad.has(q) ? own : book.findAbroad(q);
    };
    const places: { readonly q: string; readonly at: number }[] = [];
    for (const { q, story, entity } of asked) {
      const at =
        entity === undefined
          ? (await findStories(q)).findIndex((url) => url.startsWith(`/${story}/`))
          : (await findEntities(q)).findIndex(({ facet, id }) => `${facet}/${id}` === entity);
      places.push({ q, at });
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
