import { parseRssFeed } from 'feedsmith';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { getSiteDir, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

/** Lists the pages for search engines, without moved addresses and places without stories. */
async function listIndexed(dir: string): Promise<string[]> {
  const pages = await listFiles(dir, 'index.html');
  const texts = await Promise.all(pages.map((page) => readSiteFile(dir, page)));
  return pages.filter((_, index) => !texts[index]?.includes('<meta name="robots" content="noindex"'));
}

describe.each<SiteName>(['demo', 'based', 'hard', 'empty', 'themed'])('the feeds of the site %s', (name) => {
  it('are those of the site and of every listing', async () => {
    const dir = getSiteDir(name);
    const pages = await listIndexed(dir);
    const listings = pages.filter((file) =>
      /^(?:(?:topics|tags|storylines|authors)\/[^/]+|regions\/[^/\d][^/]*)\/index\.html$/u.test(file),
    );
    expect(listings.length > 0 || name === 'empty').toBe(true);
    const feeds = new Set(await listFiles(dir, 'feed.xml'));
    expect(listings.filter((file) => !feeds.has(file.replace('index.html', 'feed.xml')))).toEqual([]);
  });
});

describe('a feed', () => {
  it('carries the full text, whole addresses and what the story says of itself', async () => {
    expect(parseRssFeed(await readSiteFile(getSiteDir('demo'), 'feed.xml')).items).toHaveLength(20);
    const feed = parseRssFeed(await readSiteFile(getSiteDir('demo'), 'storylines/dprk-russia/feed.xml'));
    expect(feed.items).toHaveLength(9);
    const item = feed.items?.find(({ link }) => link?.endsWith('/us-arms-control-chief-bucharest/'));
    expect(item?.title).toBe(
      'US arms-control chief, in Bucharest, speaks of concern at Russia–North Korea partnership',
    );
    expect(item?.guid?.value).toBe('https://gazetteer.example/2024/11/us-arms-control-chief-bucharest/');
    expect(new Date(String(item?.pubDate)).toISOString()).toBe('2024-11-13T17:00:00.000Z');
    expect(item?.content?.encoded).toContain('given several nations advance notice of a ballistic missile test');
    expect(item?.content?.encoded).not.toMatch(/class="anchor"|(?:href|src)="\//u);
    expect(item?.dc?.creators).toEqual(['World desk']);
  });

  it('of a site below a base path links below it', async () => {
    const feed = parseRssFeed(await readSiteFile(getSiteDir('based'), 'topics/health/feed.xml'));
    expect(feed.link).toBe('https://gazetteer.example/news/topics/health/');
    expect(feed.items?.map(({ link }) => new URL(link ?? '').pathname.startsWith('/news/2024/'))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('keeps markup in titles as text', async () => {
    const feed = parseRssFeed(await readSiteFile(getSiteDir('hard'), 'feed.xml'));
    expect(feed.items?.map(({ title }) => title)).toContain('A leap day: <b>markup</b> & "quotes" ]]> stay text');
  });
});

describe('the sitemaps', () => {
  it('list every story and every listing, with the day of the last change', async () => {
    const dir = getSiteDir('demo');
    const parser = new XMLParser();
    const index = parser.parse(await readSiteFile(dir, 'sitemap.xml'));
    expect([index.sitemapindex.sitemap].flat().map(({ loc }: { loc: string }) => loc)).toEqual([
      'https://gazetteer.example/sitemaps/1.xml',
    ]);
    const part = parser.parse(await readSiteFile(dir, 'sitemaps/1.xml'));
    const entries = new Map<string, string>(
      part.urlset.url.map(({ loc, lastmod }: { loc: string; lastmod: string }) => [new URL(loc).pathname, lastmod]),
    );
    // Nothing tells when a standing page changed; the log may be empty, and a topic without stories has not begun.
    const withoutDay = [...entries].flatMap(([entry, day]) => (day === undefined ? [entry] : []));
    expect(withoutDay.filter((entry) => !/^\/(?:topics\/[^/]+|[a-z-]+)\/$/u.test(entry))).toEqual([]);
    expect(entries.get('/2024/11/us-arms-control-chief-bucharest/')).toMatch(/^2024-11-13T17:00:00/u);
    expect(entries.has('/regions/eastern-asia/')).toBe(true);
    const pages = (await listIndexed(dir)).map((file) => `/${file.slice(0, -'index.html'.length)}`);
    const left = pages.filter((page) => !entries.has(encodeURI(page)) && page !== '/search/');
    expect(left).toEqual([]);
    expect([...entries.keys()].filter((entry) => !pages.includes(decodeURI(entry)))).toEqual([]);
  });

  it('are named in robots.txt', async () => {
    expect(await readSiteFile(getSiteDir('based'), 'robots.txt')).toMatch(
      /^Sitemap: https:\/\/gazetteer\.example\/news\/sitemap\.xml\nSitemap: https:\/\/gazetteer\.example\/news\/sitemaps\/news\.xml$/mu,
    );
  });
});

describe('the search index', () => {
  it('knows the stories and nothing else', async () => {
    const dir = getSiteDir('demo');
    const fragments = (await listFiles(dir)).filter((file) => /^pagefind\/[^/]+\/fragment\//u.test(file));
    expect(fragments).toHaveLength(57);
    const entries = await Promise.all(
      (await listFiles(dir, 'pagefind-entry.json'))
        .toSorted()
        .reverse()
        .map(async (file) => JSON.parse(await readSiteFile(dir, file))),
    );
    expect(entries.every(({ languages }) => Object.keys(languages).join() === 'x-en')).toBe(true);
    const months = entries.flatMap(({ stories }) => stories.map(([month]: [string]) => month));
    expect(months).toEqual(['2024-12', '2024-11', '2024-10', '2024-09']);
  });

  it('brings none of Pagefind’s own programs', async () => {
    const files = await listFiles(getSiteDir('demo'));
    expect(files.filter((file) => /^pagefind\/.*\.(?:js|css|pagefind)$/u.test(file))).toEqual([]);
  });
});
