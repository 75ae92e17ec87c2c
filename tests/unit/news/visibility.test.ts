import { describe, expect, it } from 'vitest';
import { getVisibility } from '../../../src/news/visibility.ts';
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
