import { searchFacets, type SearchFacet, type SearchOrder } from './state.ts';

/** Stories by value of each facet: what a reader would get by choosing that value instead. */
export type FacetCounts = Readonly<Partial<Record<SearchFacet, Readonly<Record<string, number>>>>>;

/** What one part of the archive answers: its matches in the order asked for. */
export interface PartAnswer<Match extends { readonly score: number }> {
  readonly matches: readonly Match[];
  readonly counts: FacetCounts;
}

/**
 * Merges the answers of parts, newest part first, into one list: by how well a story matches, or by date, where the parts
 * follow one another.
 */
export function mergeMatches<Match extends { readonly score: number }>(
  answers: readonly PartAnswer<Match>[],
  order: SearchOrder,
): readonly Match[] {
  if (order === 'oldest') return answers.toReversed().flatMap(({ matches }) => matches);
  const matches = answers.flatMap((answer) => answer.matches);
  return order === 'relevance' ? matches.toSorted((a, b) => b.score - a.score) : matches;
}

/** Adds up the counts of parts. */
export function mergeCounts(answers: readonly { readonly counts: FacetCounts }[]): FacetCounts {
  return Object.fromEntries(
    searchFacets.map((facet) => {
      const sums = new Map<string, number>();
      for (const { counts } of answers) {
        for (const [value, count] of Object.entries(counts[facet] ?? {}))
          sums.set(value, (sums.get(value) ?? 0) + count);
      }
      return [facet, Object.fromEntries(sums)];
    }),
  );
}
