import { describe, expect, it } from 'vitest';
import { parseTimestamp } from '../../../src/core/dates.ts';
import { getHold, getVisibility } from '../../../src/news/visibility.ts';
import { makeArticle, makeTimestamp } from '../../support/make-newsroom.ts';

const published = makeTimestamp('2024-11-13T12:00Z');
const expires = makeTimestamp('2025-01-01T00:00Z');

describe('getVisibility', () => {
  it.each([
    ['draft', -1, 'hidden'],
    ['draft', 0, 'hidden'],
    ['published', -1, 'hidden'],
    ['published', 0, 'public'],
    ['withdrawn', -1, 'hidden'],
    ['withdrawn', 0, 'notice'],
  ] as const)('makes a %s story, %i ms from its publication, %s', (status, ms, expected) => {
    expect(getVisibility(makeArticle({ status, published }), published.epochMs + ms)).toBe(expected);
  });

  it.each([
    ['draft', -1, 'hidden'],
    ['published', -1, 'public'],
    ['published', 0, 'hidden'],
    ['withdrawn', 0, 'notice'],
  ] as const)('makes a %s story, %i ms from its expiry, %s', (status, ms, expected) => {
    expect(getVisibility(makeArticle({ status, published, expires }), expires.epochMs + ms)).toBe(expected);
  });

  it('does not ask when a story was updated', () => {
    const article = makeArticle({ published, updated: makeTimestamp('2030-01-01') });
    expect(getVisibility(article, published.epochMs)).toBe('public');
  });
});

describe('an embargo, to the second and whatever the zone', () => {
  it.each([
    ['2026-11-27T08:00:00+02:00', 'UTC', '2026-11-27T06:00:00Z'],
    ['2026-11-27T08:00:00-05:30', 'Asia/Tokyo', '2026-11-27T13:30:00Z'],
    ['2026-11-27T00:15:00+14:00', 'UTC', '2026-11-26T10:15:00Z'],
    ['2026-11-27T06:00:00Z', 'America/New_York', '2026-11-27T06:00:00Z'],
    // Bare days begin at midnight of the site's zone, on either side of a change of its clocks.
    ['2026-03-29', 'Europe/Bucharest', '2026-03-28T22:00:00Z'],
    ['2026-03-30', 'Europe/Bucharest', '2026-03-29T21:00:00Z'],
    ['2026-10-25', 'Europe/Bucharest', '2026-10-24T21:00:00Z'],
    ['2026-10-26', 'Europe/Bucharest', '2026-10-25T22:00:00Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00Z'],
    // In Cairo clocks go forward at midnight: the day begins at one.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['2026-11-27', 'Asia/Kathmandu', '2026-11-26T18:15:00Z'],
    ['2026-11-27', 'UTC', '2026-11-27T00:00:00Z'],
  ])('%s on a site in %s ends at %s', (written, timeZone, instant) => {
    const at = parseTimestamp(written, timeZone);
    if (typeof at === 'string') throw new Error(at);
    const article = makeArticle({ published: at });
    const dueMs = Date.parse(instant);
    expect([-1000, -1, 0, 1000].map((ms) => getVisibility(article, dueMs + ms))).toEqual([
      'hidden',
      'hidden',
      'public',
      'public',
    ]);
    const ending = makeArticle({ expires: at });
    expect([-1, 0].map((ms) => getVisibility(ending, dueMs + ms))).toEqual(['public', 'hidden']);
  });
});

describe('getHold', () => {
  it('says why a story is withheld, and until or since when', () => {
    const at = (article: Parameters<typeof makeArticle>[0], nowMs: number) =>
      getHold(makeArticle({ published, expires, ...article }), nowMs);
    expect(at({}, published.epochMs - 1)).toEqual({ reason: 'embargo', at: published });
    expect(at({}, published.epochMs)).toBeUndefined();
    expect(at({}, expires.epochMs)).toEqual({ reason: 'expired', at: expires });
    expect(at({ status: 'draft' }, expires.epochMs)).toEqual({ reason: 'draft' });
    expect(at({ status: 'withdrawn' }, expires.epochMs)).toEqual({ reason: 'withdrawn' });
  });
});
