import { rm } from 'node:fs/promises';
import { assert, asyncProperty, constantFrom, pre, record, subarray, type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFilterValue } from '../../../../src/search/engine/facets.ts';
import { searchFacets, type SearchFacet, type SearchState } from '../../../../src/search/engine/state.ts';
import { makeIndex, searchIds, searchWhole } from '../../../support/make-index.ts';
import { createRandom } from '../../../support/random.ts';

const words = ['flood', 'election', 'treaty', 'harvest', 'vaccine'];
const values = ['one', 'two', 'three'];
const months = ['2024-12', '2024-11', '2024-10', '2024-09'];
const languages = ['en', 'de', 'ja'];

interface Story {
  readonly id: string;
  readonly lang: string;
  readonly month: string;
  readonly html: string;
  readonly chosen: ReadonlyMap<SearchFacet, readonly string[]>;
}

const random = createRandom(19);
const pick = <Item>(items: readonly Item[]) => items.filter(() => random() < 0.4);

/** Stories with random words and filter values, newest first. */
const stories: readonly Story[] = Array.from({ length: 48 }, (_, number) => ({
  id: `story-${number}`,
  lang: languages[number % 3] ?? 'en',
  month: months[Math.floor(number / 12)] ?? '',
  html: `<p>${pick(words).join(' ')} end</p>`,
  chosen: new Map(searchFacets.map((facet) => [facet, pick(values)])),
}));

const toRecord = ({ chosen, ...story }: Story) => ({
  ...story,
  filters: Object.fromEntries([...chosen].map(([facet, ids]) => [facet, ids.map((id) => toFilterValue(id, id))])),
});

/** Returns whether a story has a value. */
const has = ({ chosen }: Story, facet: SearchFacet, value: string) => chosen.get(facet)?.includes(value) ?? false;

/** Returns whether a story passes every filter of a search but one. */
function passes(story: Story, { facets, from, to }: SearchState, except: SearchFacet): boolean {
  if ((from && story.month < from) || (to && story.month > to)) return false;
  return searchFacets.every((facet) => {
    const wanted = facets[facet] ?? [];
    return facet === except || wanted.length === 0 || wanted.some((value) => has(story, facet, value));
  });
}

const someValues = subarray(values);
const states: Arbitrary<SearchState> = record({
  q: subarray([...words, '-flood', '"election treaty"'], { maxLength: 3 }).map((list) => list.join(' ')),
  facets: record(Object.fromEntries(searchFacets.map((facet) => [facet, someValues])), { requiredKeys: [] }),
  from: constantFrom('', ...months),
  to: constantFrom('', ...months),
  order: constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
});

describe('the counts of filters', () => {
  let index: Awaited<ReturnType<typeof makeIndex>>;
  beforeAll(async () => {
    index = await makeIndex([stories.slice(0, 24).map(toRecord), stories.slice(24).map(toRecord)]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  it('are those of counting the stories one by one, for any search', async () => {
    await assert(
      asyncProperty(states, async (state) => {
        const found = new Set(await searchIds(index.engine, { q: state.q }));
        const answer = await searchWhole(index.engine, state);
        // Where quotes match only without the filters, the filtered search ignores them.
        pre(!answer.relaxed);
        const counts = await answer.readCounts();
        for (const facet of searchFacets) {
          const left = stories.filter((story) => found.has(story.id) && passes(story, state, facet));
          for (const { id, count } of counts[facet])
            expect(count, `${facet} ${id}`).toBe(left.filter((story) => has(story, facet, id)).length);
          const named = new Set(counts[facet].map(({ id }) => id));
          expect(left.flatMap(({ chosen }) => chosen.get(facet) ?? []).filter((id) => !named.has(id))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
