import type { StoryIndex } from '../format/part.ts';
import { searchFacets, type ChosenFacets, type SearchFacet, type SearchState } from './state.ts';

/** One value of a facet. */
export interface FacetValue {
  /** Its id, as in the address. */
  readonly id: string;
  /** Its name for readers. Empty if the search page knows it. */
  readonly label: string;
  /** The number of stories that choosing it would leave, whatever else is chosen of the same facet. */
  readonly count: number;
}

/** The values of every facet that some story of the answer has. */
export type FacetCounts = Readonly<Record<SearchFacet, readonly FacetValue[]>>;

/** Page numbers by value of a filter, as in the index. */
export type FilterPages = ReadonlyMap<string, readonly number[]>;

/**
 * Renders a value of a filter with its name, so that the search page need not know the names of thousands of tags.
 *
 * @example toFilterValue('arms-control', 'arms control') // 'arms-control=arms control'
 */
export function toFilterValue(id: string, label: string): string {
  return `${id}=${label}`;
}

/** Parses a value of a filter. The name defaults to the id. */
export function parseFilterValue(value: string): { readonly id: string; readonly label: string } {
  const at = value.indexOf('=');
  return at < 0 ? { id: value, label: '' } : { id: value.slice(0, at), label: value.slice(at + 1) };
}

/** Returns the pages of an index that have one of some values of a filter. */
function findPages(pages: FilterPages, ids: readonly string[]): ReadonlySet<number> {
  return new Set([...pages].filter(([value]) => ids.includes(parseFilterValue(value).id)).flatMap(([, own]) => own));
}

/** The pages of an index that the filters of a search let through. */
export interface PageFilter {
  has(page: number): boolean;
}

/**
 * Creates the filter of a search: every facet and the dates, except for one facet whose values are to be counted.
 *
 * @param filters the filters of the index that are chosen
 */
export function createPageFilter(
  { months }: Pick<StoryIndex, 'months'>,
  filters: ReadonlyMap<SearchFacet, FilterPages>,
  { facets, from, to }: Pick<SearchState, 'facets' | 'from' | 'to'>,
  except?: SearchFacet,
): PageFilter {
  const chosen = chosenFacets(facets)
    .filter((facet) => facet !== except)
    .map((facet) => findPages(filters.get(facet) ?? new Map(), facets[facet] ?? []));
  return {
    has: (page) => {
      const date = months[page] ?? '';
      return !isBefore(date, from) && !isBefore(to, date) && chosen.every((pages) => pages.has(page));
    },
  };
}

/** Compares days and months, as exactly as both are known. An empty date is before none and after none. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

/** Returns the facets with chosen values. */
export function chosenFacets(facets: ChosenFacets): readonly SearchFacet[] {
  return searchFacets.filter((facet) => (facets[facet]?.length ?? 0) > 0);
}

/** Counts the pages of each value that pass a test, into a table that several indexes share. */
export function countValues(
  pages: FilterPages,
  isCounted: (page: number) => boolean,
  table: Map<string, FacetValue>,
): void {
  for (const [value, own] of pages) {
    const { id, label } = parseFilterValue(value);
    const known = table.get(id);
    const count = own.filter(isCounted).length + (known?.count ?? 0);
    table.set(id, { id, label: label || (known?.label ?? ''), count });
  }
}
