import { describe, expect, it } from 'vitest';
import { getFeedFormats, getMainFormat, hasFeedTexts, type FeedKind } from '../../../src/news/feed.ts';

const kinds: readonly FeedKind[] = ['front', 'topic', 'storyline', 'region', 'author', 'tag', 'month'];

describe('the feeds of a kind of page', () => {
  it('carry texts for the paper, topics, storylines and places', () => {
    expect(kinds.filter(hasFeedTexts)).toEqual(['front', 'topic', 'storyline', 'region']);
  });

  it('are RSS first; a month has its Atom documents in the archive alone', () => {
    expect(kinds.filter((kind) => getMainFormat(kind) !== 'rss')).toEqual(['month']);
    expect(getFeedFormats('month')).toEqual(['atom']);
    expect(kinds.filter((kind) => getFeedFormats(kind).length === 3)).toEqual(['front', 'topic']);
  });
});
