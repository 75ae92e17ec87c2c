import { describe, expect, it } from 'vitest';
import { articleKinds, articleStatuses, compareNewestFirst, getModifiedMs } from '../../../src/news/article.ts';
import { makeArticle, makeTimestamp } from '../../support/make-newsroom.ts';
import { permute } from '../../support/permute.ts';

describe('articleKinds and articleStatuses', () => {
  it('start with what the contract takes for granted', () => {
    expect(articleKinds).toEqual(['report', 'explainer', 'analysis', 'opinion', 'background', 'timeline']);
    expect(articleStatuses).toEqual(['draft', 'published', 'withdrawn']);
  });
});

describe('getModifiedMs', () => {
  const published = makeTimestamp('2024-11-13T12:00Z');

  it('is the publication of a story that was never touched', () => {
    expect(getModifiedMs(makeArticle({ published }))).toBe(published.epochMs);
  });

  it('is the update of a story that has one', () => {
    const updated = makeTimestamp('2024-11-14T08:00Z');
    expect(getModifiedMs(makeArticle({ published, updated }))).toBe(updated.epochMs);
  });

  it('counts a correction as a change, the latest one, wherever it is', () => {
    const corrections = ['2024-11-16T09:00Z', '2024-11-20T09:00Z', '2024-11-18T09:00Z'].map((date) => ({
      kind: 'correction' as const,
      date: makeTimestamp(date),
      text: 'It said two; it is three.',
    }));
    const updated = makeTimestamp('2024-11-14T08:00Z');
    expect(getModifiedMs(makeArticle({ published, updated, corrections }))).toBe(Date.parse('2024-11-20T09:00Z'));
  });

  it('is right for stories older than the clocks of computers', () => {
    const old = makeTimestamp('1963-11-22T18:40Z');
    expect(getModifiedMs(makeArticle({ published: old }))).toBe(old.epochMs);
    const updated = makeTimestamp('1963-11-23');
    expect(getModifiedMs(makeArticle({ published: old, updated }))).toBe(updated.epochMs);
  });

  it('is never before the publication, even when the correction names only the same day', () => {
    const corrections = [{ kind: 'update' as const, date: makeTimestamp('2024-11-13'), text: 'More is known.' }];
    expect(getModifiedMs(makeArticle({ published, corrections }))).toBe(published.epochMs);
  });
});

describe('compareNewestFirst', () => {
  it('orders newest first, stories of one instant by address, from whatever order', () => {
    const ordered = [
      makeArticle({ id: '2024/11/z', published: makeTimestamp('2024-11-13T12:00:00.001Z') }),
      makeArticle({ id: '2024/11/B' }),
      makeArticle({ id: '2024/11/a' }),
      makeArticle({ id: '2024/11/a-2' }),
      makeArticle({ id: '2024/10/a', published: makeTimestamp('2024-10-31T23:59:59Z') }),
    ];
    for (const order of permute(ordered)) expect(order.sort(compareNewestFirst)).toEqual(ordered);
  });

  it('treats a story as equal to itself', () => {
    expect(compareNewestFirst(makeArticle(), makeArticle())).toBe(0);
  });
});
