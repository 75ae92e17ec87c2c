import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { atom } from '../../../src/syndication/atom.ts';
import { buildFeedStory, type FeedFacts } from '../../../src/syndication/feed.ts';
import { jsonFeed } from '../../../src/syndication/json-feed.ts';
import { rss } from '../../../src/syndication/rss.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeTimestamp } from '../../support/make-newsroom.ts';
import { makeFacts, renderFeeds } from '../../support/render-feeds.ts';
import { renderTree } from '../../support/render-markdown.ts';

const site = 'https://host.example/news';

/** Renders feeds with one story: with a text, or with its summary alone. */
async function render(partial: Partial<Article> = {}, text?: string) {
  const article = makeArticle(partial);
  const tree = text === undefined ? undefined : await renderTree(text);
  return renderFeeds(makeContext({ articles: [article] }), article, tree);
}

/** Returns the content of a story, which has to be the same in all formats. */
async function readContent(partial: Partial<Article> = {}, text = 'Text.'): Promise<string> {
  const feeds = await render(partial, text);
  const html = parseJsonFeed(feeds.json).items?.[0]?.content_html ?? '';
  expect(parseRssFeed(feeds.rss).items?.[0]?.content?.encoded).toBe(html);
  expect(parseAtomFeed(feeds.atom).entries?.[0]?.content?.value).toBe(html);
  return html;
}

/** Everything that a story can say of itself. */
const full: Partial<Article> = {
  title: 'Floods & <b>fire</b> ]]> “again”',
  summary: 'A < B & C',
  updated: makeTimestamp('2024-11-14T08:00Z'),
  dateline: { place: 'Bucharest', region: 'RO', at: [44.43, 26.1] },
  tags: ['arms & control'],
  regions: ['RO', '150'],
};

describe('a story in a feed', () => {
  it('says what its page says, with whole addresses', () => {
    const article = makeArticle(full);
    expect(buildFeedStory(makeContext({ articles: [article] }), article)).toMatchObject({
      url: `${site}/2024/11/story/`,
      title: full.title,
      summary: full.summary,
      published: new Date('2024-11-13T12:00Z'),
      modified: new Date('2024-11-14T08:00Z'),
      authors: [{ name: 'World desk', url: `${site}/authors/world-desk/` }],
      topic: { title: 'World', mediaTopic: '11000000' },
      places: [
        { title: 'Romania', code: 'RO' },
        { title: 'Europe', code: '150' },
      ],
      tags: ['arms & control'],
      filed: { name: 'Bucharest', at: [44.43, 26.1] },
    });
  });

  it('begins with what was wrong, and ends with what it rests on', async () => {
    const html = await readContent({
      corrections: [{ kind: 'correction', date: makeTimestamp('2024-11-14'), text: 'It was <a metre>.' }],
      credit: 'With agencies',
      sources: [
        {
          title: 'A paper',
          publisher: 'A house',
          url: 'https://a.example/?a&b',
          published: makeTimestamp('2024-11-12'),
        },
        { title: 'A letter', publisher: 'An office' },
      ],
    });
    expect(html.split('\n')).toEqual([
      '<p><strong>Correction, <time datetime="2024-11-14">14 November 2024</time>:</strong> It was &lt;a metre&gt;.</p>',
      '<p>Text.</p>',
      '<p>With agencies</p>',
      '<h2>Sources</h2>',
      '<ol>',
      '<li><a href="https://a.example/?a&amp;b">A paper</a>, A house, 12 November 2024</li>',
      '<li>A letter, An office</li>',
      '</ol>',
    ]);
  });

  it('has whole addresses in its text, no anchors at headings, and no character that XML forbids', async () => {
    const html = await readContent(
      {},
      '## A heading\n\n[A](/2024/11/a/) [B](https://b.example/) [C](#s-a-heading) \ufffe',
    );
    expect(html).not.toMatch(/class="|\ufffe/u);
    expect(html).toContain('<a href="https://host.example/');
    expect(html).toContain('<a href="https://b.example/"');
    expect(html).toMatch(/^<h2[^>]*>A heading<\/h2>/u);
  });

  it('names its language and direction where they are not the site’s', async () => {
    expect(await readContent({ lang: 'ar' })).toBe('<div lang="ar" dir="rtl">\n<p>Text.</p>\n</div>');
    expect(await readContent({ lang: 'fr' })).toMatch(/^<div lang="fr" dir="ltr">/u);
    expect(await readContent({ lang: 'en' })).toBe('<p>Text.</p>');
  });
});

describe('a story without its text', () => {
  it('has its summary and everything else, and no content', async () => {
    const partial = {
      ...full,
      corrections: [{ kind: 'correction', date: makeTimestamp('2024-11-15'), text: 'It was.' }],
    };
    const feeds = await render(partial as Partial<Article>);
    const [item] = parseRssFeed(feeds.rss).items ?? [];
    expect(item).toMatchObject({ title: full.title, description: full.summary, link: `${site}/2024/11/story/` });
    expect(item?.categories).toHaveLength(4);
    expect(item).not.toHaveProperty('content');
    const [entry] = parseAtomFeed(feeds.atom).entries ?? [];
    expect(entry).toMatchObject({ summary: { value: full.summary }, updated: '2024-11-15T00:00:00Z' });
    expect(entry?.links).toMatchObject([{ rel: 'alternate', href: `${site}/2024/11/story/` }]);
    expect(entry).not.toHaveProperty('content');
    const [story] = parseJsonFeed(feeds.json).items ?? [];
    expect(story).toMatchObject({ summary: full.summary, content_text: full.summary });
    expect(story).not.toHaveProperty('content_html');
  });
});

describe('RSS', () => {
  it('escapes what stories say, once', async () => {
    const [item] = parseRssFeed((await render(full, 'Text.')).rss).items ?? [];
    expect(item).toMatchObject({
      title: full.title,
      description: full.summary,
      link: `${site}/2024/11/story/`,
      guid: { value: `${site}/2024/11/story/`, isPermaLink: true },
      content: { encoded: '<p>Text.</p>\n<p>Filed from Bucharest.</p>' },
      dc: { creators: ['World desk'] },
      georss: { point: { lat: 44.43, lng: 26.1 }, featureName: 'Bucharest' },
      categories: [
        { name: 'World', domain: `${site}/topics/` },
        { name: 'Romania', domain: `${site}/regions/` },
        { name: 'Europe', domain: `${site}/regions/` },
        { name: 'arms & control' },
      ],
    });
  });

  it('says when a story changed, and its language, only where they differ', async () => {
    expect((await render()).rss).not.toMatch(/atom:updated|dc:language/u);
    expect((await render({ updated: makeTimestamp('2024-11-14T08:00Z') })).rss).toContain(
      '<atom:updated>2024-11-14T08:00:00Z</atom:updated>',
    );
    expect((await render({ lang: 'ar' })).rss).toContain('<dc:language>ar</dc:language>');
  });

  it('of no stories has no date that would change with every build', () => {
    const text = rss.renderFeed(makeContext(), makeFacts(), []);
    expect(text).not.toMatch(/<item>|lastBuildDate/u);
    expect(parseRssFeed(text)).toMatchObject({ title: 'World', link: `${site}/topics/world/`, language: 'en' });
  });
});

const renderArchive = (more: Partial<FeedFacts>) => atom.renderFeed(makeContext(), makeFacts(more), []);

describe('Atom', () => {
  it('names topics and places by their codes', async () => {
    const feed = parseAtomFeed((await render(full)).atom);
    expect(feed).toMatchObject({ id: `${site}/topics/world/feed.xml`, updated: '1970-01-01T00:00:00Z' });
    expect(feed.entries?.[0]?.categories).toEqual([
      { term: '11000000', scheme: 'http://cv.iptc.org/newscodes/mediatopic/', label: 'World' },
      { term: 'RO', scheme: `${site}/regions/`, label: 'Romania' },
      { term: '150', scheme: `${site}/regions/`, label: 'Europe' },
      { term: 'arms & control' },
    ]);
  });

  it('marks a document of the archive, and leads to its neighbours and to the feed of today', () => {
    const archive = { isArchive: true, current: '/atom.xml', previous: '/feeds/1.xml', next: undefined };
    const text = renderArchive({ path: '/feeds/2.xml', archive });
    expect(text).toMatch(
      /<feed [^>]*xmlns:fh="http:\/\/purl\.org\/syndication\/history\/1\.0"[^>]*>\s*<fh:archive\/>/u,
    );
    const links = parseAtomFeed(text).links?.map(({ rel, href }) => [rel, href]);
    expect(links).toContainEqual(['current', `${site}/atom.xml`]);
    expect(links).toContainEqual(['prev-archive', `${site}/feeds/1.xml`]);
    expect(links?.some(([rel]) => rel === 'next-archive')).toBe(false);
  });

  it('of today leads into its archive without being part of it', () => {
    const text = renderArchive({ archive: { isArchive: false, current: '/atom.xml', previous: '/feeds/2.xml' } });
    expect(text).not.toMatch(/fh:archive|rel="current"/u);
    expect(text).toContain('rel="prev-archive"');
  });
});

describe('JSON Feed', () => {
  it('keeps markup as text, and lists topic, places and tags', async () => {
    expect(parseJsonFeed((await render(full)).json).items?.[0]).toMatchObject({
      title: full.title,
      summary: full.summary,
      tags: ['World', 'Romania', 'Europe', 'arms & control'],
      date_modified: '2024-11-14T08:00:00Z',
    });
  });

  it('of no stories has the list that the format asks for', () => {
    expect(JSON.parse(jsonFeed.renderFeed(makeContext(), makeFacts(), [])).items).toEqual([]);
  });
});
