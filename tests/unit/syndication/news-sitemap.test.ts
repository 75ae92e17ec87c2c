import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { createDateFormat } from '../../../src/core/dates.ts';
import { getDictionary } from '../../../src/i18n/dictionary.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import type { Article } from '../../../src/news/article.ts';
import { createAddresses } from '../../../src/news/urls.ts';
import { site } from '../../support/make-site.ts';
import { getLatestNews, renderNewsSitemap, toNewsLanguage } from '../../../src/syndication/news-sitemap.ts';
import { makeArticle, makeNewsroom, makeTimestamp } from '../../support/make-newsroom.ts';

const nowMs = Date.parse('2024-11-15T12:00Z');

/** Renders the news sitemap of some stories and reads it; gives a list of addresses. */
async function read(articles: readonly Article[]) {
  const edition = buildEdition(makeNewsroom({ articles }), { nowMs, language: 'en', timeZone: 'UTC' });
  const context = {
    site: { ...site, url: 'https://host/news/' },
    edition,
    addresses: createAddresses('https://host/news/'),
    words: getDictionary('en'),
    dates: createDateFormat('en-GB', 'UTC'),
  };
  const { urlset } = new XMLParser().parse(renderNewsSitemap(context, getLatestNews(context)));
  return [urlset.url].flat();
}

const at = (id: string, time: string, partial: Partial<Article> = {}) =>
  makeArticle({ id: `2024/11/${id}`, published: makeTimestamp(time), ...partial });

describe('renderNewsSitemap', () => {
  it('names the stories of two days, with title, date and language', async () => {
    const urls = await read([
      at('new', '2024-11-15T11:00Z', { title: 'One & two', lang: 'pt-BR' }),
      at('just-new-enough', '2024-11-13T12:00Z'),
      at('old', '2024-11-13T11:59Z'),
      at('embargoed', '2024-11-15T13:00Z'),
      at('withdrawn', '2024-11-15T10:00Z', { status: 'withdrawn' }),
    ]);
    expect(urls.map(({ loc }: { loc: string }) => loc)).toEqual([
      'https://host/news/2024/11/new/',
      'https://host/news/2024/11/just-new-enough/',
    ]);
    expect(urls[0]['news:news']).toEqual({
      'news:publication': { 'news:name': 'Gazetteer', 'news:language': 'pt' },
      'news:publication_date': '2024-11-15T11:00:00Z',
      'news:title': 'One & two',
    });
  });

  it('names a thousand at most, the newest', async () => {
    const articles = Array.from({ length: 1001 }, (_, index) =>
      at(`story-${index}`, new Date(nowMs - index * 60_000).toISOString()),
    );
    const urls = await read(articles);
    expect(urls).toHaveLength(1000);
    expect(urls[0].loc).toBe('https://host/news/2024/11/story-0/');
  });

  it('names the front page alone when there is no news', async () => {
    expect(await read([at('old', '2024-11-01')])).toEqual([{ loc: 'https://host/news/' }]);
  });
});

describe('the language of a story in the news sitemap', () => {
  it.each([
    ['zh-Hans', 'zh-cn'],
    ['zh-CN', 'zh-cn'],
    ['zh-SG', 'zh-cn'],
    ['zh', 'zh-cn'],
    ['cmn', 'zh-cn'],
    ['zh-Hans-HK', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['zh-TW', 'zh-tw'],
    ['zh-HK', 'zh-tw'],
    ['zh-Hant-CN', 'zh-tw'],
    ['yue', 'yue'],
    ['pt-BR', 'pt'],
    ['sr-Latn', 'sr'],
    ['no', 'no'],
    ['nb-NO', 'nb'],
    ['fil', 'fil'],
    ['iw', 'he'],
  ])('of %s is %s, as Google has it', async (lang, expected) => {
    expect(toNewsLanguage(lang)).toBe(expected);
    const [url] = await read([at('new', '2024-11-15T11:00Z', { lang })]);
    expect(url['news:news']['news:publication']['news:language']).toBe(expected);
  });
});
