import { compareText } from '../core/issue.ts';
import { feedMediaTypes, getFeedFormats, type FeedKind } from '../news/feed.ts';
import type { Listing } from '../news/listing.ts';
import { paths, toFeedPath, toListingPath, type FeedFormat } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { buildHead, type FeedLink, type HeadView } from './head.ts';

/** The list of all feeds. */
export interface FeedsView {
  readonly head: HeadView;
  /** All feeds except those of tags in one file, for feed readers. */
  readonly opml: Link;
  readonly groups: readonly { readonly title: string; readonly feeds: readonly FeedsEntryView[] }[];
}

/** A listing's feeds. RSS has the listing's name, other formats their own. */
interface FeedsEntryView extends FeedLink {
  readonly others: readonly FeedLink[];
}

/** The number of tags whose feeds are listed, most used first. Every tag's page links to its own. */
const feedTags = 60;

/** Builds the list of all feeds. */
export function buildFeeds(context: Context): FeedsView {
  const { edition, addresses, words } = context;
  const toEntry = (title: string, path: string, kind: FeedKind): FeedsEntryView => {
    const toLink = (format: FeedFormat, text: string): FeedLink => ({
      text,
      href: addresses.href(toFeedPath(path, format)),
      type: feedMediaTypes[format],
    });
    const others = getFeedFormats(kind).filter((format) => format !== 'rss');
    return { ...toLink('rss', title), others: others.map((format) => toLink(format, words.feedFormats[format])) };
  };
  const ofSite = [
    toEntry(words.latest, paths.front, 'front'),
    toEntry(words.corrections, paths.corrections, 'corrections'),
  ];
  const toEntries = (listings: Iterable<Listing>) =>
    [...listings].map((listing) => toEntry(listing.title, toListingPath(listing), listing.kind));
  const tags = [...edition.listings.tag.values()]
    .sort((a, b) => b.articles.length - a.articles.length || compareText(a.id, b.id))
    .slice(0, feedTags)
    .sort((a, b) => compareText(a.id, b.id));
  const regions = [...edition.listings.region.values()].sort((a, b) => compareText(a.id, b.id));
  return {
    head: buildHead(context, { title: words.feeds, description: words.feedsIntro, path: paths.feeds }),
    opml: { text: words.opml, href: addresses.href(paths.opml) },
    groups: [
      { title: words.wholeSite, feeds: ofSite },
      { title: words.topics, feeds: toEntries(edition.listings.topic.values()) },
      { title: words.storylines, feeds: toEntries(edition.listings.storyline.values()) },
      { title: words.authors, feeds: toEntries(edition.listings.author.values()) },
      { title: words.regions, feeds: toEntries(regions) },
      { title: words.tags, feeds: toEntries(tags) },
    ].filter(({ feeds }) => feeds.length > 0),
  };
}
