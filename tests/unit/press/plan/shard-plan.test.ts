import { describe, expect, it } from 'vitest';
import { assign, parseShard } from '../../../../src/press/plan/shard-plan.ts';
import type { IndexPart } from '../../../../src/search/indexing/build-index.ts';

const toRecord = (id: string) => ({ id }) as IndexPart['records'][number];

describe('parseShard', () => {
  it('reads which of how many', () => {
    expect(parseShard('2/4')).toEqual({ index: 2, count: 4 });
    expect(parseShard('1/1')).toEqual({ index: 1, count: 1 });
  });

  it.each(['', '2', '0/4', '5/4', '1/0', '-1/4', '1.5/4', '2/4/8', 'a/b', ' 1/2'])('refuses %j', (text) => {
    expect(parseShard(text)).toBeUndefined();
  });
});

describe('assign', () => {
  const parts: readonly IndexPart[] = [70, 10, 50, 40, 30].map((size, part) => ({
    id: `2024-0${part + 1}`,
    inputs: '',
    records: Array.from({ length: size }, (_, index) => toRecord(`2024/0${part + 1}/story-${index}`)),
  }));
  const stories = parts.flatMap(({ records }) => records.map(({ id }) => `/${id}/`));
  const listings = Array.from({ length: 300 }, (_, index) => `/tags/tag-${index}/`);
  const keys = new Map([...stories, ...listings, '/'].map((page) => [page, 'key']));
  const assignAll = (count: number) =>
    Array.from({ length: count }, (_, index) => assign(keys, parts, { index: index + 1, count }));

  it.each([1, 2, 3, 4, 9])('assigns every page and every part to one of %i shards', (count) => {
    const shards = assignAll(count);
    for (const page of [...keys.keys(), '/robots.txt']) {
      expect([page, shards.filter(({ hasPage }) => hasPage(page)).length]).toEqual([page, 1]);
    }
    expect(
      shards
        .flatMap((shard) => shard.parts)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(parts.map(({ id }) => id));
  });

  it('builds stories where their part of the index is built, about as many in each', () => {
    const sizes = assignAll(2).map(({ hasPage, parts: own }) => {
      const size = own.reduce((sum, { records }) => sum + records.length, 0);
      expect(stories.filter(hasPage)).toHaveLength(size);
      return size;
    });
    expect(sizes).toEqual([100, 100]);
  });

  it('shares other pages out evenly', () => {
    for (const { hasPage } of assignAll(3)) {
      const count = listings.filter(hasPage).length;
      expect(count).toBeGreaterThan(75);
      expect(count).toBeLessThan(125);
    }
  });

  it('leaves what has no fingerprint to the first shard', () => {
    expect(assignAll(3).map(({ hasPage }) => hasPage('/sitemap.xml'))).toEqual([true, false, false]);
  });
});
