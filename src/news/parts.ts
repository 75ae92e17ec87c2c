import type { Article } from './article.ts';
import type { Edition } from './edition.ts';
import type { Listing } from './listing.ts';

/** A stretch of the archive whose stories are indexed together. */
export interface ArchivePart {
  /** Its first month, `2019-03`. It stays the same when stories are added later. */
  readonly id: string;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/**
 * The newest stories are kept in parts smaller by this factor until they fill a whole part, because they are the ones
 * that change.
 */
const recentShare = 5;

/** The newest of these are in a part of their own, smaller again by this factor: a new story changes only that part. */
const freshShare = 25;

/**
 * Cuts the archive by time into parts of whole months, starting with the oldest. A part is full when it holds at least
 * `size` stories. The newest stories are cut into smaller parts the same way, and the newest months of all are apart
 * until they fill a part, so that a new story changes only a small one.
 *
 * @returns the parts, newest first; none for an empty edition
 */
export function getParts({ listings }: Pick<Edition, 'listings'>, size: number): readonly ArchivePart[] {
  const [full, rest] = cut([...listings.month.values()].reverse(), size);
  const open = rest.length > 0 ? rest : (full.pop() ?? []);
  const [recent, newest] = cut(open, Math.max(1, Math.floor(size / recentShare)));
  // A month that is not over stays with the newest.
  const [settled, fresh] = cut(newest.slice(0, -1), Math.max(1, Math.floor(size / freshShare)));
  const parts = [...full, ...recent, settled.flat(), [...fresh, ...newest.slice(-1)]];
  return parts
    .filter(({ length }) => length > 0)
    .map(toPart)
    .reverse();
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

function toPart(months: readonly Listing[]): ArchivePart {
  return {
    id: months[0]?.id.replace('/', '-') ?? '',
    articles: months.toReversed().flatMap(({ articles }) => articles),
  };
}
