/** The orders in which results stand; the first is the default of a search with words. */
export const searchOrders = ['relevance', 'newest', 'oldest'] as const;

/** The order of results. */
export type SearchOrder = (typeof searchOrders)[number];

/** What narrows a search; the names are those of the index's filters and of the address. */
export const searchFacets = ['region', 'topic', 'tag', 'kind', 'month'] as const;

/** The name of something that narrows a search. */
export type SearchFacet = (typeof searchFacets)[number];

/** All that a search asks for: the same as its address. */
export interface SearchState {
  /** Words as typed, trimmed. */
  readonly q: string;
  /** Chosen values; a facet that is not chosen is missing. */
  readonly facets: Readonly<Partial<Record<SearchFacet, string>>>;
  readonly order: SearchOrder;
}

/**
 * Reads a search out of an address.
 *
 * @example parseSearchState('?q=malaria&region=africa').facets // { region: 'africa' }
 */
export function parseSearchState(queryString: string): SearchState {
  const query = new URLSearchParams(queryString);
  const facets = searchFacets.flatMap((facet) => {
    const value = query.get(facet)?.trim();
    return value ? [[facet, value] as const] : [];
  });
  return {
    q: query.get('q')?.trim() ?? '',
    facets: Object.fromEntries(facets),
    order: searchOrders.find((order) => order === query.get('sort')) ?? 'relevance',
  };
}

/** Writes a search as a query string; empty for an empty search. */
export function toQueryString({ q, facets, order }: SearchState): string {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  for (const facet of searchFacets) {
    const value = facets[facet];
    if (value) query.set(facet, value);
  }
  if (order !== 'relevance') query.set('sort', order);
  const text = query.toString();
  return text && `?${text}`;
}

/** Tells whether a search asks for anything. */
export function isIdle({ q, facets }: SearchState): boolean {
  return q === '' && Object.keys(facets).length === 0;
}

/** How Pagefind is asked to sort: by date, or (undefined) by how well a story matches. Without words, newest first. */
export function toSort({ q, order }: SearchState): { date: 'asc' | 'desc' } | undefined {
  if (order === 'oldest') return { date: 'asc' };
  return order === 'newest' || q === '' ? { date: 'desc' } : undefined;
}
