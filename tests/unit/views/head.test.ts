import { describe, expect, it } from 'vitest';
import { buildHead, type HeadInput } from '../../../src/views/head.ts';
import { buildManifest } from '../../../src/views/manifest.ts';
import { buildMasthead } from '../../../src/views/masthead.ts';
import { buildTagIndex, countTagPages } from '../../../src/views/tag-index.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, worldTopic } from '../../support/make-newsroom.ts';

const site = 'https://host.example/news';
const made = makeContext();
const context = { ...made, site: { ...made.site, name: 'The Paper', motto: 'News', hasCards: true, isPreview: false } };

const build = (partial: Partial<HeadInput> = {}) =>
  buildHead(context, { title: 'Floods', description: 'On water.', path: '/topics/floods/', ...partial });
const read = ({ openGraph }: ReturnType<typeof build>, property: string) =>
  openGraph.filter((entry) => entry.property === property).map(({ content }) => content);

const story = { published: '2024-11-13', modified: '2024-11-14', section: 'World' };

const tagged = (count: number) =>
  makeContext({
    articles: [
      makeArticle({ tags: Array.from({ length: count }, (_, index) => `tag ${String(index).padStart(3, '0')}`) }),
    ],
  });

describe('the head of a page', () => {
  it('names the page, then the site; on the front page the site alone', () => {
    expect(build()).toMatchObject({ title: 'Floods · The Paper', name: 'Floods', canonical: `${site}/topics/floods/` });
    expect(build({ path: '/' }).title).toBe('The Paper: News');
  });

  it.each([
    [undefined, 'en_GB'],
    ['en', 'en_GB'],
    ['ar', 'ar_EG'],
    ['pt-BR', 'pt_BR'],
    ['zh-Hant', 'zh_TW'],
  ])('of a story in %s has the locale %s, always with a country', (lang, locale) => {
    expect(read(build(lang === undefined ? {} : { lang }), 'og:locale')).toEqual([locale]);
  });

  it('is shared with the page’s picture, else with the site’s card, else with none', () => {
    const picture = { path: '/pictures/a.jpg', type: 'image/jpeg', width: 600, height: 400, alt: 'A bridge' } as const;
    expect(read(build({ picture }), 'og:image')).toEqual([`${site}/pictures/a.jpg`]);
    expect(read(build(), 'og:image')).toEqual([`${site}/card.png`]);
    const plain = buildHead(
      { ...context, site: { ...context.site, hasCards: false } },
      { title: 'A', description: 'B', path: '/a/' },
    );
    expect([plain.hasPicture, read(plain, 'og:image')]).toEqual([false, []]);
  });

  it('of a story says when it was published, and its topic', () => {
    const head = build({ article: story });
    expect(read(head, 'og:type')).toEqual(['article']);
    expect(read(head, 'article:modified_time')).toEqual(['2024-11-14']);
    expect(read(head, 'article:section')).toEqual(['World']);
    expect(read(build(), 'og:type')).toEqual(['website']);
  });

  it('announces the feeds of its listing, then the site’s; on the front page those of every format', () => {
    const feed = { title: 'Floods', listing: { kind: 'topic', id: 'floods' } } as const;
    const { feeds } = build({ feed });
    expect(feeds[0]).toEqual({
      text: 'The Paper: Floods',
      href: '/news/topics/floods/feed.xml',
      type: 'application/rss+xml',
    });
    expect(feeds.at(-1)?.href).toBe('/news/feed.xml');
    expect(feeds).toHaveLength(4);
    expect(build({ feed, article: story }).feeds.map(({ href }) => href)).toEqual([
      '/news/topics/floods/feed.xml',
      '/news/feed.xml',
    ]);
    expect(build({ path: '/' }).feeds.map(({ href }) => href)).toEqual([
      '/news/feed.xml',
      '/news/atom.xml',
      '/news/feed.json',
      '/news/corrections/feed.xml',
    ]);
  });

  it('keeps search engines away where they are not wanted, and from every page of a preview', () => {
    expect([build().isIndexed, build({ isIndexed: false }).isIndexed]).toEqual([true, false]);
    const preview = { ...context, site: { ...context.site, isPreview: true } };
    expect(buildHead(preview, { title: 'A', description: 'B', path: '/' }).isIndexed).toBe(false);
  });
});

describe('the masthead', () => {
  it('leads to topics that have stories; the footer to the page about the paper before its policies', () => {
    const page = { file: 'pages/a.md', textHash: 'hash', summary: 'A page.', lang: 'en' };
    const view = buildMasthead(
      makeContext({
        articles: [makeArticle()],
        topics: [worldTopic, { ...worldTopic, id: 'sport', title: 'Sport' }],
        pages: [
          { ...page, id: 'privacy', title: 'Privacy' },
          { ...page, id: 'accessibility', title: 'Accessibility' },
          { ...page, id: 'about', title: 'Who we are' },
        ],
      }),
    );
    expect(view.sections.map(({ href }) => href)).toEqual(['/news/regions/', '/news/topics/world/']);
    expect(view.footer[0]?.links.slice(-3).map(({ text }) => text)).toEqual(['Who we are', 'Accessibility', 'Privacy']);
    expect(view.footer[0]?.links.map(({ href }) => href)).toContain('/news/2024/');
  });

  it('has no archive before there is a story', () => {
    expect(buildMasthead(makeContext()).footer[0]?.links.map(({ href }) => href)).not.toContain('/news/2024/');
  });
});

describe('the index of tags', () => {
  it('is ordered by letters', () => {
    const { letters, pages } = buildTagIndex(
      makeContext({ articles: [makeArticle({ tags: ['ports', 'Peace', 'alps', '水'] })] }),
      1,
    );
    expect(letters.map(({ letter, tags }) => [letter, tags.map(({ text }) => text)])).toEqual([
      ['A', ['alps']],
      ['P', ['Peace', 'ports']],
      ['水', ['水']],
    ]);
    expect(pages).toEqual([]);
  });

  it('has five hundred tags on a page, and one page when there are none', () => {
    expect([0, 500, 501].map((count) => countTagPages(tagged(count)))).toEqual([1, 1, 2]);
    const { pages } = buildTagIndex(tagged(501), 2);
    expect(pages).toEqual([
      { text: 'tag 000 …', href: '/news/tags/', isThis: false },
      { text: 'tag 500 …', href: '/news/tags/2/', isThis: true },
    ]);
  });
});

it('the manifest keeps a site below its base path, in its direction', () => {
  expect(buildManifest(context)).toMatchObject({ id: '/news/', scope: '/news/', name: 'The Paper: News', dir: 'ltr' });
  expect(buildManifest({ ...context, site: { ...context.site, language: 'ar' } })).toMatchObject({
    lang: 'ar',
    dir: 'rtl',
  });
});
