import type { Article } from './article.ts';
import { isFiledAlike } from './edited.ts';
import { getPosition, tellFilings, type Edition } from './edition.ts';
import type { Listing } from './listing.ts';
import { getNear } from './related.ts';
import { toTagId } from './tag.ts';

/** Stories of an edition that are new, gone or different since an earlier one. */
export interface ChangedStories {
  /** Their ids. */
  readonly ids: ReadonlySet<string>;
  /** The listings of the edition that any of them is in, or was. */
  readonly listings: ReadonlySet<Listing>;
  /** The stories that one of them may be beside, or was: as a related story, or in the box of a storyline. */
  readonly near: ReadonlySet<Article>;
  /** The stories, if all of them are still filed where they were. Otherwise undefined. */
  readonly edited?: readonly Article[] | undefined;
  /** Whether none is gone or filed elsewhere. */
  readonly isGrowth: boolean;
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
  const versions = changes.flatMap(({ before, now }) => [before, now]).filter((article) => article !== undefined);
  const ids = new Set(versions.map(({ id }) => id));
  const listings = new Set<Listing>();
  const near = new Set<Article>();
  for (const article of versions) {
    tellFilings(article, edition.gazetteer, timeZone, (kind, id) => {
      const listing = edition.listings[kind].get(id);
      if (!listing) return;
      listings.add(listing);
      for (const other of listNear(listing, article, ids)) near.add(other);
    });
  }
  const edited = changes.flatMap(({ before, now }) => (before && now && isFiledAlike(before, now) ? [now] : []));
  const isGrowth = changes.filter(({ before }) => before).length === edited.length;
  return { ids, listings, near, isGrowth, edited: edited.length === changes.length ? edited : undefined };
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
