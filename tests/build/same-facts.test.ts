import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeAll, describe, expect, it } from 'vitest';
import { getSiteDir, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';
import {
  readAtomEntry,
  readCities,
  readDescription,
  readJsonItem,
  readPage,
  readRssItem,
  type StoryFacts,
} from '../support/story-facts.ts';

/** Lists the feeds of stories: those of the log carry notices. */
async function listStoryFeeds(dir: string, end: string): Promise<readonly string[]> {
  return (await listFiles(dir, end)).filter((file) => !file.startsWith('corrections/'));
}

const countStories: Partial<Record<SiteName, number>> = { demo: 57, hard: 4 };

describe.each<SiteName>(['demo', 'hard'])('every story of the site %s', (name) => {
  const dir = getSiteDir(name);
  const pages = new Map<string, string>();
  const inFeeds = { rss: new Map<string, StoryFacts>(), atom: new Map<string, StoryFacts>() };
  /** Stories in feeds that carry summaries. */
  const summaries: StoryFacts[] = [];
  const inJson = new Map<string, Parameters<typeof readJsonItem>[0]>();

  beforeAll(async () => {
    for (const file of await listFiles(dir, 'index.html')) {
      const html = await readSiteFile(dir, file);
      if (html.includes('NewsArticle"')) pages.set(readPage(html).address, html);
    }
    for (const file of await listStoryFeeds(dir, 'feed.xml')) {
      const { items = [] } = parseRssFeed(await readSiteFile(dir, file));
      for (const item of items) {
        const facts = readRssItem(item as never);
        if (item.content) inFeeds.rss.set(facts.address, facts);
        else summaries.push(facts);
      }
    }
    for (const file of await listStoryFeeds(dir, 'atom.xml')) {
      const { entries = [] } = parseAtomFeed(await readSiteFile(dir, file));
      for (const entry of entries) {
        const facts = readAtomEntry(entry as never);
        if (entry.content) inFeeds.atom.set(facts.address, facts);
        else summaries.push(facts);
      }
    }
    for (const file of await listStoryFeeds(dir, 'feed.json')) {
      const { items = [] } = parseJsonFeed(JSON.parse(await readSiteFile(dir, file)));
      for (const item of items) inJson.set(item.id ?? '', item as never);
    }
  });

  it('is in feeds of every format with its text, and nothing else is', () => {
    expect(pages.size).toBe(countStories[name]);
    const addresses = [...pages.keys()].toSorted();
    expect([...inFeeds.rss.keys()].toSorted()).toEqual(addresses);
    expect([...inFeeds.atom.keys()].toSorted()).toEqual(addresses);
    expect([...inJson.keys()].toSorted()).toEqual(addresses);
  });

  it('says the same on its page, to machines and in feeds: title, address, dates, authors, summary, corrections, sources, places', () => {
    for (const [address, html] of pages) {
      const page = readPage(html);
      const description = readDescription(html);
      const { dateline, ...said } = description;
      expect(page, address).toEqual(said);
      const { dateline: place, ...inRss } = inFeeds.rss.get(address) ?? { dateline: undefined };
      expect(inRss, address).toEqual(said);
      expect(inFeeds.atom.get(address), address).toEqual({ ...said, dateline: place });
      // Where it was filed, or where it happened, as the newsroom's datelines say.
      expect([undefined, dateline, ...readCities(html)], address).toContain(place);
      const item = inJson.get(address);
      expect(item && readJsonItem(item, said.places), address).toEqual(said);
      // The filing place is among other words on the page, and in the text of a feed. It is nowhere if it is not given.
      const filed = place ?? '';
      expect(html).toMatch(new RegExp(`<header class="article-header">.*${filed}.*</header>`, 'su'));
      expect(item?.content_html).toContain(filed && `${dateline ? 'Filed from' : 'Place of the event:'} ${filed}.`);
    }
  });

  it('says the same in feeds of summaries, which leave its text, corrections and sources to its page', () => {
    expect(new Set(summaries.map(({ address }) => address)).size).toBe(pages.size);
    for (const summary of summaries) {
      const full = inFeeds.rss.get(summary.address);
      expect(summary, summary.address).toEqual({ ...full, corrections: [], sourceCount: 0 });
    }
  });
});
