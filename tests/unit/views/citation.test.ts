import { expect, it } from 'vitest';
import { createDateFormat } from '../../../src/core/dates.ts';
import { getDictionary } from '../../../src/i18n/dictionary.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import { createAddresses } from '../../../src/news/urls.ts';
import { site } from '../../support/make-site.ts';
import { buildCitation } from '../../../src/views/citation.ts';
import { makeArticle, makeNewsroom, makeTimestamp, worldDesk } from '../../support/make-newsroom.ts';

it('names who, what, where, when, and the whole address', () => {
  const article = makeArticle({
    title: 'الفيضان',
    lang: 'ar',
    authors: [worldDesk.id, 'ana'],
    updated: makeTimestamp('2024-11-15T09:00Z'),
  });
  const newsroom = makeNewsroom({
    articles: [article],
    authors: [worldDesk, { id: 'ana', name: 'Ana Pop', type: 'person', languages: ['ro'] }],
  });
  const edition = buildEdition(newsroom, { nowMs: Date.parse('2025-01-01'), language: 'en', timeZone: 'UTC' });
  const context = {
    site,
    edition,
    words: getDictionary('en'),
    addresses: createAddresses('https://host.example/news/'),
    dates: createDateFormat('en-GB', 'UTC'),
  };
  expect(buildCitation(context, article)).toMatchObject({
    authors: 'World desk and Ana Pop',
    title: 'الفيضان',
    lang: 'ar',
    dir: 'rtl',
    publication: 'Gazetteer',
    published: { text: '13 November 2024' },
    updated: { text: '15 November 2024' },
    address: 'https://host.example/news/2024/11/story/',
  });
});
