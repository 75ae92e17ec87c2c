import type { Edition } from './edition.ts';
import { getPages, getSlice, type Listing, type ListingPage } from './listing.ts';

/** A page of a month as a document of the archive of feeds. */
export interface ArchivePage {
  readonly month: Listing;
  readonly page: ListingPage;
}

/** Every story of an edition as pages of months, for readers of feeds that want all of them. */
export interface FeedArchive {
  /** The first page of the newest month, which still grows; undefined in an empty edition. */
  readonly open: ArchivePage | undefined;
  /** Pages that do not grow any more, oldest first: those of months that are over, and full back pages of the newest month. */
  readonly closed: readonly ArchivePage[];
}

/**
 * Divides an edition's stories into the documents of an archive. A page is closed when no new story can come onto it, so that a reader
 * who has read it need never do so again.
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
 * Counts the stories of the site's own feeds: those that no closed page of the archive has, and never less than other feeds have,
 * so that a reader who follows the feed and its archive misses nothing.
 */
export function countLatest({ open }: FeedArchive, { pageSize, feedSize }: { pageSize: number; feedSize: number }) {
  return Math.max(feedSize, open ? getSlice(open.month, open.page, pageSize).length : 0);
}
