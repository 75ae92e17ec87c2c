import { describe, expect, it } from 'vitest';
import { createDateFormat } from '../../../src/core/dates.ts';
import { getDictionary } from '../../../src/i18n/dictionary.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import { createAddresses } from '../../../src/news/urls.ts';
import type { Context } from '../../../src/views/context.ts';
import { buildHead } from '../../../src/views/head.ts';
import { buildPreviewMark } from '../../../src/views/preview-mark.ts';
import { toStoryLink } from '../../../src/views/language.ts';
import { buildTeaser } from '../../../src/views/teaser.ts';
import { makeArticle, makeNewsroom, makeTimestamp } from '../../support/make-newsroom.ts';

const draft = makeArticle({ id: '2024/11/draft', status: 'draft' });
const ahead = makeArticle({ id: '2030/01/ahead', published: makeTimestamp('2030-01-01T06:30Z') });
const over = makeArticle({ id: '2024/11/over', expires: makeTimestamp('2024-12-01') });
const seen = makeArticle({ id: '2024/11/seen' });
const withdrawn = makeArticle({ id: '2030/01/gone', status: 'withdrawn', published: makeTimestamp('2030-01-01') });
const newsroom = makeNewsroom({ articles: [draft, ahead, over, seen, withdrawn] });

function makeContext(isPreview: boolean, language = 'en'): Context {
  const options = { nowMs: makeTimestamp('2025-01-01').epochMs, language, timeZone: 'UTC' };
  return {
    site: {
      url: 'https://host.example/',
      name: 'Paper',
      motto: '',
      language,
      locale: language,
      isPreview,
      choices: {},
    },
    edition: buildEdition(newsroom, { ...options, isPreview }),
    words: getDictionary(language),
    addresses: createAddresses('https://host.example/'),
    dates: createDateFormat(language, 'UTC'),
  } as unknown as Context;
}

describe('a preview', () => {
  it('holds every story, of a withdrawn one only the notice, and why readers cannot see some', () => {
    const { edition } = makeContext(true);
    expect(edition.articles.map(({ id }) => id)).toEqual([ahead.id, draft.id, over.id, seen.id]);
    expect(edition.withdrawn).toEqual([withdrawn]);
    expect([...edition.holds].map(([id, { reason }]) => [id, reason])).toEqual([
      [ahead.id, 'embargo'],
      [draft.id, 'draft'],
      [over.id, 'expired'],
    ]);
  });

  it('says so in lists and on the page, with the instant', () => {
    const context = makeContext(true);
    expect([draft, ahead, over, seen].map((article) => buildPreviewMark(context, article)?.notice)).toEqual([
      'Draft: readers cannot see this story.',
      'Under embargo: readers will see this story from January 1, 2030, 06:30 UTC.',
      'Expired: hidden from readers since December 1, 2024.',
      undefined,
    ]);
    expect([draft, ahead, over, seen].map((article) => buildTeaser(context, article).notices)).toEqual([
      ['Draft'],
      ['Under embargo'],
      ['Expired'],
      [],
    ]);
  });

  it('says so beside every headline that stands alone, as in the box of a storyline', () => {
    const context = makeContext(true);
    expect([draft, ahead, over, seen].map((article) => toStoryLink(context, article).previewMark)).toEqual([
      'Draft',
      'Under embargo',
      'Expired',
      undefined,
    ]);
  });

  it.each(['es', 'ar'])('says it in %s too, with the instant', (language) => {
    const context = makeContext(true, language);
    const at = context.dates.moment(ahead.published);
    expect(buildPreviewMark(context, ahead)?.notice).toContain(at);
    expect(buildPreviewMark(context, over)?.notice).toContain(context.dates.day(over.expires?.epochMs ?? 0));
  });

  it('has no page for search engines', () => {
    const input = { title: 'A page', description: '', path: '/a/' };
    expect(buildHead(makeContext(true), { ...input, isIndexed: true }).isIndexed).toBe(false);
    expect(buildHead(makeContext(false), input).isIndexed).toBe(true);
  });

  it('is asked for: any other edition holds nothing back from its rule and has no marks', () => {
    const { edition } = makeContext(false);
    expect(edition.articles).toEqual([seen]);
    expect(edition.holds.size).toBe(0);
  });
});
