import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import { makeArticle, makeNewsroom, makeStoryline, makeTimestamp, worldDesk } from '../../support/make-newsroom.ts';

const nowMs = Date.parse('2024-12-01T12:00Z');

const draft = makeArticle({ id: '2024/11/draft', status: 'draft' });
const embargoed = makeArticle({ id: '2024/12/later', published: makeTimestamp('2024-12-01T12:00:01Z') });
const published = makeArticle({ id: '2024/11/seen' });
const expired = makeArticle({ id: '2024/11/gone', expires: makeTimestamp('2024-11-20') });
const withdrawn = makeArticle({ id: '2024/11/withdrawn', status: 'withdrawn' });

/** Builds an edition in which a new author and a new storyline have these stories. */
function listAnnounced(stories: readonly Article[], published: readonly string[] = []): readonly string[] {
  const articles = stories.map((story) => ({ ...story, authors: ['new'], storylines: ['cop29'] }));
  const authors = [worldDesk, { ...worldDesk, id: 'new', name: 'A new name' }];
  const newsroom = makeNewsroom({ articles, authors, storylines: [makeStoryline()] });
  const edition = buildEdition(newsroom, {
    nowMs,
    language: 'en',
    timeZone: 'UTC',
    published: new Set(published),
  });
  const listed = [...edition.listings.author.keys(), ...edition.listings.storyline.keys()];
  expect(listed).toEqual([...edition.authors.keys(), ...edition.storylines.keys()]);
  return listed.filter((id) => id !== worldDesk.id);
}

describe('an author and a storyline', () => {
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
    expect(listAnnounced(stories)).toEqual(['new', 'cop29']);
  });

  it('stay in it when their first story is a draft, once their own page is published', () => {
    expect(listAnnounced([draft], ['/storylines/cop29/'])).toEqual(['cop29']);
    expect(listAnnounced([draft], ['/authors/new/'])).toEqual(['new']);
  });
});
