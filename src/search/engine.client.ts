import type { Pagefind, PagefindResult } from './pagefind.ts';
import { searchFacets, toSort, type SearchFacet, type SearchState } from './state.ts';

/** Stories by value of each facet: what a reader would get by choosing that value instead. */
export type FacetCounts = Readonly<Partial<Record<SearchFacet, Readonly<Record<string, number>>>>>;

/** An answer of the index. */
export interface SearchAnswer {
  readonly total: number;
  readonly counts: FacetCounts;
  /** Loads some results, from `start` on. */
  load(start: number, count: number): Promise<readonly PagefindResult[]>;
}

/** The search index, loaded when it is first asked. */
export interface SearchEngine {
  /** Starts loading, on the first sign that a reader wants to search. */
  warm(): void;
  ask(state: SearchState): Promise<SearchAnswer>;
}

/**
 * Opens the index of a site.
 *
 * @param base the site's base path, with slashes at both ends
 */
export function openSearchEngine(base: string): SearchEngine {
  let loading: Promise<Pagefind> | undefined;
  let failures = 0;
  const load = () => {
    loading ??= loadPagefind(base, failures).catch((error: unknown) => {
      failures += 1;
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    warm: () => void load().catch(() => undefined),
    ask: async (state) => ask(await load(), state),
  };
}

/** Browsers remember that a module failed: a new try needs a new address. */
async function loadPagefind(base: string, failures: number): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js${failures > 0 ? `?try=${failures}` : ''}`;
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  await pagefind.options({ baseUrl: base, excerptLength: 28 });
  await Promise.all([pagefind.init(), pagefind.filters()]);
  return pagefind;
}

async function ask(pagefind: Pagefind, state: SearchState): Promise<SearchAnswer> {
  const sort = toSort(state);
  const search = (facets: SearchState['facets']) =>
    pagefind.search(state.q || null, { filters: { ...facets }, ...(sort ? { sort } : {}) });
  const found = await search(state.facets);
  const counts: Partial<Record<SearchFacet, Readonly<Record<string, number>>>> = {};
  for (const facet of searchFacets) {
    // The counts of a chosen facet are those of a search without it: what its other values would give.
    const { [facet]: chosen, ...others } = state.facets;
    counts[facet] = (chosen === undefined ? found : await search(others)).filters[facet] ?? {};
  }
  return {
    total: found.results.length,
    counts,
    load: (start, count) => Promise.all(found.results.slice(start, start + count).map((result) => result.data())),
  };
}
