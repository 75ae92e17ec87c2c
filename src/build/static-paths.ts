import type { Listing, ListingKind } from '../news/listing.ts';
import { countPages } from '../news/listing.ts';
import type { Context } from '../views/context.ts';

/** Gives the addresses of so many pages, as Astro's parameters; the first has no number. */
export function toPagePaths(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    params: { page: index === 0 ? undefined : String(index + 1) },
    props: { page: index + 1 },
  }));
}

/** Gives the addresses of all pages of all listings of a kind; props are ids and numbers, never stories. */
export function getListingPaths({ edition, site }: Context, kind: ListingKind) {
  return [...edition.listings[kind].values()].flatMap((listing) =>
    toPagePaths(countPages(listing, site.pageSize)).map(({ params, props }) => ({
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
