import type { Edition } from './edition.ts';
import { getPages, getSlice, type Listing, type ListingPage } from './listing.ts';

/** One page of a month as a document of the feed archive. */
export interface ArchivePage {
  readonly month: Listing;
  readonly page: ListingPage;
}

/** Every story of an edition as pages of months, for feed readers that want all of them. */
export interface FeedArchive {
  /** The first page of the newest month, which still grows; undefined in an empty edition. */
  readonly open: ArchivePage | undefined;
  /** Pages that no longer grow, oldest first: those of past months, and full back pages of the newest month. */
  readonly closed: readonly ArchivePage[];
}

/**
 * Divides an edition's stories into the documents of an archive. A page is closed when no new story can be added to it,
 * so that a client need never read it again.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc5005#section-4
 */
export function buildFeedArchive({ listings }: Pick<Edition, 'listings'>, pageSize: number): FeedArchive {
  const [open, ...closed] = [...listings.month.values()].flatMap((month) =>
    getPages(month, pageSize).map((page) => ({ month, page })),
  );
  return { open, closed: closed.reverse() };
}

/**
 * Counts the stories in the site's own feeds: those not yet on a closed page of the archive, and never fewer than other
 * feeds have. A client that follows the feed and its archive misses nothing.
 */
export function countLatest({ open }: FeedArchive, { pageSize, feedSize }: { pageSize: number; feedSize: number }) {
  return Math.max(feedSize, open ? getSlice(open.month, open.page, pageSize).length : 0);
}
