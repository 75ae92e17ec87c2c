import type { Article } from './article.ts';
import { isFiledAlike } from './edited.ts';
import { getPosition, tellFilings, type Edition } from './edition.ts';
import type { Listing } from './listing.ts';
import { getNear } from './related.ts';
import { toTagId } from './tag.ts';

/** The changed stories of a listing. */
export interface ListingChange {
  /** The number of new ones. */
  readonly added: number;
  /** The position of the oldest one. */
  readonly oldest: number;
}

/** Stories of an edition that are new, gone or different since an earlier one. */
export interface ChangedStories {
  /** Their ids. */
  readonly ids: ReadonlySet<string>;
  /** The listings of the edition that any of them is in, or was. */
  readonly listings: ReadonlyMap<Listing, ListingChange>;
  /** The stories that one of them may be beside, or was: as a related story, or in the box of a storyline. */
  readonly near: ReadonlySet<Article>;
  /** The stories, if all of them are still filed where they were. Otherwise undefined. */
  readonly edited?: readonly Article[] | undefined;
  /** Whether none is gone or filed elsewhere. */
  readonly isGrowth: boolean;
  /** Whether no listing is new or gone. */
  readonly hasSameListings: boolean;
}

/** A story before and after a change. It is missing where it was not, or is no longer, there. */
export interface Change {
  readonly before?: Article | undefined;
  readonly now?: Article | undefined;
}

/**
 * Collects what stories change in an edition. The places must be the same as in the earlier one.
 */
export function collectChanged(edition: Edition, changes: readonly Change[], timeZone: string): ChangedStories {
  const ids = new Set(changes.flatMap(({ before, now }) => [before?.id, now?.id]).filter((id) => id !== undefined));
  const listings = new Map<Listing, ListingChange>();
  const near = new Set<Article>();
  let isAnyGone = false;
  const note = (article: Article, isNew: boolean) => {
    const own = new Set<Listing | undefined>();
    tellFilings(article, edition.gazetteer, timeZone, (kind, id) => own.add(edition.listings[kind].get(id)));
    for (const listing of own) {
      if (!listing) isAnyGone = true;
      else noteListing(listing, article, isNew);
    }
  };
  const noteListing = (listing: Listing, article: Article, isNew: boolean) => {
    const position = getPosition(listing.articles, article);
    const { added, oldest } = listings.get(listing) ?? { added: 0, oldest: 0 };
    const isAdded = isNew && listing.articles[position] === article;
    listings.set(listing, { added: added + (isAdded ? 1 : 0), oldest: Math.max(oldest, position) });
    for (const other of listNear(listing, article, ids)) near.add(other);
  };
  for (const { before, now } of changes) {
    if (before) note(before, false);
    if (now) note(now, before === undefined);
  }
  const edited = changes.flatMap(({ before, now }) => (before && now && isFiledAlike(before, now) ? [now] : []));
  const isNew = ({ articles }: Listing) => articles.every(({ id }) => ids.has(id));
  return {
    ids,
    listings,
    near,
    isGrowth: changes.filter(({ before }) => before).length === edited.length,
    hasSameListings: !isAnyGone && ![...listings.keys()].some(isNew),
    edited: edited.length === changes.length ? edited : undefined,
  };
}

/** Lists the stories of a listing that may show another one, or what it changes for the whole listing. */
function listNear(listing: Listing, article: Article, changed: ReadonlySet<string>): readonly Article[] {
  const { kind, articles } = listing;
  if (kind === 'storyline' || (kind === 'tag' && isRetitled(listing, article, changed))) return articles;
  return kind === 'tag' || kind === 'region' ? getNear(listing, getPosition(articles, article)) : [];
}

/** Returns whether the title of a tag may be another than it was: that of its newest story. */
function isRetitled({ id, title, articles }: Listing, article: Article, changed: ReadonlySet<string>): boolean {
  const before = articles.find((other) => !changed.has(other.id));
  const tags = [article, ...(before ? [before] : [])].flatMap((story) => story.tags);
  return tags.some((tag) => tag !== title && toTagId(tag) === id);
}
