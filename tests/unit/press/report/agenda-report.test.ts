import { describe, expect, it } from 'vitest';
import { formatNextBuild, formatWithheld, toDueInstant } from '../../../../src/press/report/agenda-report.ts';
import { findNextChange, listWithheld } from '../../../../src/news/agenda.ts';
import { makeArticle, makeTimestamp } from '../../../support/make-newsroom.ts';

const nowMs = makeTimestamp('2026-11-25').epochMs;

describe('what a build says of what it withholds', () => {
  it('names file, reason and the instant in the site’s zone', () => {
    const articles = [
      makeArticle({ id: '2026/11/soon', published: makeTimestamp('2026-11-27T06:00Z') }),
      makeArticle({ id: '2024/11/over', expires: makeTimestamp('2024-12-01') }),
      makeArticle({ id: '2024/11/draft', status: 'draft' }),
    ];
    expect(formatWithheld(listWithheld(articles, nowMs), 'content', 'Europe/Bucharest')).toBe(
      'Withheld from readers: 1 under embargo, 1 expired, 1 draft.\n' +
        '  content/articles/2026/11/soon.md  under embargo until 2026-11-27 08:00:00+02:00 (Europe/Bucharest)\n' +
        '  content/articles/2024/11/over.md  expired since 2024-12-01 02:00:00+02:00 (Europe/Bucharest)\n' +
        '  content/articles/2024/11/draft.md  draft\n',
    );
  });

  it('names ten at most, counts the others, and says nothing when nothing is', () => {
    const drafts = Array.from({ length: 12 }, (_, at) => makeArticle({ id: `2024/11/d${at}`, status: 'draft' }));
    const lines = formatWithheld(listWithheld(drafts, nowMs), 'content', 'UTC').split('\n');
    expect(lines[0]).toBe('Withheld from readers: 12 drafts.');
    expect(lines).toHaveLength(13);
    expect(lines[11]).toBe('  … and 2 more');
    expect(formatWithheld([], 'content', 'UTC')).toBe('');
  });
});

describe('what a build says of the next one', () => {
  it('names the instant in UTC, the file and what happens then', () => {
    const ahead = makeArticle({ id: '2026/11/x', published: makeTimestamp('2026-11-27T06:00Z') });
    const change = findNextChange([ahead], nowMs);
    expect(formatNextBuild(change, 'content')).toBe(
      'Next build due: 2026-11-27T06:00:00Z, when content/articles/2026/11/x.md is published.\n',
    );
    expect(toDueInstant(change)).toBe('2026-11-27T06:00:00Z');
    const ending = makeArticle({ expires: makeTimestamp('2027-01-01') });
    expect(formatNextBuild(findNextChange([ending], nowMs), 'texts')).toContain(
      'texts/articles/2024/11/story.md expires',
    );
  });

  it('never comes within the second of an instant: it would be too early', () => {
    const published = { epochMs: makeTimestamp('2026-11-27T06:00Z').epochMs + 1, isDateOnly: false };
    expect(toDueInstant(findNextChange([makeArticle({ published })], nowMs))).toBe('2026-11-27T06:00:01Z');
  });

  it('says so when time alone changes nothing', () => {
    expect(formatNextBuild(undefined, 'content')).toBe(
      'No build is due: no story is waiting to be published or to expire.\n',
    );
    expect(toDueInstant(undefined)).toBe('');
  });
});
