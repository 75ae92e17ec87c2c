import { memoize } from '../core/memo.ts';
import type { Article } from '../news/article.ts';
import { buildFeedArchive, countLatest, type ArchivePage, type FeedArchive } from '../news/feed-archive.ts';
import { getFeedFormats } from '../news/feed.ts';
import { getSlice, type Listing, type ListingKind } from '../news/listing.ts';
import { paths, toFeedPath, toListingPath, type FeedFormat } from '../news/urls.ts';
import { renderAtom } from '../syndication/atom.ts';
import { buildFeedEntry, type ArchiveLinks, type FeedInput } from '../syndication/feed.ts';
import { renderJsonFeed } from '../syndication/json-feed.ts';
import { renderRss } from '../syndication/rss.ts';
import type { Context } from '../views/context.ts';
import type { Paper } from './context.ts';

/** A feed but for its texts. */
export interface Feed extends Omit<FeedInput, 'entries'> {
  /** Its stories, newest first. */
  readonly articles: readonly Article[];
}

/** Returns all feeds of a site, in all formats, by their site paths: collected once for each build, not once for each feed. */
export const collectFeeds: (context: Context) => ReadonlyMap<string, Feed> = memoize((context) => {
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

/** The site's own feeds; the one in Atom leads to its archive. */
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

/** Every page of every month as a feed in Atom; the page that still grows is no part of the archive yet. */
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

/** Returns the wanted feeds of a format, as parameters of the route that writes them. */
export function getFeedPaths(paper: Paper, format: FeedFormat) {
  return [...collectFeeds(paper).values()]
    .filter((feed) => feed.format === format && paper.isWanted(feed.path))
    .map(({ listingPath }) => ({ params: { listing: listingPath.slice(1, -1) || undefined } }));
}

const renderers = { rss: renderRss, atom: renderAtom, json: renderJsonFeed } as const;

/** Renders a feed with the texts of its stories. */
export async function renderFeed(paper: Paper, format: FeedFormat, listing: string | undefined): Promise<string> {
  const path = toFeedPath(listing === undefined ? paths.front : `/${listing}/`, format);
  const feed = collectFeeds(paper).get(path);
  if (!feed) throw new Error(`There is no feed ${path}.`);
  const entries = await Promise.all(feed.articles.map(getEntries(paper)));
  return renderers[format](paper, { ...feed, entries });
}

/** Entries that are kept at hand: a new story stands in twenty feeds, in three formats. */
const recentEntries = 2_000;

const getEntries = memoize(
  (paper: Paper) =>
    memoize(
      async (article: Article) => buildFeedEntry(paper, article, (await paper.bodies.render(article.file)).tree),
      recentEntries,
    ),
  1,
);
