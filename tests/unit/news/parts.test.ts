import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/news/edition.ts';
import { getParts } from '../../../src/news/parts.ts';
import { makeArticle, makeNewsroom, makeTimestamp } from '../../support/make-newsroom.ts';

function cut(days: readonly string[], size: number): readonly (readonly [string, number])[] {
  const articles = days.map((day, index) =>
    makeArticle({ id: `${day.slice(0, 7).replace('-', '/')}/story-${index}`, published: makeTimestamp(day) }),
  );
  const options = { nowMs: Date.parse('2030-01-01'), language: 'en', timeZone: 'UTC' };
  const edition = buildEdition(makeNewsroom({ articles }), options);
  return getParts(edition, size).map(({ id, articles: stories }) => [id, stories.length]);
}

/** Makes a number of stories in each month of 2024. */
function inMonths(...counts: readonly number[]): readonly string[] {
  return counts.flatMap((count, index) =>
    Array.from({ length: count }, () => `2024-${String(index + 1).padStart(2, '0')}-05`),
  );
}

describe('the parts of an archive', () => {
  it('are whole months, cut from the oldest on when they are full, newest first', () => {
    expect(cut(inMonths(2, 1, 2, 0, 1), 2)).toEqual([
      ['2024-05', 1],
      ['2024-02', 3],
      ['2024-01', 2],
    ]);
  });

  it('are smaller at the new end, where stories are added, but few', () => {
    expect(cut(inMonths(6, 5, 3, 1, 1, 2), 10)).toEqual([
      ['2024-06', 2],
      ['2024-03', 5],
      ['2024-01', 11],
    ]);
    expect(cut(inMonths(12, 10, 3, 2, 2, 1, 1), 20)).toEqual([
      ['2024-07', 1],
      ['2024-06', 1],
      ['2024-03', 7],
      ['2024-01', 22],
    ]);
  });

  it('grow together when the small ones fill a part', () => {
    const [before, after] = [inMonths(6, 5, 3, 1, 1, 6), inMonths(6, 5, 3, 1, 1, 6, 1)];
    expect(cut(before, 10)).toEqual([
      ['2024-06', 6],
      ['2024-03', 5],
      ['2024-01', 11],
    ]);
    expect(cut(after, 10)).toEqual([
      ['2024-07', 1],
      ['2024-03', 11],
      ['2024-01', 11],
    ]);
  });

  it('keep the newest months together while they are few, then all but the two-hundredth of a part apart', () => {
    const months = inMonths(12, 8, 2, 1, 1);
    expect(cut(months, 200)).toEqual([
      ['2024-03', 4],
      ['2024-01', 20],
    ]);
    expect(cut([...months, '2024-06-05'], 200)).toEqual([
      ['2024-06', 1],
      ['2024-03', 4],
      ['2024-01', 20],
    ]);
    expect(cut(inMonths(9, 9, 1, 1, 1), 800)).toEqual([
      ['2024-03', 3],
      ['2024-01', 18],
    ]);
  });

  it('stay unchanged when a newer story is added', () => {
    const days = inMonths(6, 5, 3, 1, 1, 2);
    expect(cut([...days, '2024-06-09'], 10).slice(1)).toEqual(cut(days, 10).slice(1));
    expect(cut([...days, '2024-07-09'], 10).at(-1)).toEqual(cut(days, 10).at(-1));
  });

  it('are one for a small archive and zero for an empty one', () => {
    expect(cut(['2024-01-05', '2024-01-20'], 100)).toEqual([['2024-01', 2]]);
    expect(cut([], 100)).toEqual([]);
  });
});
