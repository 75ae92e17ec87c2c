import { searchFacets, type SearchFacet } from '../engine/state.ts';

/** A reader's place on the search page. The browser's history keeps it, so that Back and reload return to it. */
export interface SearchPlace {
  /** The number of results shown. */
  readonly shown: number;
  /** How far the page was scrolled, in pixels. */
  readonly top: number;
  /** The number of the result that was opened or had the focus. -1 for none. */
  readonly at: number;
  /** Whether all parts of the archive were asked, at the reader's request. */
  readonly isWhole: boolean;
  readonly hasOpenFilters: boolean;
  /** The filters that show all of their values. */
  readonly whole: readonly SearchFacet[];
}

/** Parses what the browser's history keeps. Undefined if it is no place, as for a page opened from a link. */
export function parsePlace(kept: unknown): SearchPlace | undefined {
  if (typeof kept !== 'object' || kept === null || !('shown' in kept)) return undefined;
  const { shown, top, at, isWhole, hasOpenFilters, whole }: Partial<Record<keyof SearchPlace, unknown>> = kept;
  return {
    shown: Number(shown),
    top: Number(top),
    at: Number(at),
    isWhole: isWhole === true,
    hasOpenFilters: hasOpenFilters === true,
    whole: searchFacets.filter((facet) => Array.isArray(whole) && whole.includes(facet)),
  };
}
