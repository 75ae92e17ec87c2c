import { describe, expect, it } from 'vitest';
import { findNextChange, getNextChange, listWithheld } from '../../../src/news/agenda.ts';
import { makeArticle, makeTimestamp } from '../../support/make-newsroom.ts';

const published = makeTimestamp('2026-11-27T06:00Z');
const expires = makeTimestamp('2026-12-01');
const story = makeArticle({ published, expires });

describe('getNextChange', () => {
  it.each([
    ['before it is published', published.epochMs - 1, { kind: 'published', atMs: published.epochMs }],
    ['at that instant', published.epochMs, { kind: 'expires', atMs: expires.epochMs }],
    ['before it expires', expires.epochMs - 1, { kind: 'expires', atMs: expires.epochMs }],
    ['at that instant', expires.epochMs, undefined],
  ])('of a story %s', (_when, nowMs, expected) => {
    expect(getNextChange(story, nowMs)).toEqual(expected && { article: story, ...expected });
  });

  it('of a draft is nothing, and of a withdrawn story only that its notice comes', () => {
    const draft = makeArticle({ published, expires, status: 'draft' });
    const withdrawn = makeArticle({ published, expires, status: 'withdrawn' });
    expect(getNextChange(draft, 0)).toBeUndefined();
    expect(getNextChange(withdrawn, 0)).toMatchObject({ kind: 'published' });
    expect(getNextChange(withdrawn, published.epochMs)).toBeUndefined();
  });
});

describe('findNextChange', () => {
  it('returns the earliest of all, and of two at one instant that of the first file', () => {
    const late = makeArticle({ id: '2026/12/a', published: makeTimestamp('2026-12-24') });
    const twin = makeArticle({ id: '2026/11/a', published });
    const past = makeArticle({ id: '2024/11/past' });
    const first = makeArticle({ id: '2026/11/b', published });
    expect(findNextChange([late, first, twin, past], 0 + published.epochMs - 5)).toMatchObject({ article: twin });
    expect(findNextChange([late, past], published.epochMs)).toMatchObject({ article: late, kind: 'published' });
    expect(findNextChange([past], published.epochMs)).toBeUndefined();
    expect(findNextChange([], 0)).toBeUndefined();
  });
});

describe('listWithheld', () => {
  it('lists embargoes as they end, then what is over, drafts and withdrawals', () => {
    const nowMs = makeTimestamp('2026-11-25').epochMs;
    const articles = [
      makeArticle({ id: '2024/11/withdrawn', status: 'withdrawn' }),
      makeArticle({ id: '2024/11/draft-b', status: 'draft' }),
      makeArticle({ id: '2024/11/over', expires: makeTimestamp('2025-01-01') }),
      makeArticle({ id: '2026/12/later', published: makeTimestamp('2026-12-24') }),
      makeArticle({ id: '2024/11/draft-a', status: 'draft' }),
      makeArticle({ id: '2024/11/seen' }),
      makeArticle({ id: '2026/11/soon', published }),
    ];
    expect(listWithheld(articles, nowMs).map(({ article, reason }) => [article.id, reason])).toEqual([
      ['2026/11/soon', 'embargo'],
      ['2026/12/later', 'embargo'],
      ['2024/11/over', 'expired'],
      ['2024/11/draft-a', 'draft'],
      ['2024/11/draft-b', 'draft'],
      ['2024/11/withdrawn', 'withdrawn'],
    ]);
  });
});
