import type { Article } from './article.ts';
import type { Edition } from './edition.ts';
import type { Listing } from './listing.ts';

/** A stretch of the archive whose stories are indexed together. */
export interface ArchivePart {
  /** Its first month, `2019-03`. It stays the same when stories are added later. */
  readonly id: string;
  /** Oldest first. */
  readonly months: readonly Listing[];
  /** Newest first. */
  readonly articles: readonly Article[];
}

/**
 * Of the stories that do not fill a part yet, the newest are in one smaller by this factor, because they are the ones
 * that change. A reader asks every part, so they are not cut further.
 */
const recentShare = 10;

/** The newest of these are in a part of their own, smaller again by this factor: a new story changes only that part. */
const freshShare = 200;

/** Fewer stories, by this factor, stay together: a small archive would have another part for every reader to ask. */
const apartShare = 50;

/**
 * Cuts the archive by time into parts of whole months, starting with the oldest. A part is full when it holds at least
 * `size` stories. The stories after the last full part are in at most three: one that grows until it is full, recent
 * ones, and the newest months of all, so that a new story changes only a small one.
 *
 * @returns the parts, newest first; none for an empty edition
 */
export function getParts({ listings }: Pick<Edition, 'listings'>, size: number): readonly ArchivePart[] {
  const [full, open] = cutOpen([...listings.month.values()].reverse(), size);
  const [recent, newest] = cutOpen(open, Math.max(1, Math.floor(size / recentShare)));
  // A month that is not over stays with the newest.
  const older = newest.slice(0, -1);
  const isLarge = countStories(older) >= size / apartShare;
  const [settled, fresh] = isLarge ? cut(older, Math.max(1, Math.floor(size / freshShare))) : [[], older];
  const parts = [...full, recent.flat(), settled.flat(), [...fresh, ...newest.slice(-1)]];
  return parts
    .filter(({ length }) => length > 0)
    .map(toPart)
    .reverse();
}

function countStories(months: readonly Listing[]): number {
  return months.reduce((count, { articles }) => count + articles.length, 0);
}

/** Returns the full parts of some months, oldest first, and the months that are left over. */
function cut(months: readonly Listing[], size: number): [(readonly Listing[])[], readonly Listing[]] {
  const full: (readonly Listing[])[] = [];
  let open: Listing[] = [];
  let count = 0;
  for (const month of months) {
    open.push(month);
    count += month.articles.length;
    if (count < size) continue;
    full.push(open);
    [open, count] = [[], 0];
  }
  return [full, open];
}

/** Does the same, but always leaves some over. */
function cutOpen(months: readonly Listing[], size: number): [(readonly Listing[])[], readonly Listing[]] {
  const [full, rest] = cut(months, size);
  return [full, rest.length > 0 ? rest : (full.pop() ?? [])];
}

function toPart(months: readonly Listing[]): ArchivePart {
  return {
    id: months[0]?.id.replace('/', '-') ?? '',
    months,
    articles: months.toReversed().flatMap(({ articles }) => articles),
  };
}
