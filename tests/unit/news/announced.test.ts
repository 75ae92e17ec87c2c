import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import { collectPermanent } from '../../../src/paper/table.ts';
import { makeContext } from '../../support/make-context.ts';
import {
  makeArticle,
  makeNewsroom,
  makeStoryline,
  makeTimestamp,
  worldDesk,
  worldTopic,
} from '../../support/make-newsroom.ts';

const nowMs = Date.parse('2024-12-01T12:00Z');

const draft = makeArticle({ id: '2024/11/draft', status: 'draft' });
const embargoed = makeArticle({ id: '2024/12/later', published: makeTimestamp('2024-12-01T12:00:01Z') });
const published = makeArticle({ id: '2024/11/seen' });
const expired = makeArticle({ id: '2024/11/gone', expires: makeTimestamp('2024-11-20') });
const withdrawn = makeArticle({ id: '2024/11/withdrawn', status: 'withdrawn' });

const places = {
  names: {},
  groups: { coast: { title: 'The coast', members: ['BF', 'ML'] } },
  beyond: { moon: { title: 'The Moon' } },
  aliases: { shore: 'coast', persia: 'IR' },
};

/** Everything that has a name: `kind:id`. */
const everything = ['topic:war', 'author:new', 'storyline:cop29', 'region:coast', 'region:moon'];

/**
 * Builds an edition in which a topic, an author, a storyline, a group and a place have these stories, and lists those
 * that are in it.
 */
function listAnnounced(stories: readonly Article[], published: readonly string[] = []): readonly string[] {
  const used = { topic: 'war', authors: ['new'], storylines: ['cop29'], regions: ['coast', 'moon'] };
  const newsroom = makeNewsroom({
    articles: stories.map((story) => ({ ...story, ...used })),
    topics: [worldTopic, { ...worldTopic, id: 'war', aliases: ['/topics/conflict/'] }],
    authors: [worldDesk, { ...worldDesk, id: 'new', name: 'A new name' }],
    storylines: [makeStoryline()],
    places,
  });
  const edition = buildEdition(newsroom, { nowMs, language: 'en', timeZone: 'UTC', published: new Set(published) });
  const { topics, authors, storylines, gazetteer, listings } = edition;
  expect([...listings.topic.keys(), ...listings.author.keys(), ...listings.storyline.keys()]).toEqual([
    ...topics.keys(),
    ...authors.keys(),
    ...storylines.keys(),
  ]);
  const permanent = collectPermanent({ ...makeContext(), edition });
  return everything.filter((name) => {
    const [kind = '', id = ''] = name.split(':');
    const found = { topic: topics, author: authors, storyline: storylines, region: gazetteer.byId }[kind]?.has(id);
    expect(permanent.has(`/${kind}s/${id}/`)).toBe(found);
    return found;
  });
}

describe('a topic, an author, a storyline, a group and a place beyond the Earth', () => {
  it.each([
    ['a draft', [draft]],
    ['a story under embargo', [embargoed]],
    ['both', [draft, embargoed]],
  ])('are not in the edition while all they have is %s', (_what, stories) => {
    expect(listAnnounced(stories)).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['a public story', [draft, published]],
    ['a story that has expired', [expired, embargoed]],
    ['a story that was withdrawn', [withdrawn]],
  ])('are in it with %s', (_what, stories) => {
    expect(listAnnounced(stories)).toEqual(everything);
  });

  it('stay in it when their first story is a draft, once their own page is published', () => {
    for (const name of everything) {
      expect(listAnnounced([draft], [`/${name.replace(':', 's/')}/`])).toEqual([name]);
    }
  });
});

/**
 * Lists the groups and places beyond the Earth that an edition of these stories has, and the further names of places.
 */
function listPlaces(articles: readonly Article[]): readonly string[] {
  const edition = buildEdition(makeNewsroom({ articles, places }), { nowMs, language: 'en', timeZone: 'UTC' });
  const { groups, beyond, aliases } = edition.gazetteer;
  return [...groups, ...beyond].map(({ id }) => id).concat(['shore', 'persia'].filter((alias) => aliases.has(alias)));
}

describe('a group', () => {
  it('is not in the edition, nor its further names, while a draft about one of its members is all it has', () => {
    expect(listPlaces([{ ...draft, regions: ['BF'] }])).toEqual(['moon', 'persia']);
  });

  it('is in it with a public story about another member', () => {
    expect(
      listPlaces([
        { ...draft, regions: ['BF'] },
        { ...published, regions: ['ML'] },
      ]),
    ).toContain('coast');
  });
});
