import type { Listing, ListingKind } from '../news/listing.ts';
import { countPages } from '../news/listing.ts';
import { toListingPath, toPagePath } from '../news/urls.ts';
import { isPlanned } from './plan.ts';
import type { Context } from '../views/context.ts';

/** Gives the addresses of so many pages below `root`, as Astro's parameters, those that have to be written. */
export function toPagePaths(count: number, root: string) {
  return Array.from({ length: count }, (_, index) => index + 1)
    .filter((page) => isPlanned(toPagePath(root, page)))
    .map((page) => ({ params: { page: page === 1 ? undefined : String(page) }, props: { page } }));
}

/** Gives the addresses of all pages of all listings of a kind; props are ids and numbers, never stories. */
export function getListingPaths({ edition, site }: Context, kind: ListingKind) {
  return [...edition.listings[kind].values()].flatMap((listing) =>
    toPagePaths(countPages(listing, site.pageSize), toListingPath(listing)).map(({ params, props }) => ({
      params: { ...params, id: listing.id },
      props: { ...props, id: listing.id },
    })),
  );
}

/** Gives a listing that a route was made for. */
export function getListing({ edition }: Context, kind: ListingKind, id: string): Listing {
  const listing = edition.listings[kind].get(id);
  if (!listing) throw new Error(`There is no ${kind} ${id}.`);
  return listing;
}
