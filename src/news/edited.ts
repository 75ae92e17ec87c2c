import { memoize } from '../core/memo.ts';
import type { Article } from './article.ts';
import type { Edition } from './edition.ts';
import type { Listing } from './listing.ts';

/** Fields of a story that decide neither where it is filed nor whether it agrees with others. */
const ownFields = { title: '', summary: '', textHash: '', wordCount: 0, credit: '', keyPoints: [], sources: [] };

/** Returns whether a story is filed as it was: an edit has changed only what its readers read. */
export function isFiledAlike(before: Article, after: Article): boolean {
  const [old, now] = [before, after].map((article) => JSON.stringify({ ...ownFields, ...article, ...ownFields }));
  return old === now;
}

/**
 * Returns an edition at a later instant, with other versions of some stories that are filed as they were. Everything
 * else must be the same at both instants. Whatever holds none of the stories is the same object as before.
 *
 * @param edited the new stories by the old ones
 */
export function replaceStories(edition: Edition, edited: ReadonlyMap<Article, Article>, nowMs: number): Edition {
  const replace = (articles: readonly Article[]) => replaceAll(articles, edited);
  const replaceIn = (listings: ReadonlyMap<string, Listing>) =>
    new Map([...listings].map(([id, listing]) => [id, replaceInListing(listing, edited)] as const));
  const { topic, tag, region, storyline, author, month } = edition.listings;
  return Object.freeze({
    ...edition,
    articles: replace(edition.articles),
    withdrawn: replace(edition.withdrawn),
    corrected: replace(edition.corrected),
    byId: new Map([...edition.byId].map(([id, article]) => [id, edited.get(article) ?? article])),
    listings: Object.freeze({
      topic: replaceIn(topic),
      tag: replaceIn(tag),
      region: replaceIn(region),
      storyline: replaceIn(storyline),
      author: replaceIn(author),
      month: replaceIn(month),
    }),
    instantMs: nowMs,
  });
}

/** Replaces stories of a list, which stays the same object if it has none of them. */
export function replaceAll(articles: readonly Article[], edited: ReadonlyMap<Article, Article>): readonly Article[] {
  if (!articles.some((article) => edited.has(article))) return articles;
  return Object.freeze(articles.map((article) => edited.get(article) ?? article));
}

function replaceInListing(listing: Listing, edited: ReadonlyMap<Article, Article>): Listing {
  const articles = replaceAll(listing.articles, edited);
  return articles === listing.articles ? listing : Object.freeze({ ...listing, articles });
}

/** Returns a function that collects all listings with a story. */
export const getListingsWith: (edition: Edition) => (article: Article) => ReadonlySet<Listing> = memoize(
  ({ listings }) => {
    const all = Object.values(listings).flatMap((byId) => [...byId.values()]);
    return memoize((article) => new Set(all.filter(({ articles }) => articles.includes(article))));
  },
  1,
);
