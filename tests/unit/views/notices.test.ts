import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { atomFiles, jsonFeedFiles, renderFeed, rssFiles } from '../../../src/paper/kinds/feeds.ts';
import { noticeMonths, yearPages } from '../../../src/paper/kinds/indexes.ts';
import { renderOpml } from '../../../src/syndication/opml.ts';
import { buildArticle, buildWithdrawn, getAge } from '../../../src/views/article.ts';
import { buildAuthorPage } from '../../../src/views/author.ts';
import { toNoticeIds } from '../../../src/views/correction.ts';
import { buildCorrectionsLog, buildNoticeMonth } from '../../../src/views/corrections-log.ts';
import { buildFeeds } from '../../../src/views/feeds.ts';
import { buildHead } from '../../../src/views/head.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeTimestamp, worldDesk } from '../../support/make-newsroom.ts';

const corrected = makeArticle({
  id: '2024/11/corrected',
  title: 'Rain & <snow>',
  corrections: [
    { kind: 'correction', date: makeTimestamp('2024-11-14T08:00Z'), text: 'It was a metre.' },
    { kind: 'update', date: makeTimestamp('2024-11-14T09:00Z'), text: 'The dam held.' },
  ],
});
const withdrawn = makeArticle({
  id: '2024/09/gone',
  title: 'A secret headline',
  published: makeTimestamp('2024-09-02T12:00Z'),
  status: 'withdrawn',
  withdrawn: { date: makeTimestamp('2024-11-15T07:00Z'), reason: 'Its only source was wrong.' },
  corrections: [{ kind: 'correction', date: makeTimestamp('2024-09-03T12:00Z'), text: 'A secret correction.' }],
});
const unexplained = makeArticle({
  id: '2023/05/old',
  published: makeTimestamp('2023-05-02T12:00Z'),
  status: 'withdrawn',
});
const context = makeContext({ articles: [corrected, withdrawn, unexplained] });

describe('a withdrawn story', () => {
  it('says when and why at its address, and nothing else', () => {
    const view = buildWithdrawn(context, withdrawn);
    expect(view).toMatchObject({ withdrawn: { text: '15 November 2024' }, reason: 'Its only source was wrong.' });
    expect(view.log).toEqual({ text: 'Corrections', href: expect.stringMatching(/\/corrections\/$/u) });
    expect(JSON.stringify(view)).not.toContain('secret');
    expect(buildWithdrawn(context, unexplained)).toMatchObject({ withdrawn: { text: '2 May 2023' }, reason: '' });
  });

  it('is on the corrections log, without its headline and its corrections', () => {
    const { stories } = buildCorrectionsLog(context, 1);
    expect(
      stories.map(({ link, corrections }) => [link.href, ...corrections.map(({ kind, text }) => `${kind}: ${text}`)]),
    ).toEqual([
      ['/news/2024/09/gone/', 'Withdrawn: Its only source was wrong.'],
      ['/news/2024/11/corrected/', 'Correction: It was a metre.', 'Update: The dam held.'],
      ['/news/2023/05/old/', `Withdrawn: ${context.words.withdrawnText}`],
    ]);
    expect(JSON.stringify(stories)).not.toContain('secret');
  });

  it('leaves its month and its year a page', () => {
    expect(noticeMonths.list(context)).toEqual(['2024/09', '2023/05']);
    expect(noticeMonths.list(context).map(noticeMonths.toPath)).toEqual(['/2024/09/', '/2023/05/']);
    expect(yearPages.list(context)).toEqual(['2024', '2023']);
    const month = buildNoticeMonth(context, '2024/09');
    expect(month).toMatchObject({ title: 'September 2024', breadcrumb: [{ href: '/news/2024/' }] });
    expect(month.stories.map(({ link }) => link)).toEqual([
      { text: context.words.withdrawnTitle, href: '/news/2024/09/gone/' },
    ]);
    const { view } = yearPages.build(context, '2024');
    expect(view.months.map(({ heading }) => [heading.text, heading.count])).toEqual([
      ['November 2024', '1 story'],
      ['September 2024', '0 stories'],
    ]);
  });
});

function render(kind: typeof rssFiles, path: string): Promise<string> {
  return renderFeed(context, kind.build(context, path), () => Promise.reject(new Error('It has no texts.')));
}

describe('the feed of the corrections log', () => {
  const link = 'https://host.example/news/2024';

  it('has every notice as an entry, the latest first, in three formats', async () => {
    const [rss, atom, json] = [
      await render(rssFiles, '/corrections/feed.xml'),
      await render(atomFiles, '/corrections/atom.xml'),
      await render(jsonFeedFiles, '/corrections/feed.json'),
    ];
    const parser = new XMLParser({ ignoreAttributes: false });
    for (const xml of [rss, atom]) expect(XMLValidator.validate(xml)).toBe(true);
    const titles = [
      'This story was withdrawn',
      'Update: Rain & <snow>',
      'Correction: Rain & <snow>',
      'This story was withdrawn',
    ];
    const items = parser.parse(rss).rss.channel.item;
    expect(
      items.map(({ title }: { title: string }) =>
        title.replace('&amp;', '&').replace('&lt;', '<').replace('&gt;', '>'),
      ),
    ).toEqual(titles);
    expect(items[0]).toMatchObject({
      link: `${link}/09/gone/#withdrawn-2024-11-15`,
      description: 'Its only source was wrong.',
      pubDate: 'Fri, 15 Nov 2024 07:00:00 GMT',
    });
    expect(
      parser
        .parse(atom)
        .feed.entry.map(({ id }: { id: string }) => id)
        .slice(0, 3),
    ).toEqual([
      `${link}/09/gone/#withdrawn-2024-11-15`,
      `${link}/11/corrected/#correction-2024-11-14-2`,
      `${link}/11/corrected/#correction-2024-11-14`,
    ]);
    expect(JSON.parse(json).items.map(({ title }: { title: string }) => title)).toEqual(titles);
    expect(`${rss}${atom}${json}`).not.toContain('secret');
  });

  it('leads to the notices on the pages of their stories', () => {
    expect(buildArticle(context, corrected).corrections.map(({ id }) => id)).toEqual([
      'correction-2024-11-14',
      'correction-2024-11-14-2',
    ]);
    expect(toNoticeIds([])).toEqual([]);
  });

  it('is announced on the front page, the log, the list of feeds and in OPML', () => {
    const toFeeds = (path: string) =>
      buildHead(context, { title: 'A', description: 'B', path }).feeds.map(({ href }) => href);
    expect(toFeeds('/')).toContain('/news/corrections/feed.xml');
    expect(toFeeds('/corrections/')).toEqual([
      '/news/corrections/feed.xml',
      '/news/corrections/atom.xml',
      '/news/corrections/feed.json',
      '/news/feed.xml',
    ]);
    expect(toFeeds('/search/')).toEqual(['/news/feed.xml']);
    expect(buildFeeds(context).groups[0]?.feeds.map(({ href }) => href)).toContain('/news/corrections/feed.xml');
    expect(renderOpml(context)).toContain('xmlUrl="https://host.example/news/corrections/feed.xml"');
  });
});

describe('the age of a story', () => {
  it.each([
    ['2024-10-16T12:00Z', ''],
    ['2024-10-15T12:00Z', 'This story is more than a month old.'],
    ['2023-11-16T12:00Z', 'This story is more than 11 months old.'],
    ['2023-11-15T12:00Z', 'This story is more than a year old.'],
  ])('counts months from one month on: %s', (published, age) => {
    expect(getAge(context, makeArticle({ published: makeTimestamp(published) }))).toBe(age);
  });
});

describe('the page of an author', () => {
  it('says where the author is based, in which languages, and how to reach them', () => {
    const ana = { ...worldDesk, basedIn: 'Cluj', languages: ['ro', 'en'], contact: 'mailto:ana@paper.example' };
    const made = makeContext({ articles: [corrected], authors: [ana] });
    const listing = made.edition.listings.author.get(ana.id);
    if (!listing) throw new Error('No author.');
    expect(buildAuthorPage(made, listing, undefined)).toMatchObject({
      facts: ['Based in Cluj', 'Works in Romanian and English'],
      contact: { text: 'ana@paper.example', href: 'mailto:ana@paper.example' },
    });
    expect(buildAuthorPage(made, listing, 1)).toMatchObject({ facts: [], contact: undefined });
  });
});
