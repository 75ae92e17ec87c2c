import type { Root } from 'hast';
import { memoize } from '../../core/memo.ts';
import type { Article } from '../../news/article.ts';
import { buildFeedArchive, countLatest, type ArchivePage, type FeedArchive } from '../../news/feed-archive.ts';
import { getFeedFormats } from '../../news/feed.ts';
import { getSlice, type Listing, type ListingKind } from '../../news/listing.ts';
import { paths, toFeedPath, toListingPath, type FeedFormat } from '../../news/urls.ts';
import { renderAtom } from '../../syndication/atom.ts';
import {
  addFeedText,
  buildFeedStory,
  type ArchiveLinks,
  type FeedEntry,
  type FeedInput,
  type FeedSite,
  type FeedStory,
} from '../../syndication/feed.ts';
import { renderJsonFeed } from '../../syndication/json-feed.ts';
import { renderOpml } from '../../syndication/opml.ts';
import { renderRss } from '../../syndication/rss.ts';
import type { Context } from '../../views/context.ts';
import { toSharedFingerprint } from './fingerprint.ts';
import { createSingle, toTextReference, type PageKind, type TextReference } from './page-kind.ts';

/** A feed without its stories. */
type FeedFacts = Omit<FeedInput, 'entries'>;

/** The content of a feed. */
export interface FeedContent {
  readonly feed: FeedFacts;
  /** Newest first. */
  readonly stories: readonly FeedItem[];
}

/** A story in feeds, the same object in all of them. */
interface FeedItem {
  readonly story: FeedStory;
  readonly text: TextReference;
}

/** Creates the feeds in one format, by their site paths. */
function createFeedFiles(format: FeedFormat, route: string): PageKind<string, FeedContent> {
  return {
    route,
    list: (context) =>
      [...collectFeeds(context).values()].filter((feed) => feed.format === format).map(({ path }) => path),
    toPath: (path) => path,
    build: (context, path) => {
      const found = collectFeeds(context).get(path);
      if (!found) throw new Error(`There is no feed ${path}.`);
      const { articles, ...feed } = found;
      return { feed, stories: articles.map(getItems(context)) };
    },
    abridge: ({ feed, stories }) => [feed, stories.map(toSharedFingerprint)],
  };
}

export const rssFiles = createFeedFiles('rss', '[...listing]/feed.xml.ts');
export const atomFiles = createFeedFiles('atom', '[...listing]/atom.xml.ts');
export const jsonFeedFiles = createFeedFiles('json', '[...listing]/feed.json.ts');

const getItems = memoize(
  (context: Context) =>
    memoize((article: Article): FeedItem => ({
      story: buildFeedStory(context, article),
      text: toTextReference(article),
    })),
  1,
);

const renderers = { rss: renderRss, atom: renderAtom, json: renderJsonFeed } as const;

/**
 * Renders a feed with the texts of its stories.
 *
 * @param readText renders the text of a file
 */
export async function renderFeed(
  site: FeedSite,
  { feed, stories }: FeedContent,
  readText: (file: string) => Promise<Root>,
): Promise<string> {
  const entries = await Promise.all(stories.map((item) => getEntry(site, item, readText)));
  return renderers[feed.format](site, { ...feed, entries });
}

/** The number of cached entries. A new story is in twenty feeds, in three formats. */
const recentEntries = 2_000;

const entries = new Map<FeedItem, Promise<FeedEntry>>();

function getEntry(site: FeedSite, item: FeedItem, readText: (file: string) => Promise<Root>): Promise<FeedEntry> {
  const found = entries.get(item) ?? readText(item.text.file).then((tree) => addFeedText(site, item.story, tree));
  if (entries.size >= recentEntries) entries.clear();
  entries.set(item, found);
  return found;
}

/** The list of all feeds, for feed readers. */
export const opmlFile = createSingle('feeds/feeds.opml.ts', paths.opml, (context) => ({ text: renderOpml(context) }));

/** A feed and its stories. */
interface Feed extends FeedFacts {
  readonly articles: readonly Article[];
}

/** Collects all feeds of a site, in all formats, by their site paths, once per build rather than once per feed. */
const collectFeeds: (context: Context) => ReadonlyMap<string, Feed> = memoize((context) => {
  const { edition, site } = context;
  const archive = buildFeedArchive(edition, site.pageSize);
  const listings = Object.values(edition.listings).flatMap((byId) => [...byId.values()]);
  const feeds = [
    ...toSiteFeeds(context, archive),
    ...listings.flatMap((listing) => toListingFeeds(context, listing)),
    ...toArchiveFeeds(context, archive),
  ];
  return new Map(feeds.map((feed) => [feed.path, feed]));
}, 1);

/** Lists the site's own feeds. The Atom feed links to its archive. */
function toSiteFeeds({ site, edition }: Context, archive: FeedArchive): readonly Feed[] {
  const newest = archive.closed.at(-1);
  const facts = {
    title: site.name,
    description: site.description,
    articles: edition.articles.slice(0, countLatest(archive, site)),
  };
  const links: ArchiveLinks = {
    isArchive: false,
    current: toFeedPath(paths.front, 'atom'),
    previous: newest && toArchivePath(newest),
  };
  return inFormats('front', paths.front, facts).map((feed) =>
    feed.format === 'atom' ? { ...feed, archive: links } : feed,
  );
}

function toListingFeeds(context: Context, listing: Listing): readonly Feed[] {
  const title = toTitle(context, listing);
  return inFormats(listing.kind, toListingPath(listing), {
    title: `${context.site.name}: ${title}`,
    description: getDescription(context.edition, listing) ?? title,
    articles: listing.articles.slice(0, context.site.feedSize),
  });
}

function inFormats(
  kind: ListingKind | 'front',
  listingPath: string,
  facts: Pick<Feed, 'title' | 'description' | 'articles'>,
): readonly Feed[] {
  return getFeedFormats(kind).map((format) => ({
    ...facts,
    format,
    path: toFeedPath(listingPath, format),
    listingPath,
  }));
}

/** Lists every page of every month as an Atom feed. The page that still grows is not yet part of the archive. */
function toArchiveFeeds(context: Context, { open, closed }: FeedArchive): readonly Feed[] {
  const toFeed = (page: ArchivePage, archive: ArchiveLinks): Feed => {
    const title = toTitle(context, page.month);
    return {
      title: `${context.site.name}: ${title}`,
      description: title,
      format: 'atom',
      path: toArchivePath(page),
      listingPath: toListingPath(page.month, page.page),
      archive,
      articles: getSlice(page.month, page.page, context.site.pageSize),
    };
  };
  const current = toFeedPath(paths.front, 'atom');
  const at = (index: number) => {
    const page = index < 0 ? undefined : closed[index];
    return page && toArchivePath(page);
  };
  const archived = closed.map((page, index) =>
    toFeed(page, { isArchive: true, current, previous: at(index - 1), next: at(index + 1) }),
  );
  return open ? [...archived, toFeed(open, { isArchive: false, current, previous: at(closed.length - 1) })] : archived;
}

function toArchivePath({ month, page }: ArchivePage): string {
  return toFeedPath(toListingPath(month, page), 'atom');
}

function toTitle({ dates }: Context, { kind, title, articles }: Listing): string {
  return kind === 'month' ? dates.month(articles[0]?.published.epochMs ?? 0) : title;
}

function getDescription(edition: Context['edition'], { kind, id }: Listing): string | undefined {
  if (kind === 'topic') return edition.topics.get(id)?.description;
  if (kind === 'storyline') return edition.storylines.get(id)?.summary;
  return undefined;
}
