import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { getSiteDir, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

const parser = new Parser();

/** Lists the addresses of a feed's stories as each of our parsers reads them. */
async function listItems(dir: string, file: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const text = await readSiteFile(dir, file);
  if (file.endsWith('.json')) {
    const json = JSON.parse(text) as { items: { url: string }[] };
    return [json.items.map(({ url }) => url), (parseJsonFeed(json).items ?? []).map(({ url }) => url)];
  }
  const { items } = await parser.parseString(text);
  const read = file.endsWith('atom.xml')
    ? (parseAtomFeed(text).entries ?? []).map(({ id }) => id)
    : (parseRssFeed(text).items ?? []).map(({ link }) => link);
  return [items.map(({ link }) => link), read];
}

describe.each<SiteName>(['demo', 'based', 'hard', 'empty', 'themed'])('the feeds of the site %s', (name) => {
  const dir = getSiteDir(name);

  it('are read by feedsmith, rss-parser and as JSON, with the same stories', async () => {
    const feeds = (await listFiles(dir)).filter((file) => /(?:feed\.xml|atom\.xml|feed\.json)$/u.test(file));
    expect(feeds.length).toBeGreaterThan(2);
    for (const file of feeds) {
      const [one, other] = await listItems(dir, file);
      expect(one, file).toEqual(other);
    }
  });

  it('have the same stories in all formats', async () => {
    for (const file of await listFiles(dir, 'feed.json')) {
      const [json] = await listItems(dir, file);
      for (const other of ['feed.xml', 'atom.xml']) {
        const [items] = await listItems(dir, file.replace('feed.json', other));
        expect(items, file).toEqual(json);
      }
    }
  });

  it('are announced on pages with their types, and every one is there', async () => {
    const all = new Set(await listFiles(dir));
    const base = name === 'based' ? '/news/' : '/';
    const types: Readonly<Record<string, string>> = {
      'feed.xml': 'application/rss+xml',
      'atom.xml': 'application/atom+xml',
      'feed.json': 'application/feed+json',
    };
    for (const page of [...all].filter((file) => file.endsWith('index.html'))) {
      const html = await readSiteFile(dir, page);
      for (const [, type, href = ''] of html.matchAll(/<link rel="alternate" type="([^"]*)"[^>]*href="([^"]*)"/gu)) {
        expect(all.has(decodeURIComponent(href.slice(base.length))), `${page} ${href}`).toBe(true);
        expect(type, href).toBe(types[href.slice(href.lastIndexOf('/') + 1)]);
      }
    }
    expect(await readSiteFile(dir, 'index.html')).toContain('type="application/feed+json"');
  });
});

async function findPrevious(dir: string, file: string): Promise<string | undefined> {
  const { links = [] } = parseAtomFeed(await readSiteFile(dir, file));
  const previous = links.find(({ rel }) => rel === 'prev-archive')?.href;
  return previous === undefined ? undefined : new URL(previous).pathname.slice(1);
}

/** Follows the archive of a site from its own feed back to the oldest document. */
async function followArchive(dir: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (let file: string | undefined = 'atom.xml'; file !== undefined;) {
    files.push(file);
    file = await findPrevious(dir, file);
  }
  return files;
}

describe('the archive of feeds (RFC 5005)', () => {
  it.each<SiteName>(['demo', 'archive'])('of %s leads from the feed of everything to every story', async (name) => {
    const dir = getSiteDir(name);
    const files = await followArchive(dir);
    const items = await Promise.all(files.map(async (file) => (await listItems(dir, file))[0] ?? []));
    const stories = (await listFiles(dir, 'index.html')).filter((file) =>
      /^\d{4}\/\d{2}\/\D[^/]*\/index\.html$/u.test(file),
    );
    expect(new Set(items.flat()).size).toBe(stories.length);
    const archived = items.slice(1).flat();
    expect(new Set(archived).size).toBe(archived.length);
    expect(files.length).toBeGreaterThan(name === 'archive' ? 7 : 3);
  });

  it('marks its documents, each with its neighbours, and not the page that still grows', async () => {
    const dir = getSiteDir('archive');
    const [feed = '', ...archive] = await followArchive(dir);
    expect(await readSiteFile(dir, feed)).not.toContain('<fh:archive/>');
    for (const [index, file] of archive.entries()) {
      const text = await readSiteFile(dir, file);
      expect(text).toContain('<fh:archive/>');
      const { links = [] } = parseAtomFeed(text);
      const get = (wanted: string) => links.find(({ rel }) => rel === wanted)?.href?.replace(/^https:\/\/[^/]*\//u, '');
      expect(get('next-archive'), file).toBe(archive[index - 1]);
      expect(get('current'), file).toBe('atom.xml');
    }
    const open = (await listFiles(dir, 'atom.xml')).filter(
      (file) => /^\d{4}\/\d{2}\/atom\.xml$/u.test(file) && !archive.includes(file),
    );
    expect(open).toHaveLength(1);
    expect(await readSiteFile(dir, open[0] ?? '')).not.toContain('<fh:archive/>');
  });
});

describe('a story in a feed', () => {
  it('begins with its corrections, ends with its sources, and says when it was corrected', async () => {
    const dir = getSiteDir('hard');
    const { entries = [] } = parseAtomFeed(await readSiteFile(dir, 'atom.xml'));
    const entry = entries.find(({ id }) => id?.endsWith('/everything-at-once/'));
    const text = entry?.content?.value ?? '';
    expect(text).toMatch(
      /^<p><strong>Correction, <time datetime="2024-11-15">15 November 2024<\/time>:<\/strong> An earlier version gave the wrong year\.<\/p>\n<p><strong>Update, /u,
    );
    expect(text).toMatch(
      /<p>With inputs from agencies<\/p>\n<p>Filed from Oslo\.<\/p>\n<h2>Sources<\/h2>\n<ol>\n<li>A letter, The ministry<\/li>\n<li><a href="https:\/\/example\.com\/page">A page<\/a>, Example News, 12 November 2024<\/li>\n<\/ol>$/u,
    );
    expect(entry?.updated).toBe('2024-11-15T00:00:00Z');
    expect(entry?.georss).toMatchObject({ featureName: 'Oslo', point: { lat: 59.92, lng: 10.75 } });
    expect(entry?.categories?.[0]).toMatchObject({ scheme: 'http://cv.iptc.org/newscodes/mediatopic/' });
  });

  it('has its picture, with caption and credit, in the text and beside it', async () => {
    const dir = getSiteDir('hard');
    const rss = parseRssFeed(await readSiteFile(dir, 'feed.xml')).items?.find(({ link }) =>
      link?.includes('everything'),
    );
    const atom = parseAtomFeed(await readSiteFile(dir, 'atom.xml')).entries?.find(({ id }) =>
      id?.includes('everything'),
    );
    for (const media of [rss?.media, atom?.media]) {
      expect(media?.contents).toMatchObject([{ type: 'image/png', width: 600, credits: [{ value: 'Test desk' }] }]);
    }
    for (const text of [rss?.content?.encoded, atom?.content?.value]) {
      expect(text).toMatch(/<figcaption>The bridge, before\. <small>Test desk<\/small><\/figcaption><\/figure>/u);
    }
  });

  it('in another language says so', async () => {
    const dir = getSiteDir('hard');
    const { items = [] } = parseJsonFeed(JSON.parse(await readSiteFile(dir, 'feed.json')));
    expect(items.find(({ url }) => url?.endsWith('/arabic-story/'))?.language).toBe('ar');
  });
});

const summaryRoots = String.raw`tags|authors|\d{4}`;
const isListed = (file: string, roots: string) => new RegExp(`^(?:${roots})/`, 'u').test(file);

describe('the feeds of an archive', () => {
  const dir = getSiteDir('archive');

  it('carry texts where people follow a subject, and summaries in tags, authors and months', async () => {
    const feeds = (await listFiles(dir)).filter((file) => /(?:feed\.xml|atom\.xml|feed\.json)$/u.test(file));
    for (const file of feeds) {
      const text = await readSiteFile(dir, file);
      const hasTexts = /<content(?::encoded)?[ >]|"content_html":/u.test(text);
      // The log of corrections carries notices.
      expect(hasTexts, file).toBe(!isListed(file, `${summaryRoots}|corrections`));
    }
    const kinds = ['topics', 'regions', 'tags', 'authors', String.raw`\d{4}`];
    for (const kind of kinds)
      expect(
        feeds.some((file) => isListed(file, kind)),
        kind,
      ).toBe(true);
  });

  it('hold every story once in the documents of the archive', async () => {
    const months = (await listFiles(dir, 'atom.xml')).filter((file) => isListed(file, String.raw`\d{4}`));
    const items = (await Promise.all(months.map((file) => listItems(dir, file)))).flatMap(([one = []]) => one);
    expect(items).toHaveLength(400);
    expect(new Set(items).size).toBe(400);
  });

  it('have at most 1 kB for a feed and 1.25 kB for each summary', async () => {
    for (const file of await listFiles(dir, '.xml')) {
      if (!/(?:feed|atom)\.xml$/u.test(file) || !isListed(file, summaryRoots)) continue;
      const [items = []] = await listItems(dir, file);
      const bytes = Buffer.byteLength(await readSiteFile(dir, file));
      expect(bytes, file).toBeLessThanOrEqual(1000 + 1250 * items.length);
    }
  });
});

describe('the list of feeds for feed readers', () => {
  interface Outline {
    readonly text?: string;
    readonly xmlUrl?: string;
    readonly outlines?: readonly Outline[];
  }
  const collect = (outlines: readonly Outline[] = []): string[] =>
    outlines.flatMap(({ xmlUrl, outlines: below }) => [...(xmlUrl === undefined ? [] : [xmlUrl]), ...collect(below)]);

  it('names the feeds of all listings but tags and months, places as a tree, and every one is there', async () => {
    const dir = getSiteDir('based');
    const { body } = parseOpml(await readSiteFile(dir, 'feeds/feeds.opml'));
    const outlines = (body?.outlines ?? []) as readonly Outline[];
    expect(outlines.map(({ text }) => text)).toEqual([
      'Gazetteer',
      'Corrections',
      'Topics',
      'Storylines',
      'Desks and authors',
      'Regions',
    ]);
    const africa = outlines.at(-1)?.outlines?.[0]?.outlines?.find(({ text }) => text === 'Africa');
    expect(africa?.outlines?.map(({ text }) => text)).toEqual(['Northern Africa', 'Sub-Saharan Africa']);
    const feeds = new Set(collect(outlines).map((url) => new URL(url).pathname.replace('/news/', '')));
    const wanted = (await listFiles(dir, 'feed.xml')).filter((file) => !/^(?:tags|\d{4})\//u.test(file));
    expect([...feeds].toSorted()).toEqual(wanted);
  });

  it('has no headings without feeds', async () => {
    const { body } = parseOpml(await readSiteFile(getSiteDir('empty'), 'feeds/feeds.opml'));
    const outlines = (body?.outlines ?? []) as readonly Outline[];
    expect(outlines.filter(({ xmlUrl, outlines: below }) => xmlUrl === undefined && !below?.length)).toEqual([]);
  });
});
