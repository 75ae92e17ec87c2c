import type { ListingKind } from './listing.ts';
import type { FeedFormat } from './urls.ts';

/**
 * Returns the feed formats of a kind of page. The front page, topics, places and storylines have all three. Tags,
 * authors and months have RSS alone, because a large archive has tens of thousands of them.
 */
export function getFeedFormats(kind: ListingKind | 'front'): readonly FeedFormat[] {
  return hasAllFormats.has(kind) ? ['rss', 'atom', 'json'] : ['rss'];
}

const hasAllFormats: ReadonlySet<ListingKind | 'front'> = new Set(['front', 'topic', 'region', 'storyline']);

/** The media types of the formats, as links to feeds name them. */
export const feedMediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;
