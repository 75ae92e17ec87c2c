import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { renderAtom } from '../../../src/syndication/atom.ts';
import { addFeedText, buildFeedStory, getFeedModified, type FeedInput } from '../../../src/syndication/feed.ts';
import { renderJsonFeed } from '../../../src/syndication/json-feed.ts';
import { renderRss } from '../../../src/syndication/rss.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeTimestamp } from '../../support/make-newsroom.ts';
import { renderTree } from '../../support/render-markdown.ts';

const site = 'https://host.example/news';

async function enter(partial: Partial<Article> = {}, text = 'Text.') {
  const article = makeArticle(partial);
  const context = makeContext({ articles: [article] });
  return addFeedText(context, buildFeedStory(context, article), await renderTree(text));
}

function describeFeed(more: Partial<FeedInput> = {}): FeedInput {
  const names = { title: 'World', description: 'All of it.', format: 'rss', entries: [] } as const;
  return { ...names, path: '/topics/world/feed.xml', listingPath: '/topics/world/', ...more };
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
  it('says what its page says, with whole addresses', async () => {
    expect(await enter(full)).toMatchObject({
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
      filed: { featureName: 'Bucharest', point: { lat: 44.43, lng: 26.1 } },
      html: '<p>Text.</p>\n<p>Filed from Bucharest.</p>',
    });
  });

  it('begins with what was wrong, and ends with what it rests on', async () => {
    const { html } = await enter({
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
    const { html } = await enter(
      {},
      '## A heading\n\n[A](/2024/11/a/) [B](https://b.example/) [C](#s-a-heading) \ufffe',
    );
    expect(html).not.toMatch(/class="|\ufffe/u);
    expect(html).toContain('<a href="https://host.example/');
    expect(html).toContain('<a href="https://b.example/"');
    expect(html).toMatch(/^<h2[^>]*>A heading<\/h2>/u);
  });

  it('names its language and direction where they are not the site’s', async () => {
    expect((await enter({ lang: 'ar' })).html).toBe('<div lang="ar" dir="rtl">\n<p>Text.</p>\n</div>');
    expect((await enter({ lang: 'fr' })).html).toMatch(/^<div lang="fr" dir="ltr">/u);
    expect((await enter({ lang: 'en' })).html).toBe('<p>Text.</p>');
  });
});

describe('the last change of a feed', () => {
  it('is that of the story that changed last, and 1970 without any', async () => {
    const entries = [await enter(), await enter({ updated: makeTimestamp('2025-01-01') })];
    expect(getFeedModified(entries)).toEqual(new Date('2025-01-01'));
    expect(getFeedModified([])).toEqual(new Date(0));
  });
});

const renderStory = async (partial: Partial<Article>) =>
  renderRss(makeContext(), describeFeed({ entries: [await enter(partial)] }));

describe('renderRss', () => {
  it('escapes what stories say, once', async () => {
    const [item] = parseRssFeed(renderRss(makeContext(), describeFeed({ entries: [await enter(full)] }))).items ?? [];
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
    expect(await renderStory({})).not.toMatch(/atom:updated|dc:language/u);
    expect(await renderStory({ updated: makeTimestamp('2024-11-14T08:00Z') })).toContain(
      '<atom:updated>2024-11-14T08:00:00.000Z</atom:updated>',
    );
    expect(await renderStory({ lang: 'ar' })).toContain('<dc:language>ar</dc:language>');
  });

  it('of no stories has no date that would change with every build', () => {
    const rss = renderRss(makeContext(), describeFeed());
    expect(rss).not.toMatch(/<item>|lastBuildDate/u);
    expect(parseRssFeed(rss)).toMatchObject({ title: 'World', link: `${site}/topics/world/`, language: 'en' });
  });
});

describe('renderAtom', () => {
  it('names topics and places by their codes', async () => {
    const feed = parseAtomFeed(renderAtom(makeContext(), describeFeed({ entries: [await enter(full)] })));
    expect(feed).toMatchObject({ id: `${site}/topics/world/feed.xml`, updated: '2024-11-14T08:00:00.000Z' });
    expect(feed.entries?.[0]?.categories).toEqual([
      { term: '11000000', scheme: 'http://cv.iptc.org/newscodes/mediatopic/', label: 'World' },
      { term: 'RO', scheme: `${site}/regions/`, label: 'Romania' },
      { term: '150', scheme: `${site}/regions/`, label: 'Europe' },
      { term: 'arms & control' },
    ]);
  });

  it('marks a document of the archive, and leads to its neighbours and to the feed of today', () => {
    const archive = { isArchive: true, current: '/atom.xml', previous: '/feeds/1.xml', next: undefined };
    const atom = renderAtom(makeContext(), describeFeed({ path: '/feeds/2.xml', archive }));
    expect(atom).toMatch(/<feed [^>]*xmlns:fh="http:\/\/purl\.org\/syndication\/history\/1\.0">\s*<fh:archive\/>/u);
    const links = parseAtomFeed(atom).links?.map(({ rel, href }) => [rel, href]);
    expect(links).toContainEqual(['current', `${site}/atom.xml`]);
    expect(links).toContainEqual(['prev-archive', `${site}/feeds/1.xml`]);
    expect(links?.some(([rel]) => rel === 'next-archive')).toBe(false);
  });

  it('of today leads into its archive without being part of it', () => {
    const archive = { isArchive: false, current: '/atom.xml', previous: '/feeds/2.xml' };
    const atom = renderAtom(makeContext(), describeFeed({ archive }));
    expect(atom).not.toMatch(/fh:archive|rel="current"/u);
    expect(atom).toContain('rel="prev-archive"');
  });
});

describe('renderJsonFeed', () => {
  it('keeps markup as text, and lists topic, places and tags', async () => {
    const json = renderJsonFeed(makeContext(), describeFeed({ entries: [await enter(full)] }));
    expect(parseJsonFeed(json).items?.[0]).toMatchObject({
      title: full.title,
      summary: full.summary,
      tags: ['World', 'Romania', 'Europe', 'arms & control'],
      date_modified: '2024-11-14T08:00:00.000Z',
    });
  });

  it('of no stories has the list that the format asks for', () => {
    expect(JSON.parse(renderJsonFeed(makeContext(), describeFeed())).items).toEqual([]);
  });
});
