import { describe, expect, it } from 'vitest';
import { countPages, getSlice, type Listing } from '../../../src/news/listing.ts';
import { makeArticle } from '../../support/make-newsroom.ts';

function makeListing(count: number): Listing {
  const articles = Array.from({ length: count }, (_, index) => makeArticle({ id: `2024/11/${index + 1}` }));
  return { kind: 'topic', id: 'health', title: 'Health', articles };
}

describe('countPages', () => {
  it.each([
    [0, 30, 1],
    [1, 30, 1],
    [30, 30, 1],
    [31, 30, 2],
    [60, 30, 2],
    [61, 30, 3],
    [3, 1, 3],
  ])('cuts %i stories, %i a page, into %i pages', (stories, pageSize, pages) => {
    expect(countPages(makeListing(stories), pageSize)).toBe(pages);
  });
});

describe('getSlice', () => {
  it.each([
    [5, 1, ['2024/11/1', '2024/11/2']],
    [5, 2, ['2024/11/3', '2024/11/4']],
    [5, 3, ['2024/11/5']],
    [5, 4, []],
  ])('gives of %i stories, two a page, page %i', (stories, page, ids) => {
    const slice = getSlice(makeListing(stories), page, 2);
    expect(slice.articles.map(({ id }) => id)).toEqual(ids);
    expect(slice).toMatchObject({ page, pageCount: 3 });
  });

  it('gives an empty listing one empty page', () => {
    expect(getSlice(makeListing(0), 1, 2)).toEqual({ articles: [], page: 1, pageCount: 1 });
  });

  it('gives every story once over all pages, in order', () => {
    const listing = makeListing(11);
    const pages = Array.from({ length: countPages(listing, 4) }, (_, index) => getSlice(listing, index + 1, 4));
    expect(pages.flatMap(({ articles }) => articles)).toEqual(listing.articles);
  });
});
