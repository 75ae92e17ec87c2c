import type { Article } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import { toListingPath, toSearchPath } from '../news/urls.ts';
import type { Context, CountedLink } from './context.ts';

/** The other subjects of a listing's stories, the most frequent first. */
export interface ListingFacetsView {
  /** Each links to a search for both. A place's listing has none, because its page lists the places within it. */
  readonly places: readonly CountedLink[];
  /** Each links to a search for both. */
  readonly topics: readonly CountedLink[];
  readonly storylines: readonly CountedLink[];
}

/** The maximum number of entries of each kind. */
const shown = 12;

/** A shorter listing needs no facets. */
const minStories = 8;

export const noFacets: ListingFacetsView = { places: [], topics: [], storylines: [] };

/** Returns whether there is anything to show. */
export function hasFacets({ places, topics, storylines }: ListingFacetsView): boolean {
  return places.length + topics.length + storylines.length > 0;
}

/** Counts the subjects of a listing's stories. */
export function buildListingFacets(context: Context, listing: Listing): ListingFacetsView {
  const { edition, addresses, words } = context;
  const subject = toSearchFields(listing);
  const toBoth = (fields: Readonly<Record<string, string>>) => addresses.href(toSearchPath({ ...subject, ...fields }));
  const count = (kind: Listing['kind'], getIds: (article: Article) => readonly string[]) =>
    listing.kind === kind || listing.articles.length < minStories
      ? []
      : countBy(listing.articles, getIds).slice(0, shown);
  return {
    places: count('region', ({ regions }) => regions).flatMap(([code, stories]) => {
      const place = edition.gazetteer.byCode.get(code);
      return place ? [{ text: place.title, href: toBoth({ region: place.id }), count: words.number(stories) }] : [];
    }),
    topics: count('topic', ({ topic }) => [topic]).map(([id, stories]) => ({
      text: edition.topics.get(id)?.title ?? id,
      href: toBoth({ topic: id }),
      count: words.number(stories),
    })),
    storylines: count('storyline', ({ storylines }) => storylines).flatMap(([id, stories]) => {
      const storyline = edition.listings.storyline.get(id);
      return storyline
        ? [{ text: storyline.title, href: addresses.href(toListingPath(storyline)), count: words.number(stories) }]
        : [];
    }),
  };
}

/** Returns the query of a search within a listing. */
function toSearchFields({ kind, id }: Listing): Readonly<Record<string, string>> {
  if (kind !== 'month') return { [kind]: id };
  const month = id.replace('/', '-');
  return { from: month, to: month };
}

/** Counts stories by any ids they have, the most frequent first. */
function countBy(articles: readonly Article[], getIds: (article: Article) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const article of articles) for (const id of getIds(article)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
