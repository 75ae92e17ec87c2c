import { mergeCounts, mergeMatches, type FacetCounts, type PartAnswer } from './merge.ts';
import type { Pagefind, PagefindMatch, PagefindModule, PagefindResult } from './pagefind.ts';
import { searchFacets, toSort, type SearchFacet, type SearchState } from './state.ts';

/** A part of the archive: the name of its folder, and its last month for readers. */
export interface SearchPart {
  readonly id: string;
  readonly lastMonth: string;
}

/** What is known so far of the answer to a search. */
export interface SearchAnswer {
  readonly total: number;
  readonly counts: FacetCounts;
  /** The part that is being asked next; undefined when all have answered. */
  readonly pending: SearchPart | undefined;
  /** Loads some results, from `start` on. */
  load(start: number, count: number): Promise<readonly PagefindResult[]>;
}

/** The search index, loaded when it is first asked. */
export interface SearchEngine {
  /** Starts loading the newest part, on the first sign that a reader wants to search. */
  warm(): void;
  /** Asks the parts one after the other, newest first, and gives what is known after each. */
  ask(state: SearchState): AsyncGenerator<SearchAnswer>;
}

/**
 * Opens the index of a site.
 *
 * @param base the site's base path, with slashes at both ends
 * @param parts newest first
 */
export function openSearchEngine(base: string, parts: readonly SearchPart[]): SearchEngine {
  const load = createLoader(base);
  return {
    warm: () => void (parts[0] && load(parts[0]).catch(() => undefined)),
    async *ask(state) {
      const answers: PartAnswer<PagefindMatch>[] = [];
      if (parts.length === 0) yield toAnswer(answers, state, undefined);
      for (const [index, part] of parts.entries()) {
        answers.push(await askPart(await load(part), state));
        yield toAnswer(answers, state, parts[index + 1]);
      }
    },
  };
}

/** Opens each part once; what failed to load is tried again the next time. */
function createLoader(base: string): (part: SearchPart) => Promise<Pagefind> {
  const open = new Map<string, Promise<Pagefind>>();
  let failures = 0;
  return (part) => {
    const loading =
      open.get(part.id) ??
      loadPart(base, part, failures).catch((error: unknown) => {
        failures += 1;
        open.delete(part.id);
        throw error;
      });
    open.set(part.id, loading);
    return loading;
  };
}

/** Browsers remember that a module failed: a new try needs a new address. */
async function loadPart(base: string, { id }: SearchPart, failures: number): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js${failures > 0 ? `?try=${failures}` : ''}`;
  const { createInstance }: PagefindModule = await import(/* @vite-ignore */ address);
  const pagefind = createInstance({ basePath: `${base}pagefind/${id}/`, baseUrl: '/', excerptLength: 28 });
  await pagefind.init();
  await pagefind.filters();
  return pagefind;
}

async function askPart(pagefind: Pagefind, state: SearchState): Promise<PartAnswer<PagefindMatch>> {
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
  return { matches: found.results, counts };
}

function toAnswer(
  answers: readonly PartAnswer<PagefindMatch>[],
  state: SearchState,
  pending: SearchPart | undefined,
): SearchAnswer {
  const order = toSort(state)?.date === 'asc' ? 'oldest' : toSort(state) ? 'newest' : 'relevance';
  const matches = mergeMatches(answers, order);
  return {
    total: matches.length,
    counts: mergeCounts(answers),
    pending,
    load: (start, count) => Promise.all(matches.slice(start, start + count).map((match) => match.data())),
  };
}
