import type { Listing, ListingPage } from '../news/listing.ts';
import { toListingPath, toYearPath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { buildListing, type ListingView } from './listing.ts';

/** A month of the archive. */
export interface MonthView extends ListingView {
  readonly breadcrumb: readonly Link[];
  readonly previous?: Link | undefined;
  readonly next?: Link | undefined;
}

/** Builds a page of a month of the archive. */
export function buildMonth(context: Context, listing: Listing, page: ListingPage): MonthView {
  const { words, dates, addresses } = context;
  const title = dates.month(listing.articles[0]?.published.epochMs ?? 0);
  const year = listing.id.slice(0, listing.id.indexOf('/'));
  return {
    ...buildListing(context, listing, page, { title, description: '', isDiary: true }),
    ...buildMonthsBeside(context, listing.id),
    breadcrumb: [{ text: words.archiveOf(dates.year(year)), href: addresses.href(toYearPath(year)) }],
  };
}

/** Returns the months with stories before and after a month. */
export function getMonthsBeside(
  { edition }: Context,
  id: string,
): readonly [previous: Listing | undefined, next: Listing | undefined] {
  const months = [...edition.listings.month.values()];
  const index = months.findIndex((month) => month.id === id);
  return [months[index + 1], months[index - 1]];
}

function buildMonthsBeside(context: Context, id: string): Pick<MonthView, 'previous' | 'next'> {
  const toLink = (month: Listing): Link => ({
    text: context.dates.month(month.articles[0]?.published.epochMs ?? 0),
    href: context.addresses.href(toListingPath(month)),
  });
  const [previous, next] = getMonthsBeside(context, id);
  return { previous: previous && toLink(previous), next: next && toLink(next) };
}
