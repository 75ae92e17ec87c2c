import type { Article } from './article.ts';

/** The kinds of listing that have an address, pages and a feed. */
export type ListingKind = 'topic' | 'tag' | 'region' | 'storyline' | 'author' | 'month';

/** A set of stories at one address, newest first. */
export interface Listing {
  readonly kind: ListingKind;
  /** The last part of its address; a month's is `2024/11`. */
  readonly id: string;
  readonly title: string;
  readonly articles: readonly Article[];
}

/**
 * A page of a listing: undefined for the first, which stands at the listing's own address and holds its newest stories; else the
 * number of a back page. Back pages are full and counted from the oldest, 1, so that a new story never moves older ones to
 * another address: it changes the first page alone.
 */
export type ListingPage = number | undefined;

/** Counts the back pages of a listing: the first page keeps the newest `pageSize` stories or more, less than twice as many. */
export function countBackPages({ articles }: Listing, pageSize: number): number {
  return Math.max(0, Math.floor(articles.length / pageSize) - 1);
}

/** Returns all pages of a listing, the first first, then from the newest back page to the oldest. */
export function getPages(listing: Listing, pageSize: number): readonly ListingPage[] {
  const count = countBackPages(listing, pageSize);
  return [undefined, ...Array.from({ length: count }, (_, index) => count - index)];
}

/** Returns the stories on a page of a listing, newest first. */
export function getSlice(listing: Listing, page: ListingPage, pageSize: number): readonly Article[] {
  const { articles } = listing;
  if (page === undefined) return articles.slice(0, articles.length - countBackPages(listing, pageSize) * pageSize);
  return articles.slice(articles.length - page * pageSize, articles.length - (page - 1) * pageSize);
}
