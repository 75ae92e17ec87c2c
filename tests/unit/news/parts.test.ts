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

const days = ['2024-01-05', '2024-01-20', '2024-02-01', '2024-03-01', '2024-03-02', '2024-05-01'];

describe('the parts of an archive', () => {
  it('are whole months, cut from the oldest on when they are full, newest first', () => {
    expect(cut(days, 2)).toEqual([
      ['2024-05', 1],
      ['2024-02', 3],
      ['2024-01', 2],
    ]);
  });

  it('stay as they are when a newer story is added', () => {
    expect(cut([...days, '2024-05-09'], 2).slice(1)).toEqual(cut(days, 2).slice(1));
    expect(cut([...days, '2024-06-09'], 2).slice(-2)).toEqual(cut(days, 2).slice(-2));
  });

  it('are one for a small archive and none for an empty one', () => {
    expect(cut(days, 100)).toEqual([['2024-01', 6]]);
    expect(cut([], 100)).toEqual([]);
  });
});
