import { memoize } from '../core/memo.ts';
import type { Article } from './article.ts';
import type { ListingKind } from './listing.ts';
import type { Newsroom } from './newsroom.ts';
import { createGazetteer, type PlacesConfig } from './region.ts';
import { toListingPath } from './urls.ts';
import { isUpcoming } from './visibility.ts';

/** The parts of a newsroom whose names can tell of a story. */
type Named = Pick<Newsroom, 'topics' | 'authors' | 'storylines' | 'places'>;

/**
 * Removes the topics, authors, storylines, groups and places beyond the Earth whose every story is a draft or under
 * embargo: their names alone would reveal it. Those without any story stay, and so do those that were public once,
 * through a story or a list of published addresses.
 *
 * @param published addresses that are written down
 */
export function withholdUpcoming(newsroom: Newsroom, nowMs: number, published: ReadonlySet<string> = new Set()): Named {
  if (!newsroom.articles.some((article) => isUpcoming(article, nowMs))) return newsroom;
  const [upcoming, announced] = [new Set<string>(), new Set<string>()];
  const listPlaces = createPlacesList(newsroom.places);
  for (const article of newsroom.articles) {
    const addresses = isUpcoming(article, nowMs) ? upcoming : announced;
    for (const address of [...listSubjects(article), ...article.regions.flatMap(listPlaces)]) addresses.add(address);
  }
  const isAnnounced = (kind: ListingKind, id: string) => {
    const address = toListingPath({ kind, id });
    return announced.has(address) || published.has(address) || !upcoming.has(address);
  };
  return {
    topics: newsroom.topics.filter(({ id }) => isAnnounced('topic', id)),
    authors: newsroom.authors.filter(({ id }) => isAnnounced('author', id)),
    storylines: newsroom.storylines.filter(({ id }) => isAnnounced('storyline', id)),
    places: filterPlaces(newsroom.places, (id) => isAnnounced('region', id)),
  };
}

function listSubjects({ topic, authors, storylines }: Article): readonly string[] {
  return [
    toListingPath({ kind: 'topic', id: topic }),
    ...authors.map((id) => toListingPath({ kind: 'author', id })),
    ...storylines.map((id) => toListingPath({ kind: 'storyline', id })),
  ];
}

/** Creates a function that lists, by address, the newsroom's own places that a story about a place counts for. */
function createPlacesList(places: PlacesConfig): (code: string) => readonly string[] {
  const { getRollUp } = createGazetteer(places, 'en');
  return memoize((code) =>
    getRollUp(code)
      .filter(({ level }) => level === 'group' || level === 'beyond')
      .map(({ id }) => toListingPath({ kind: 'region', id })),
  );
}

function filterPlaces(places: PlacesConfig, isKept: (id: string) => boolean): PlacesConfig {
  const keep = <T>(record: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => isKept(id)));
  return { ...places, groups: keep(places.groups), beyond: keep(places.beyond) };
}
