import type { FacetValue } from '../engine/facets.ts';
import type { KnownValue } from './setup.ts';

/** A value of a filter with everything its line shows. */
export interface FilterRow {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
  /** The number of stories that it would leave. Undefined until the reader turns to the filters. */
  readonly count: number | undefined;
}

/** The number of values shown per filter before the reader asks for all. */
const shown = 8;

/**
 * Sorts the values of a filter: places in the order of their tree, topics and kinds in the newsroom's order, others by
 * their number of stories.
 *
 * @param values undefined while they are not counted: then all that the page knows are possible
 * @param known the values whose order the page knows; undefined if it knows none
 * @param getName returns the name of another value
 */
export function toFilterRows(
  values: readonly FacetValue[] | undefined,
  known: readonly KnownValue[] | undefined,
  getName: (id: string) => string,
): readonly FilterRow[] {
  if (!values) return known?.map((value) => ({ ...value, count: undefined })) ?? [];
  const counts = new Map(values.map(({ id, count }) => [id, count]));
  if (known)
    return known.filter(({ id }) => counts.has(id)).map((value) => ({ ...value, count: counts.get(value.id) ?? 0 }));
  return values
    .toSorted((a, b) => b.count - a.count || a.id.localeCompare(b.id))
    .map(({ id, count }) => ({ id, text: getName(id), depth: 0, count }));
}

/**
 * Selects the rows shown at first. Of a tree, these are the top, and the rows directly above and below a chosen one.
 */
export function selectFirstRows(rows: readonly FilterRow[], chosen: readonly string[]): readonly FilterRow[] {
  const isTree = rows.some(({ depth }) => depth > 0);
  if (!isTree) return rows.filter(({ id }, number) => number < shown || chosen.includes(id));
  const kept = new Set(rows.filter(({ depth }) => depth === 0));
  for (const [at, row] of rows.entries()) {
    if (!chosen.includes(row.id)) continue;
    kept.add(row);
    for (let above = at, depth = row.depth; above >= 0 && depth > 0; above -= 1) {
      const other = rows[above];
      if (!other || other.depth >= depth) continue;
      kept.add(other);
      depth = other.depth;
    }
    for (const below of rows.slice(at + 1)) {
      if (below.depth <= row.depth) break;
      if (below.depth === row.depth + 1) kept.add(below);
    }
  }
  return rows.filter((row) => kept.has(row));
}
