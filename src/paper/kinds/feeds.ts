import type { Root } from 'hast';
import { memoize } from '../../core/memo.ts';
import { getModifiedMs, type Article } from '../../news/article.ts';
import { buildFeedArchive, countLatest, type ArchivePage, type FeedArchive } from '../../news/feed-archive.ts';
import { getFeedFormats, hasFeedTexts, type FeedKind } from '../../news/feed.ts';
import { getSlice, type Listing } from '../../news/listing.ts';
import { paths, toFeedPath, toListingPath, type FeedFormat } from '../../news/urls.ts';
import { atom } from '../../syndication/atom.ts';
import {
  buildFeedNotices,
  buildFeedStory,
  type ArchiveLinks,
  type AroundText,
  type FeedFacts,
  type FeedSite,
  type FeedStory,
  type FeedWriter,
} from '../../syndication/feed.ts';
import { renderAroundText, renderFeedText } from '../../syndication/feed-text.ts';
import { jsonFeed } from '../../syndication/json-feed.ts';
import { renderOpml } from '../../syndication/opml.ts';
import { rss } from '../../syndication/rss.ts';
import type { Context } from '../../views/context.ts';
import { describePlaces, describeStories } from './inputs.ts';
import { createSingle, toTextReference, type PageKind, type TextReference } from './page-kind.ts';

/** The content of a feed. */
export interface FeedContent {
  readonly facts: FeedFacts;
  /** Newest first. */
  readonly stories: readonly FeedItem[];
}

/** A story rendered for all feeds of a format. Its text, if it has one, goes between the two parts. */
interface FeedItem extends AroundText {
  readonly text?: TextReference | undefined;
}

/** Creates the feeds in one format, by their site paths. */
function createFeedFiles(format: FeedFormat, route: string): PageKind<string, FeedContent> {
  return {
    route,
    list: (context) =>
      [...collectFeeds(context).values()].filter(({ facts }) => facts.format === format).map(({ facts }) => facts.path),
    toPath: (path) => path,
    build: (context, path) => {
      const { facts, articles, hasTexts, notices } = getFeed(context, path);
      if (notices) return { facts, stories: notices.map((notice) => renderNotice(context, format, notice)) };
      const { text, summary } = getRenderers(context)(format);
      return { facts, stories: articles.map(hasTexts ? text : summary) };
    },
    getInputs: (context, path) => {
      const { articles, listings: _listings, ...feed } = getFeed(context, path);
      return [feed, describeStories(context, articles), describePlaces(context)];
    },
    shows: (context, path, article) => {
      const { articles, notices } = getFeed(context, path);
      return (notices ? context.edition.corrected : articles).includes(article);
    },
    isApart: (context, path, changed) => {
      const { listings } = getFeed(context, path);
      return changed.hasSameListings && listings?.some((listing) => changed.listings.has(listing)) === false;
    },
  };
}

export const rssFiles = createFeedFiles('rss', '[...listing]/feed.xml.ts');
export const atomFiles = createFeedFiles('atom', '[...listing]/atom.xml.ts');
export const jsonFeedFiles = createFeedFiles('json', '[...listing]/feed.json.ts');

const writers: Readonly<Record<FeedFormat, FeedWriter>> = { rss, atom, json: jsonFeed };

/** Stories that are kept rendered. A story is in about ten feeds; the largest archive must not stay in memory. */
const maxRendered = 10_000;

/** Returns the functions that render a story for all feeds of a format, once: with its text, or with its summary. */
const getRenderers = memoize(
  (context: Context) =>
    memoize((format: FeedFormat) => ({
      text: memoize((article: Article): FeedItem => {
        const story = buildFeedStory(context, article);
        const around = renderAroundText(context, article, story.image);
        return { ...writers[format].renderStory(context, story, around), text: toTextReference(article) };
      }, maxRendered),
      summary: memoize((article: Article): FeedItem => {
        return { before: writers[format].renderSummary(context, buildFeedStory(context, article)), after: '' };
      }, maxRendered),
    })),
  1,
);

function renderNotice(site: FeedSite, format: FeedFormat, notice: FeedStory): FeedItem {
  return { before: writers[format].renderSummary(site, notice), after: '' };
}

/**
 * Renders a feed with the texts of its stories.
 *
 * @param readText renders the text of a file
 */
export async function renderFeed(
  site: FeedSite,
  { facts, stories }: FeedContent,
  readText: (file: string) => Promise<Root>,
): Promise<string> {
  const { escapeText, renderFeed: render } = writers[facts.format];
  const rendered = await Promise.all(
    stories.map(async ({ before, text, after }) =>
      text ? before + escapeText(await getFeedText(site, text, readText)) + after : before,
    ),
  );
  return render(site, facts, rendered);
}

/** Texts for feeds that are kept, by site, file and hash, so that each is rendered once for all its feeds. */
const knownTexts = new Map<string, string>();
const maxTexts = 2_000;

async function getFeedText(
  { addresses }: FeedSite,
  { file, hash }: TextReference,
  readText: (file: string) => Promise<Root>,
): Promise<string> {
  const root = addresses.absolute(paths.front);
  const key = [root, file, hash].join('\n');
  const html = knownTexts.get(key) ?? renderFeedText(await readText(file), root);
  if (knownTexts.size >= maxTexts) knownTexts.clear();
  knownTexts.set(key, html);
  return html;
}

/** The list of all feeds, for feed readers. */
export const opmlFile = createSingle('feeds/feeds.opml.ts', paths.opml, (context) => ({ text: renderOpml(context) }));

/** A feed and its stories. */
interface Feed {
  readonly facts: FeedFacts;
  readonly articles: readonly Article[];
  /** Whether it carries the texts of its stories, not only summaries. */
  readonly hasTexts: boolean;
  /** The notices of the corrections log, which it has instead of stories. */
  readonly notices?: readonly FeedStory[];
  /** The listings that it and the feeds that it links to are made from, if there are any. */
  readonly listings?: readonly Listing[];
}

/** Collects all feeds of a site, in all formats, by their site paths, once per build rather than once per feed. */
const collectFeeds: (context: Context) => ReadonlyMap<string, Feed> = memoize((context) => {
  const { edition, site } = context;
  const archive = buildFeedArchive(edition, site.pageSize);
  const { month: _months, ...others } = edition.listings;
  const listings = Object.values(others).flatMap((byId) => [...byId.values()]);
  const feeds = [
    ...toSiteFeeds(context, archive),
    ...toLogFeeds(context),
    ...listings.flatMap((listing) => toListingFeeds(context, listing)),
    ...toArchiveFeeds(context, archive),
  ];
  return new Map(feeds.map((feed) => [feed.facts.path, feed]));
}, 1);

function getFeed(context: Context, path: string): Feed {
  const feed = collectFeeds(context).get(path);
  if (!feed) throw new Error(`There is no feed ${path}.`);
  return feed;
}

/** Lists the site's own feeds. The Atom feed links to its archive. */
function toSiteFeeds({ site, edition }: Context, archive: FeedArchive): readonly Feed[] {
  const newest = archive.closed.at(-1);
  const links: ArchiveLinks = {
    isArchive: false,
    current: toFeedPath(paths.front, 'atom'),
    previous: newest && toArchivePath(newest),
  };
  const names = { title: site.name, description: site.description };
  const feeds = inFormats('front', paths.front, names, edition.articles.slice(0, countLatest(archive, site)));
  return feeds.map((feed) =>
    feed.facts.format === 'atom' ? { ...feed, facts: { ...feed.facts, archive: links } } : feed,
  );
}

/** Lists the feeds of the corrections log. */
function toLogFeeds(context: Context): readonly Feed[] {
  const { site, edition, words } = context;
  const names = { title: `${site.name}: ${words.corrections}`, description: words.correctionsIntro };
  const notices = edition.corrected
    .slice(0, site.feedSize)
    .flatMap((article) => buildFeedNotices(context, article))
    .toSorted((a, b) => b.published.getTime() - a.published.getTime());
  const modifiedMs = notices[0]?.published.getTime() ?? 0;
  return inFormats('corrections', paths.corrections, names, []).map((feed) => ({
    ...feed,
    facts: { ...feed.facts, modifiedMs },
    notices,
  }));
}

function toListingFeeds({ site, edition }: Context, listing: Listing): readonly Feed[] {
  const { kind, title, articles } = listing;
  const names = { title: `${site.name}: ${title}`, description: getDescription(edition, listing) ?? title };
  const feeds = inFormats(kind, toListingPath(listing), names, articles.slice(0, site.feedSize));
  return feeds.map((feed) => ({ ...feed, listings: [listing] }));
}

function inFormats(
  kind: FeedKind,
  listingPath: string,
  names: Pick<FeedFacts, 'title' | 'description'>,
  articles: readonly Article[],
): readonly Feed[] {
  const facts = { ...names, listingPath, modifiedMs: getLastChange(articles) };
  return getFeedFormats(kind).map((format) => ({
    facts: { ...facts, format, path: toFeedPath(listingPath, format) },
    articles,
    hasTexts: hasFeedTexts(kind),
  }));
}

/** Returns when any of some stories last changed, in milliseconds since 1970, or 0 if there are none. */
function getLastChange(articles: readonly Article[]): number {
  return articles.reduce((latest, article) => Math.max(latest, getModifiedMs(article)), 0);
}

/** Lists every page of every month as an Atom feed. The page that still grows is not yet part of the archive. */
function toArchiveFeeds(context: Context, { open, closed }: FeedArchive): readonly Feed[] {
  const current = toFeedPath(paths.front, 'atom');
  const at = (index: number) => {
    const page = index < 0 ? undefined : closed[index];
    return page && toArchivePath(page);
  };
  const archived = closed.map((page, index) => ({
    ...toArchiveFeed(context, page, { isArchive: true, current, previous: at(index - 1), next: at(index + 1) }),
    // Behind the last one may have been another page of the newest month.
    listings: [...closed.slice(Math.max(0, index - 1), index + 2), ...(open ? [open] : [])].map(({ month }) => month),
  }));
  if (!open) return archived;
  const links = { isArchive: false, current, previous: at(closed.length - 1) };
  return [...archived, toArchiveFeed(context, open, links)];
}

function toArchiveFeed({ site, dates }: Context, page: ArchivePage, archive: ArchiveLinks): Feed {
  const articles = getSlice(page.month, page.page, site.pageSize);
  const month = dates.month(page.month.articles[0]?.published.epochMs ?? 0);
  const facts: FeedFacts = {
    title: `${site.name}: ${month}`,
    description: month,
    format: 'atom',
    path: toArchivePath(page),
    listingPath: toListingPath(page.month, page.page),
    modifiedMs: getLastChange(articles),
    archive,
  };
  return { facts, articles, hasTexts: hasFeedTexts('month') };
}

function toArchivePath({ month, page }: ArchivePage): string {
  return toFeedPath(toListingPath(month, page), 'atom');
}

function getDescription(edition: Context['edition'], { kind, id }: Listing): string | undefined {
  if (kind === 'topic') return edition.topics.get(id)?.description;
  if (kind === 'storyline') return edition.storylines.get(id)?.summary;
  return undefined;
}
