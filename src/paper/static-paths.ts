import type { Listing, ListingKind } from '../news/listing.ts';
import { getPages } from '../news/listing.ts';
import { toListingPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';
import type { Paper } from './context.ts';

/** Returns the addresses of the pages of an index, as Astro's parameters. */
export function toPagePaths(count: number) {
  return Array.from({ length: count }, (_, index) => index + 1).map((page) => ({
    params: { page: page === 1 ? undefined : String(page) },
    props: { page },
  }));
}

/** Returns the addresses of all wanted pages of all listings of a kind; props are ids and numbers, never stories. */
export function getListingPaths({ edition, site, isWanted }: Paper, kind: ListingKind) {
  return [...edition.listings[kind].values()].flatMap((listing) =>
    getPages(listing, site.pageSize)
      .filter((page) => isWanted(toListingPath(listing, page)))
      .map((page) => ({
        params: { id: listing.id, page: page === undefined ? undefined : String(page) },
        props: { id: listing.id, page },
      })),
  );
}

/** Returns a listing that a route was made for. */
export function getListing({ edition }: Context, kind: ListingKind, id: string): Listing {
  const listing = edition.listings[kind].get(id);
  if (!listing) throw new Error(`There is no ${kind} ${id}.`);
  return listing;
}
