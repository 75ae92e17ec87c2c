import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { checkHousekeeping, toPlaceName } from '../../../src/news/housekeeping.ts';
import { makeArticle, makeNewsroom, makeStoryline, makeTimestamp, worldDesk } from '../../support/make-newsroom.ts';

const now = makeTimestamp('2024-11-20T12:00Z');

const checkArticle = (article: Partial<Article>) =>
  checkHousekeeping(makeNewsroom({ articles: [makeArticle(article)] }), now.epochMs);

const cop29 = makeStoryline();

describe('checkHousekeeping', () => {
  it('finds nothing in a tidy newsroom', () => {
    const article = { storylines: ['cop29'], updated: now, dateline: { place: 'Bucharest', region: 'RO' } };
    const newsroom = makeNewsroom({ articles: [makeArticle(article)], storylines: [cop29] });
    expect(checkHousekeeping(newsroom, now.epochMs)).toEqual([]);
  });

  it('reports a withdrawn story that does not say when and why', () => {
    expect(checkArticle({ status: 'withdrawn' })).toEqual([
      {
        code: 'unexplained-withdrawal',
        severity: 'warning',
        message: 'The story is withdrawn without a date and a reason.',
        hint: 'Write both: `withdrawn: { date: 2024-11-14, reason: Its only source was wrong. }`.',
        file: 'articles/2024/11/story.md',
        line: 0,
        column: 0,
        field: ['status'],
      },
    ]);
    expect(checkArticle({ status: 'withdrawn', withdrawn: { date: now, reason: 'It was wrong.' } })).toEqual([]);
  });

  it('reports an author and a storyline that nothing uses', () => {
    const authors = [worldDesk, { ...worldDesk, id: 'ana-pop' }];
    const newsroom = makeNewsroom({ articles: [makeArticle()], authors, storylines: [cop29] });
    expect(checkHousekeeping(newsroom, now.epochMs)).toEqual([
      {
        code: 'unused-author',
        severity: 'warning',
        message: 'No story is signed by `ana-pop`.',
        hint: 'Keep the entry for future stories, or delete it.',
        file: 'authors.yaml',
        line: 0,
        column: 0,
        field: ['ana-pop'],
      },
      {
        code: 'unused-storyline',
        severity: 'warning',
        message: 'No story belongs to the storyline `cop29`.',
        hint: 'Write `storylines: [cop29]` in its stories, or delete the file.',
        file: 'storylines/cop29.md',
        line: 1,
        column: 1,
      },
    ]);
  });

  it('says nothing of what is unused while a story cannot be read', () => {
    const authors = [worldDesk, { ...worldDesk, id: 'ana-pop' }];
    const newsroom = makeNewsroom({ articles: [makeArticle()], authors, storylines: [cop29] });
    expect(checkHousekeeping(newsroom, now.epochMs, false)).toEqual([]);
  });

  it('reports a topic without its code', () => {
    const topics = [{ id: 'world', title: 'World', description: 'All of it.' }];
    expect(checkHousekeeping(makeNewsroom({ articles: [makeArticle()], topics }), now.epochMs)).toEqual([
      {
        code: 'missing-media-topic',
        severity: 'warning',
        message: 'The topic `world` has no IPTC Media Topics code: other programs cannot tell what it is about.',
        hint: 'Find it at https://cv.iptc.org/newscodes/mediatopic/ and write its eight digits: `mediaTopic: 07000000`.',
        file: 'topics.yaml',
        line: 0,
        column: 0,
        field: ['world'],
      },
    ]);
  });

  it('counts drafts as use', () => {
    expect(checkArticle({ status: 'draft' })).toEqual([]);
  });

  it.each([
    ['a second ahead', {}, '2024-11-20T12:00:01Z', true],
    ['now', {}, '2024-11-20T12:00:00Z', false],
    ['ahead, in a draft', { status: 'draft' }, '2024-11-21', false],
    ['ahead, under embargo', { published: makeTimestamp('2024-11-20T18:00Z') }, '2024-11-21', false],
  ] as const)('looks at `updated` %s', (_of, article, updated, isReported) => {
    const issues = checkArticle({ ...article, updated: makeTimestamp(updated) });
    const expected = {
      code: 'updated-in-future',
      severity: 'warning',
      message: '`updated` is in the future, but the story is already published.',
      hint: 'Write the time of the last change.',
      file: 'articles/2024/11/story.md',
      line: 0,
      column: 0,
      field: ['updated'],
    };
    expect(issues).toEqual(isReported ? [expected] : []);
  });

  it('reports a dateline that is more than a place', () => {
    expect(checkArticle({ dateline: { place: 'BUCHAREST (Reuters)', region: 'RO' } })).toEqual([
      {
        code: 'dateline-form',
        severity: 'warning',
        message: 'The dateline `BUCHAREST (Reuters)` contains more than the name of a place.',
        hint: 'Write `Bucharest`. The country goes in `region`; the page adds the rest.',
        file: 'articles/2024/11/story.md',
        line: 0,
        column: 0,
        field: ['dateline', 'place'],
      },
    ]);
  });
});

describe('toPlaceName', () => {
  it.each([
    ['BUCHAREST', 'Bucharest'],
    ['PORT-AU-PRINCE', 'Port-Au-Prince'],
    ['BUCHAREST, Nov 13 (Reuters) —', 'Bucharest'],
    ['Kyiv –', 'Kyiv'],
    ['Kyiv, 13 November', 'Kyiv, 13 November'],
    ['NEW YORK, Sept. 3', 'New York'],
    ['Washington, D.C.', 'Washington, D.C.'],
    ['Frankfurt am Main', 'Frankfurt am Main'],
    ['Хабаровск', 'Хабаровск'],
    ['ХАБАРОВСК', 'Хабаровск'],
    ['平壤', '平壤'],
    ['L’AQUILA', 'L’aquila'],
    ['(Reuters)', '(Reuters)'],
  ])('makes %s %s', (place, name) => {
    expect(toPlaceName(place)).toBe(name);
  });
});
