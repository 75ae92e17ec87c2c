import type { Article } from './article.ts';

/** The kinds of listing that have an address, pages and a feed. */
export type ListingKind = 'topic' | 'tag' | 'region' | 'storyline' | 'author' | 'month';

/** A set of stories at one address, newest first. */
export interface Listing {
  readonly kind: ListingKind;
  /** The last part of its address. A month's id is `2024/11`. */
  readonly id: string;
  readonly title: string;
  readonly articles: readonly Article[];
}

/** A stretch of a listing: its stories from one index up to another, which is excluded. */
export interface Stretch {
  readonly listing: Listing;
  readonly from: number;
  readonly to: number;
}

/**
 * A page of a listing. Undefined is the first page, which has the listing's own address and its newest stories; a
 * number is a back page. Back pages are full and counted from the oldest, 1. A new story changes only the first page
 * and never moves older stories to another address.
 */
export type ListingPage = number | undefined;

/** All of a listing that decides how many pages it has. */
interface ListingSize {
  readonly articles: { readonly length: number };
}

/**
 * Counts the back pages of a listing. The first page holds at least the newest `pageSize` stories and fewer than twice
 * as many.
 */
export function countBackPages({ articles }: ListingSize, pageSize: number): number {
  return Math.max(0, Math.floor(articles.length / pageSize) - 1);
}

/** Returns all pages of a listing: the first page, then from the newest back page to the oldest. */
export function getPages(listing: Listing, pageSize: number): readonly ListingPage[] {
  const count = countBackPages(listing, pageSize);
  return [undefined, ...Array.from({ length: count }, (_, index) => count - index)];
}

/** Returns the stories on a page of a listing, newest first. */
export function getSlice(listing: Listing, page: ListingPage, pageSize: number): readonly Article[] {
  const { from, to } = getStretch(listing, page, pageSize);
  return listing.articles.slice(from, to);
}

/** Returns where the stories on a page of a listing are. */
export function getStretch(listing: Listing, page: ListingPage, pageSize: number): Stretch {
  const { length } = listing.articles;
  if (page === undefined) return { listing, from: 0, to: length - countBackPages(listing, pageSize) * pageSize };
  return { listing, from: length - page * pageSize, to: length - (page - 1) * pageSize };
}
