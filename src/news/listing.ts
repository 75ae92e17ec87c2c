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

/** One page of a listing. */
export interface ListingSlice {
  readonly articles: readonly Article[];
  /** 1-based. */
  readonly page: number;
  /** At least 1: an empty listing has one empty page. */
  readonly pageCount: number;
}

/** Counts the pages of a listing. */
export function countPages(listing: Listing, pageSize: number): number {
  return Math.max(1, Math.ceil(listing.articles.length / pageSize));
}

/** Cuts one page out of a listing. */
export function getSlice(listing: Listing, page: number, pageSize: number): ListingSlice {
  return {
    articles: listing.articles.slice((page - 1) * pageSize, page * pageSize),
    page,
    pageCount: countPages(listing, pageSize),
  };
}
