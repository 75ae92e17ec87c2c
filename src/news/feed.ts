import type { ListingKind } from './listing.ts';
import type { FeedFormat } from './urls.ts';

/**
 * The formats in which there is a feed. Everything, topics, places and storylines have all three; tags, authors and months, of which
 * there are tens of thousands in a large archive, have RSS alone.
 */
export function getFeedFormats(kind: ListingKind | 'front'): readonly FeedFormat[] {
  return hasAllFormats.has(kind) ? ['rss', 'atom', 'json'] : ['rss'];
}

const hasAllFormats: ReadonlySet<ListingKind | 'front'> = new Set(['front', 'topic', 'region', 'storyline']);

/** The media types of the formats, as links to feeds give them. */
export const feedMediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;
