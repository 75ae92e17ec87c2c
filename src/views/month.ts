import type { Listing, ListingPage } from '../news/listing.ts';
import { toYearPath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { buildListing, type ListingView } from './listing.ts';

/** A month of the archive. */
export interface MonthView extends ListingView {
  readonly breadcrumb: readonly Link[];
}

/** Builds a page of a month of the archive. */
export function buildMonth(context: Context, listing: Listing, page: ListingPage): MonthView {
  const { words, dates, addresses } = context;
  const title = dates.month(listing.articles[0]?.published.epochMs ?? 0);
  const year = listing.id.slice(0, listing.id.indexOf('/'));
  return {
    ...buildListing(context, listing, page, { title, description: '' }),
    breadcrumb: [{ text: words.archiveOf(dates.year(year)), href: addresses.href(toYearPath(year)) }],
  };
}
