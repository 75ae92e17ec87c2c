import { describe, expect, it } from 'vitest';
import { countBackPages, getPages, getSlice, type Listing } from '../../../src/news/listing.ts';
import { makeArticle } from '../../support/make-newsroom.ts';

/** Stories are numbered from the oldest, 1. */
function makeListing(count: number): Listing {
  const articles = Array.from({ length: count }, (_, index) => makeArticle({ id: `2024/11/${count - index}` }));
  return { kind: 'topic', id: 'health', title: 'Health', articles };
}

const getIds = (listing: Listing, page: number | undefined, pageSize: number) =>
  getSlice(listing, page, pageSize).map(({ id }) => Number(id.slice('2024/11/'.length)));

describe('the pages of a listing', () => {
  it.each([
    [0, 30, 0],
    [1, 30, 0],
    [59, 30, 0],
    [60, 30, 1],
    [89, 30, 1],
    [90, 30, 2],
    [3, 1, 2],
  ])('are, of %i stories, %i a page, the first and %i more', (stories, pageSize, pages) => {
    expect(countBackPages(makeListing(stories), pageSize)).toBe(pages);
  });

  it.each([
    [5, undefined, [5, 4, 3]],
    [5, 1, [2, 1]],
    [6, undefined, [6, 5]],
    [6, 2, [4, 3]],
    [6, 1, [2, 1]],
    [1, undefined, [1]],
    [0, undefined, []],
  ])('hold, of %i stories, two a page, on page %s: %j', (stories, page, ids) => {
    expect(getIds(makeListing(stories), page, 2)).toEqual(ids);
  });

  it('hold every story once, in order', () => {
    const listing = makeListing(11);
    expect(getPages(listing, 4)).toEqual([undefined, 1]);
    expect(getPages(listing, 2)).toEqual([undefined, 4, 3, 2, 1]);
    expect(getPages(listing, 2).flatMap((page) => getSlice(listing, page, 2))).toEqual(listing.articles);
  });

  it.each([5, 6, 7, 8, 40])('after the first stay unchanged when a story is added to %i', (stories) => {
    const [before, after] = [makeListing(stories), makeListing(stories + 1)];
    const backPages = getPages(before, 2).slice(1);
    expect(backPages.map((page) => getIds(after, page, 2))).toEqual(backPages.map((page) => getIds(before, page, 2)));
  });
});
