/** The orders of results. The first is the default of a search with words. */
export const searchOrders = ['relevance', 'newest', 'oldest'] as const;

/** The order of results. */
export type SearchOrder = (typeof searchOrders)[number];

/** The filters of a search, named as in the index and in the address. */
export const searchFacets = ['region', 'topic', 'kind', 'storyline', 'tag', 'author'] as const;

/** The name of a filter. */
export type SearchFacet = (typeof searchFacets)[number];

/** Chosen values. A facet without any is missing. */
export type ChosenFacets = Readonly<Partial<Record<SearchFacet, readonly string[]>>>;

/** Everything a search asks for, equivalent to its address. */
export interface SearchState {
  /** The words as typed, trimmed. */
  readonly q: string;
  /** A story must have one of the values of every facet. */
  readonly facets: ChosenFacets;
  /** First and last month, `2024-11`; empty for no limit. */
  readonly from: string;
  readonly to: string;
  readonly order: SearchOrder;
}

/** The empty search. */
export const idleState: SearchState = { q: '', facets: {}, from: '', to: '', order: 'relevance' };

/**
 * Parses a search from an address. A value may appear more than once; anything unknown is ignored.
 *
 * @example parseSearchState('?q=malaria&region=africa&region=asia').facets // { region: ['africa', 'asia'] }
 */
export function parseSearchState(queryString: string): SearchState {
  const query = new URLSearchParams(queryString);
  const facets = searchFacets.flatMap((facet) => {
    const values = query.getAll(facet).map((value) => value.trim());
    const chosen = [...new Set(values.filter(Boolean))];
    return chosen.length > 0 ? [[facet, chosen] as const] : [];
  });
  return {
    q: query.get('q')?.trim() ?? '',
    facets: Object.fromEntries(facets),
    from: toMonth(query.get('from')),
    to: toMonth(query.get('to')),
    order: searchOrders.find((order) => order === query.get('sort')) ?? 'relevance',
  };
}

/** A day counts as its month, so that an address written by hand works. */
function toMonth(value: string | null): string {
  return /^\d{4}-(?:0[1-9]|1[0-2])(?=$|-)/u.exec(value?.trim() ?? '')?.[0] ?? '';
}

/** Renders a search as a query string. Empty for an empty search. */
export function toQueryString({ q, facets, from, to, order }: SearchState): string {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  for (const facet of searchFacets) for (const value of facets[facet]?.toSorted() ?? []) query.append(facet, value);
  if (from) query.set('from', from);
  if (to) query.set('to', to);
  if (order !== 'relevance') query.set('sort', order);
  const text = query.toString();
  return text && `?${text}`;
}

/** Returns whether a search is empty. */
export function isIdle(state: SearchState): boolean {
  return state.q === '' && countFilters(state) === 0;
}

/** Counts the filters of a search: chosen values, and the dates as one. */
export function countFilters({ facets, from, to }: SearchState): number {
  const values = searchFacets.reduce((count, facet) => count + (facets[facet]?.length ?? 0), 0);
  return values + (from || to ? 1 : 0);
}

/** Returns the effective order of results. Without words nothing matches better, so the newest come first. */
export function toOrder({ q, order }: Pick<SearchState, 'q' | 'order'>): SearchOrder {
  return q === '' && order === 'relevance' ? 'newest' : order;
}

/** Returns a search with one value of a facet added or removed. */
export function toggleFacet(state: SearchState, facet: SearchFacet, value: string): SearchState {
  const known = state.facets[facet] ?? [];
  const values = known.includes(value) ? known.filter((chosen) => chosen !== value) : [...known, value];
  const { [facet]: _, ...others } = state.facets;
  return { ...state, facets: values.length > 0 ? { ...others, [facet]: values } : others };
}
