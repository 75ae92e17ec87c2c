import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/news/edition.ts';
import { buildFeedArchive, countLatest, type ArchivePage } from '../../../src/news/feed-archive.ts';
import { getSlice } from '../../../src/news/listing.ts';
import { makeArticle, makeNewsroom, makeTimestamp } from '../../support/make-newsroom.ts';

const pageSize = 3;

/** Builds the archive of a number of stories per month, starting in October 2024. */
function build(counts: readonly number[]) {
  const articles = counts.flatMap((count, month) =>
    Array.from({ length: count }, (_, index) => {
      const day = `2024-${month + 10}-${String(index + 1).padStart(2, '0')}`;
      return makeArticle({ id: `2024/${month + 10}/story-${index}`, published: makeTimestamp(day) });
    }),
  );
  const nowMs = Date.parse('2025-01-01T00:00Z');
  const edition = buildEdition(makeNewsroom({ articles }), { nowMs, language: 'en', timeZone: 'UTC' });
  return buildFeedArchive(edition, pageSize);
}

const show = ({ month, page }: ArchivePage) => `${month.id}${page === undefined ? '' : `/${page}`}`;

describe('buildFeedArchive', () => {
  it('closes months that are over and full back pages, oldest first, and leaves the newest page open', () => {
    const { open, closed } = build([7, 1, 10]);
    expect(closed.map(show)).toEqual(['2024/10/1', '2024/10', '2024/11', '2024/12/1', '2024/12/2']);
    expect(open && show(open)).toBe('2024/12');
  });

  it('has every story once', () => {
    const { open, closed } = build([7, 1, 10]);
    const pages = open ? [...closed, open] : closed;
    const ids = pages.flatMap(({ month, page }) => getSlice(month, page, pageSize)).map(({ id }) => id);
    expect(ids).toHaveLength(18);
    expect(new Set(ids).size).toBe(18);
  });

  it('never changes a closed page when a story is added to the newest month', () => {
    const before = build([7, 4]).closed.map(show);
    for (const count of [5, 6, 9]) expect(build([7, count]).closed.map(show).slice(0, before.length)).toEqual(before);
  });

  it('is empty for an empty edition', () => {
    expect(build([])).toEqual({ open: undefined, closed: [] });
  });
});

describe('countLatest', () => {
  it('gives the site’s own feed all stories of the open page', () => {
    expect(countLatest(build([7, 5]), { pageSize, feedSize: 2 })).toBe(5);
    expect(countLatest(build([7, 5]), { pageSize, feedSize: 20 })).toBe(20);
    expect(countLatest(build([]), { pageSize, feedSize: 20 })).toBe(20);
  });
});
