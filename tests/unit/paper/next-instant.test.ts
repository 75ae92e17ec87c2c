import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/news/edition.ts';
import { getNextInstantMs } from '../../../src/paper/next-instant.ts';
import { createContext } from '../../../src/paper/site-context.ts';
import { collectPagePrints, toPageKeys } from '../../../src/paper/table.ts';
import type { Context } from '../../../src/views/context.ts';
import { makeArticle, makeNewsroom, makeTimestamp } from '../../support/make-newsroom.ts';
import { site } from '../../support/make-site.ts';

const own = { ...site, securityContact: 'mailto:desk@host.example' };

function open(articles: readonly Parameters<typeof makeArticle>[0][], nowMs: number) {
  const newsroom = makeNewsroom({ articles: articles.map(makeArticle) });
  return { newsroom, context: createContext(buildEdition(newsroom, { ...own, nowMs }), own) };
}

const toKeys = (context: Context) => [...toPageKeys(collectPagePrints(context))];

describe('the next instant at which a build may differ', () => {
  it.each([
    ['a story is published', { published: makeTimestamp('2024-11-20T08:00Z') }, '2024-11-20T08:00:00.000Z'],
    ['a story expires', { expires: makeTimestamp('2024-11-19') }, '2024-11-19T00:00:00.000Z'],
    ['a story is a year older', { published: makeTimestamp('2022-11-20T08:00Z') }, '2024-11-20T08:00:00.000Z'],
    ['a story is no longer news', { published: makeTimestamp('2024-11-17T09:00Z') }, '2024-11-19T09:00:00.001Z'],
    ['a month begins', { published: makeTimestamp('2024-11-13') }, '2024-12-01T00:00:00.000Z'],
  ])('is when %s', (_name, story, expected) => {
    const nowMs = Date.parse('2024-11-18T12:00Z');
    const nextMs = getNextInstantMs(open([story], nowMs));
    expect(new Date(nextMs).toISOString()).toBe(expected);
    const second = 1000;
    expect(toKeys(open([story], nextMs - second).context)).toEqual(toKeys(open([story], nowMs).context));
    expect(toKeys(open([story], nextMs + second).context)).not.toEqual(toKeys(open([story], nowMs).context));
  });

  it('is the earliest of all', () => {
    const nowMs = Date.parse('2024-11-18T12:00Z');
    const stories = ['2024-11-25', '2024-11-21', '2022-11-19', '2024-11-22'].map((day, index) => ({
      id: `2024/11/story-${index}`,
      published: makeTimestamp(day),
    }));
    expect(new Date(getNextInstantMs(open(stories, nowMs))).toISOString()).toBe('2024-11-19T00:00:00.000Z');
  });
});
