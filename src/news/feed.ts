import type { ListingKind } from './listing.ts';
import type { FeedFormat } from './urls.ts';

/** The kinds of page that have feeds: listings, the front page with everything, and the corrections log. */
export type FeedKind = ListingKind | 'front' | 'corrections';

/**
 * The feeds of a kind of page. The feeds that people follow carry texts: the paper, a topic, a storyline or a place.
 * Tags, authors and months have the summaries of their stories, which link to the texts: a large archive has thousands
 * of them, and together they would hold each story ten times.
 *
 * Every feed reader reads RSS. Atom and JSON Feed are for programs and for the feeds that most people follow. A month
 * gets no new stories once it is over, so nobody follows one: its only feed is its documents in the archive of the
 * site's Atom feed. That of the corrections log has its notices: a corrected story is seldom among the newest.
 */
const feedsOf: Readonly<Record<FeedKind, { readonly formats: readonly FeedFormat[]; readonly hasTexts: boolean }>> = {
  front: { formats: ['rss', 'atom', 'json'], hasTexts: true },
  corrections: { formats: ['rss', 'atom', 'json'], hasTexts: false },
  topic: { formats: ['rss', 'atom', 'json'], hasTexts: true },
  storyline: { formats: ['rss'], hasTexts: true },
  region: { formats: ['rss'], hasTexts: true },
  author: { formats: ['rss'], hasTexts: false },
  tag: { formats: ['rss'], hasTexts: false },
  month: { formats: ['atom'], hasTexts: false },
};

/** Returns the feed formats of a kind of page, the one for most readers first. */
export function getFeedFormats(kind: FeedKind): readonly FeedFormat[] {
  return feedsOf[kind].formats;
}

/** Returns whether the feeds of a kind of page carry the texts of their stories, not only summaries. */
export function hasFeedTexts(kind: FeedKind): boolean {
  return feedsOf[kind].hasTexts;
}

/** Returns the format of a kind of page's main feed. */
export function getMainFormat(kind: FeedKind): FeedFormat {
  return feedsOf[kind].formats[0] ?? 'rss';
}

/** The media types of the formats, as links to feeds name them. */
export const feedMediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;
