import { describe, expect, it } from 'vitest';
import { buildCorrectionsLog, countCorrectionPages } from '../../../src/views/corrections-log.ts';
import { buildListing } from '../../../src/views/listing.ts';
import { buildMonth } from '../../../src/views/month.ts';
import { buildYear } from '../../../src/views/year.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeTimestamp } from '../../support/make-newsroom.ts';

/** Stories on one day after the other, or so many on each. */
function makeDays(count: number, perDay = 1) {
  return Array.from({ length: count }, (_, index) => {
    const day = String(1 + Math.floor(index / perDay)).padStart(2, '0');
    return makeArticle({ id: `2024/10/s${index}`, published: makeTimestamp(`2024-10-${day}T12:00Z`) });
  });
}

function build(count: number, page?: number, { pageSize = 30, perDay = 1 } = {}) {
  const made = makeContext({ articles: makeDays(count, perDay) });
  const context = { ...made, site: { ...made.site, pageSize } };
  const listing = context.edition.listings.topic.get('world');
  if (!listing) throw new Error('No listing.');
  return buildListing(context, listing, page, { title: 'World', description: 'All of it.' });
}

/** The addresses that a page of a listing of eighteen stories, four a page, leads to. */
const links = (page?: number) => {
  const { pagination = {} } = build(18, page, { pageSize: 4 });
  return Object.fromEntries(Object.entries(pagination).map(([name, link]) => [name, link?.href]));
};

describe('a listing', () => {
  it('that fits one page has no links to others, and says how many stories there are', () => {
    const view = build(2);
    expect(view).toMatchObject({ title: 'World', extent: '2 stories', isFirst: true, pagination: undefined });
    expect(view.head.canonical).toBe('https://host.example/news/topics/world/');
    expect(view.feed).toBe('/news/topics/world/feed.xml');
  });

  it('is led through by days, since numbers would change with every new story', () => {
    const root = '/news/topics/world/';
    expect(links()).toMatchObject({ newest: undefined, newer: undefined, older: `${root}3/`, oldest: `${root}1/` });
    expect(links(3)).toMatchObject({ newest: root, newer: undefined, older: `${root}2/`, oldest: `${root}1/` });
    expect(links(2)).toMatchObject({ newest: root, newer: `${root}3/`, older: `${root}1/`, oldest: undefined });
    expect(links(1)).toMatchObject({ newest: root, newer: `${root}2/`, older: undefined, oldest: undefined });
  });

  it('says on a back page which days it holds, and does not introduce its subject again', () => {
    const view = build(14, 1, { pageSize: 4 });
    expect(view.isFirst).toBe(false);
    expect(view.extent).toMatch(/^1\W+4 October 2024$/u);
    expect(view.head.name).toBe(`World, ${view.extent}`);
    expect(view.facets).toEqual({ places: [], topics: [], storylines: [] });
  });

  it('is grouped by day where most days have several stories, else by month', () => {
    const busy = build(6, undefined, { perDay: 3 });
    expect(busy.groups.map(({ heading, teasers }) => [heading.machine, teasers.length])).toEqual([
      ['2024-10-02', 3],
      ['2024-10-01', 3],
    ]);
    expect(busy.showsDays).toBe(false);
    const calm = build(6);
    expect(calm.groups.map(({ heading }) => [heading.machine, heading.text])).toEqual([['2024-10', 'October 2024']]);
    expect(calm.showsDays).toBe(true);
  });

  it('counts what else its stories are about from eight stories on', () => {
    expect(build(7).facets.places).toEqual([]);
    expect(build(8).facets).toEqual({
      places: [{ text: 'Romania', href: '/news/search/?topic=world&region=romania', count: '8' }],
      topics: [],
      storylines: [],
    });
  });
});

describe('the archive', () => {
  const context = makeContext({
    articles: [
      ...makeDays(5),
      makeArticle(),
      makeArticle({ id: '2023/05/old', published: makeTimestamp('2023-05-01T12:00Z') }),
    ],
  });

  it('of a year shows three stories of each month, newest first, and leads to the other years', () => {
    const { title, months, years } = buildYear(context, '2024');
    expect(title).toBe(context.words.archiveOf('2024'));
    expect(months.map(({ heading, teasers }) => [heading.text, heading.count, teasers.length])).toEqual([
      ['November 2024', '1 story', 1],
      ['October 2024', '5 stories', 3],
    ]);
    expect(years).toEqual([
      { text: '2024', href: '/news/2024/', isThis: true },
      { text: '2023', href: '/news/2023/', isThis: false },
    ]);
    expect(buildYear(context, '1999').months).toEqual([]);
  });

  it('of a month leads up to its year', () => {
    const listing = context.edition.listings.month.get('2024/10');
    if (!listing) throw new Error('No month.');
    expect(buildMonth(context, listing, undefined)).toMatchObject({
      title: 'October 2024',
      breadcrumb: [{ text: context.words.archiveOf('2024'), href: '/news/2024/' }],
    });
  });
});

describe('the log of corrections', () => {
  const corrected = makeDays(3).map((article) => ({
    ...article,
    corrections: [{ kind: 'correction', date: article.published, text: 'It was a metre.' } as const],
  }));
  const made = makeContext({ articles: [...corrected, makeArticle()] });
  const context = { ...made, site: { ...made.site, pageSize: 2 } };

  it('has the latest first, page by page', () => {
    expect(countCorrectionPages(context)).toBe(2);
    const [first, second] = [1, 2].map((page) => buildCorrectionsLog(context, page));
    expect(first?.stories.map(({ link }) => link.href)).toEqual(['/news/2024/10/s2/', '/news/2024/10/s1/']);
    expect([first?.newer, first?.older]).toEqual([undefined, '/news/corrections/2/']);
    expect(second?.stories.map(({ corrections }) => corrections[0]?.kind)).toEqual(['Correction']);
    expect([second?.newer, second?.older]).toEqual(['/news/corrections/', undefined]);
  });

  it('has one page when nothing was corrected', () => {
    expect(countCorrectionPages(makeContext())).toBe(1);
    expect(buildCorrectionsLog(makeContext(), 1)).toMatchObject({ stories: [], newer: undefined, older: undefined });
  });
});
