import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { readBuiltIndex } from '../../src/astro/dev-index.ts';
import { foldSpace } from '../../src/core/text.ts';
import { openSearchEngine } from '../../src/search/engine/engine.ts';
import { idleState } from '../../src/search/engine/state.ts';
import { unpack } from '../../src/search/format/unpack.ts';
import { toIndexWord } from '../../src/search/format/words.ts';
import { findXmlDangers, parsePage, toShownText } from '../support/find-page-dangers.ts';
import { naughtyStories, xssStories, type HostileStory } from '../support/hostile-stories.ts';
import { getSiteDir } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

const dir = getSiteDir('hostile');
const stories = [...xssStories, ...naughtyStories];

/** Returns the problems of all files of a kind. */
async function findInFiles(ends: readonly string[], find: (text: string) => readonly string[]) {
  const files = (await Promise.all(ends.map((end) => listFiles(dir, end)))).flat();
  const found = await Promise.all(
    files.map(async (file) => find(await readSiteFile(dir, file)).map((danger) => `${file}: ${danger}`)),
  );
  return { count: files.length, found: found.flat() };
}

/**
 * Returns whether a danger is foreign. The template of a result, and the redirect from an old name of a place, are
 * ours.
 */
function isNotOurs(danger: string): boolean {
  return danger !== 'refresh /regions/' && danger !== '<template>';
}

describe('a site of hostile texts', () => {
  it('has no event handler, no script address and no script of theirs on any page', async () => {
    const { count, found } = await findInFiles(['.html'], (html) => parsePage(html).dangers.filter(isNotOurs));
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(stories.length);
  });

  it('has none in any feed, sitemap or drawing, all of them well-formed', async () => {
    const { count, found } = await findInFiles(['.xml', '.svg', '.opml'], findXmlDangers);
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });

  it('has none in the texts that feeds carry', async () => {
    const feeds = await listFeeds();
    const texts = (await Promise.all(feeds.map(readFeedTexts))).flat();
    expect(texts.flatMap((html) => parsePage(html).dangers)).toEqual([]);
    expect(texts.length).toBeGreaterThan(stories.length);
  });

  it('has only JSON that can be read', async () => {
    const { count, found } = await findInFiles(['.json', '.webmanifest'], (text) => {
      JSON.parse(text);
      return [];
    });
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(3);
  });
});

describe('hostile texts', () => {
  it('stand on the page of their story, in every field, as they were written', async () => {
    const missing: string[] = [];
    for (const story of stories) {
      const { tree } = parsePage(await readSiteFile(dir, `${story.id}/index.html`));
      const shown = toShownText(tree, 'main');
      if (toShownText(tree, 'h1') !== story.frontMatter['title']) missing.push(`${story.id}: title`);
      for (const [field, text] of listTexts(story)) {
        if (!shown.includes(foldSpace(text))) missing.push(`${story.id}: ${field} ${text}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('are carried by the feeds of all formats', async () => {
    const titles = new Map<string, Set<string>>();
    for (const file of await listFeeds()) {
      const known = titles.get(path.extname(file) + path.basename(file)) ?? new Set();
      titles.set(path.extname(file) + path.basename(file), known);
      for (const { title } of await readFeed(file)) known.add(foldSpace(title ?? ''));
    }
    const newest = new Set((await readFeed('feed.xml')).map(({ title }) => foldSpace(title ?? '')));
    expect(newest.size).toBeGreaterThan(19);
    expect([...titles.keys()].sort()).toEqual(['.jsonfeed.json', '.xmlatom.xml', '.xmlfeed.xml']);
    // The archive of feeds is Atom's; the other formats have the newest of each listing.
    const written = stories.map(({ frontMatter }) => String(frontMatter['title']));
    expect(written.filter((title) => !titles.get('.xmlatom.xml')?.has(title))).toEqual([]);
    expect([...newest].filter((title) => !titles.get('.jsonfeed.json')?.has(title))).toEqual([]);
    expect([...newest].filter((title) => !written.includes(title))).toEqual([]);
  });

  it('are found by their words', async () => {
    const index = await readBuiltIndex(dir);
    const read = async (file: string) => unpack(new Uint8Array(await readFile(path.join(dir, 'pagefind', file))));
    const engine = openSearchEngine(index?.parts ?? [], read);
    const find = async (q: string, most: number) => {
      const found: string[] = [];
      for await (const progress of engine.search({ ...idleState, q }, true)) {
        for (const { url } of await progress.readResults(0, most)) found.push(url.split(/[?#]/u)[0] ?? '');
      }
      return found;
    };
    const missed: string[] = [];
    let asked = 0;
    for (const { id, texts } of stories) {
      const words = [...new Set(texts.flatMap(toFindableWords))];
      if (words.length === 0) continue;
      asked += 1;
      const q = words.join(' ');
      const isFound = (await find(q, 40)).includes(`/${id}/`) || (await find(q, stories.length)).includes(`/${id}/`);
      if (!isFound) missed.push(`${id}: ${q}`);
    }
    expect(missed).toEqual([]);
    expect(asked).toBeGreaterThan(stories.length * 0.8);
  });
});

const takenApart = /_|\d\D|\D\d|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u;

/** Words that Pagefind does not index by themselves: single Latin letters or digits, and full-width digits. */
const leftOut = /^(?:[\p{Script=Latin}\d]|[\uff10-\uff19]+)$/u;

/**
 * Returns the words of a text, without those that mix letters with digits or change case, because Pagefind splits them
 * within a longer run of characters (`x0Bjava` into `x`, `0`, `bjava`).
 */
function toFindableWords(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .filter((word) => !takenApart.test(word) && !leftOut.test(word))
    .map(toIndexWord);
}

function listTexts({ frontMatter }: HostileStory): readonly (readonly [field: string, text: string])[] {
  return Object.entries(frontMatter).flatMap(([field, value]) => {
    if (['published', 'updated', 'topic', 'regions', 'authors', 'storylines'].includes(field)) return [];
    return listStrings(value).map((text) => [field, text] as const);
  });
}

/** Dates are shown in words, and the description of a picture only to those who cannot see it. */
function listStrings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !['date', 'kind', 'region', 'at', 'src', 'alt'].includes(key))
    .flatMap(([, inner]) => listStrings(inner));
}

async function listFeeds(): Promise<readonly string[]> {
  const feeds = await Promise.all(['feed.xml', 'atom.xml', 'feed.json'].map((end) => listFiles(dir, end)));
  return feeds.flat();
}

interface FeedItem {
  readonly title: string | undefined;
  readonly html: string | undefined;
}

/** feedsmith mistakes an escaped `<!--` in a title for a comment and leaves it out. */
function readAtomTitles(xml: string): readonly string[] {
  const entries = new XMLParser({ isArray: (name) => name === 'entry' }).parse(xml).feed.entry ?? [];
  return entries.map(({ title }: { title: string | { '#text': string } }) =>
    typeof title === 'object' ? title['#text'] : String(title),
  );
}

async function readFeed(file: string): Promise<readonly FeedItem[]> {
  const text = await readSiteFile(dir, file);
  if (file.endsWith('feed.json')) {
    return (parseJsonFeed(text).items ?? []).map((item) => ({ title: item.title, html: item.content_html }));
  }
  if (file.endsWith('atom.xml')) {
    const titles = readAtomTitles(text);
    return (parseAtomFeed(text).entries ?? []).map(({ content }, index) => ({
      title: titles[index],
      html: typeof content === 'string' ? content : content?.value,
    }));
  }
  return (parseRssFeed(text).items ?? []).map(({ title, content }) => ({ title, html: content?.encoded }));
}

async function readFeedTexts(file: string): Promise<readonly string[]> {
  return (await readFeed(file)).flatMap(({ html }) => html ?? []);
}
