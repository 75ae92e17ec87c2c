import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import { getRelated } from '../../../src/news/related.ts';
import { makeArticle, makeNewsroom, makeTimestamp } from '../../support/make-newsroom.ts';
import { permute } from '../../support/permute.ts';

const nowMs = Date.parse('2025-06-01T00:00Z');
const middleMs = Date.parse('2024-11-15T12:00Z');

/** A story some hours from the one under test. By default it shares nothing with others. */
const make = (id: string, hours: number, partial: Partial<Article> = {}) =>
  makeArticle({
    id: `2024/11/${id}`,
    published: { epochMs: middleMs + hours * 3_600_000, isDateOnly: false },
    topic: `topic of ${id}`,
    ...partial,
  });

const asking = make('asking', 0, {
  topic: 'health',
  regions: ['KE', 'UG'],
  tags: ['malaria', 'vaccines', 'funding', 'children'],
  storylines: ['malaria-vaccine'],
});

function relate(others: readonly Article[], count = 10, article = asking) {
  const places = { names: {}, groups: { 'great-lakes': { title: 'Great Lakes', members: ['KE'] } } };
  const newsroom = makeNewsroom({ articles: [...others, article], places });
  const edition = buildEdition(newsroom, { nowMs, language: 'en', timeZone: 'UTC' });
  return getRelated(edition, article, count).map((related) => ({
    id: related.article.id.slice('2024/11/'.length),
    reason: related.reason,
  }));
}

const toIds = (related: readonly { id: string }[]) => related.map(({ id }) => id);

describe('why a story goes with another', () => {
  it.each([
    ['the same storyline', { storylines: ['other', 'malaria-vaccine'] }, { kind: 'storyline', id: 'malaria-vaccine' }],
    [
      'the same storyline, before tags and place',
      { storylines: ['malaria-vaccine'], topic: 'health', regions: ['KE'], tags: ['malaria', 'vaccines'] },
      { kind: 'storyline', id: 'malaria-vaccine' },
    ],
    [
      'the topic and the main place, wherever the other story names it',
      { topic: 'health', regions: ['TZ', 'KE'] },
      { kind: 'place-and-topic', region: 'KE' },
    ],
    [
      'topic and place, before a single tag',
      { topic: 'health', regions: ['KE'], tags: ['malaria'] },
      { kind: 'place-and-topic', region: 'KE' },
    ],
    [
      'two tags, before topic and place',
      { topic: 'health', regions: ['KE'], tags: ['vaccines', 'malaria'] },
      { kind: 'tags', ids: ['malaria', 'vaccines'] },
    ],
    ['one tag, in any spelling', { tags: ['MALARIA'] }, { kind: 'tags', ids: ['malaria'] }],
  ])('is %s', (_, partial, reason) => {
    expect(relate([make('other', 1, partial)])).toEqual([{ id: 'other', reason }]);
  });

  it.each([
    ['the topic alone', { topic: 'health' }],
    ['the main place alone', { regions: ['KE'] }],
    ['the topic and a place that is not the main one', { topic: 'health', regions: ['UG'] }],
    ['the topic and a place above the main one', { topic: 'health', regions: ['014'] }],
    ['nothing', {}],
  ])('is not %s', (_, partial) => {
    expect(relate([make('other', 1, partial)])).toEqual([]);
  });

  it('may be a group of places', () => {
    const article = make('asking', 0, { topic: 'health', regions: ['great-lakes'] });
    const other = make('other', 1, { topic: 'health', regions: ['great-lakes'] });
    expect(relate([other], 10, article)).toEqual([
      { id: 'other', reason: { kind: 'place-and-topic', region: 'great-lakes' } },
    ]);
  });
});

describe('the order of related stories', () => {
  const storyline = make('storyline', 90, { storylines: ['malaria-vaccine'] });
  const threeTags = make('three-tags', 80, { tags: ['malaria', 'vaccines', 'funding'] });
  const placeAndTag = make('place-and-tag', 70, { topic: 'health', regions: ['KE'], tags: ['malaria'] });
  const twoTags = make('two-tags', 60, { tags: ['malaria', 'vaccines'] });
  const place = make('place', 50, { topic: 'health', regions: ['KE'] });
  const oneTag = make('one-tag', 1, { tags: ['malaria'] });
  const ordered = ['storyline', 'three-tags', 'place-and-tag', 'two-tags', 'place', 'one-tag'];

  it('is by strength, however near in time the weaker ones are, and however stories are read', () => {
    for (const order of permute([storyline, threeTags, placeAndTag, twoTags, place, oneTag])) {
      expect(toIds(relate(order))).toEqual(ordered);
    }
  });

  it('counts no more than three shared tags, so that a storyline stays the strongest', () => {
    const four = make('four-tags', 5, { tags: ['malaria', 'vaccines', 'funding', 'children'] });
    expect(toIds(relate([four, storyline, threeTags]))).toEqual(['storyline', 'four-tags', 'three-tags']);
    const near = make('near', 1, { tags: ['malaria', 'vaccines', 'funding'] });
    expect(toIds(relate([four, near]))).toEqual(['near', 'four-tags']);
  });

  it('is by nearness in time among equals, then newest first, then by address', () => {
    const tags = ['malaria'];
    const others = [
      make('far', -48, { tags }),
      make('before', -2, { tags }),
      make('b-after', 2, { tags }),
      make('a-after', 2, { tags }),
      make('nearest', -1, { tags }),
    ];
    for (const order of permute(others)) {
      expect(toIds(relate(order))).toEqual(['nearest', 'a-after', 'b-after', 'before', 'far']);
    }
  });

  it.each([
    [0, []],
    [2, ['storyline', 'two-tags']],
    [9, ['storyline', 'two-tags', 'one-tag']],
  ])('ends after %i', (count, ids) => {
    expect(toIds(relate([oneTag, storyline, twoTags], count))).toEqual(ids);
  });
});

describe('who is asked', () => {
  it('is never the story itself, a withdrawn, an embargoed or an unpublished one', () => {
    const { storylines } = asking;
    const others = [
      make('gone', 1, { storylines, status: 'withdrawn' }),
      make('draft', 2, { storylines, status: 'draft' }),
      make('embargoed', 3, { storylines, published: makeTimestamp('2031-01-01') }),
    ];
    expect(relate(others)).toEqual([]);
  });

  it('is answered for a withdrawn story too, which no listing has', () => {
    const others = [make('after', 1, { tags: ['malaria'] }), make('before', -2, { tags: ['malaria'] })];
    expect(toIds(relate(others, 10, { ...asking, status: 'withdrawn' }))).toEqual(['after', 'before']);
  });

  it('copes with a story that has no place that exists', () => {
    expect(relate([make('other', 1)], 10, make('asking', 0, { regions: [] }))).toEqual([]);
    expect(relate([make('other', 1)], 10, make('asking', 0, { regions: ['XX'] }))).toEqual([]);
  });

  it('is the twelve stories before and the twelve after in each shared listing, nobody further away', () => {
    const others = Array.from({ length: 41 }, (_, index) => index - 20)
      .filter((hours) => hours !== 0)
      .map((hours) => make(`at-${hours}`, hours, { tags: ['malaria'] }));
    const hours = toIds(relate(others, 100)).map((id) => Number(id.slice('at-'.length)));
    expect(hours.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 25 }, (_, index) => index - 12).filter((hour) => hour !== 0),
    );
  });

  it('names a story once that several shared listings offer', () => {
    const other = make('other', 1, { tags: ['malaria', 'vaccines'], regions: ['KE'], storylines: ['malaria-vaccine'] });
    expect(toIds(relate([other]))).toEqual(['other']);
  });
});
