import { getModifiedMs, type Article } from '../../news/article.ts';
import { getPages, type Listing, type ListingKind, type ListingPage } from '../../news/listing.ts';
import { toListingPath } from '../../news/urls.ts';
import { buildListingGraph } from '../../syndication/structured-data/pages.ts';
import type { Context } from '../../views/context.ts';
import { buildListing, type ListingView } from '../../views/listing.ts';
import { planRegionMap, planStorylineMap, type MapPlan } from '../../views/map.ts';
import { buildMonth } from '../../views/month.ts';
import { getPlace } from '../../views/place.ts';
import { buildEmptyRegion, buildRegion, getEmptyRegions } from '../../views/region.ts';
import { buildStoryline } from '../../views/storyline.ts';
import { toSharedFingerprint } from './fingerprint.ts';
import { toTextReference, type PageKind } from './page-kind.ts';

/** A page of a listing. */
interface ListingSubject {
  readonly id: string;
  readonly page: ListingPage;
}

/** The content of a page of a listing. */
export interface ListingContent<View extends ListingView = ListingView> {
  readonly view: View;
  readonly graph: object;
  /** The map of its subject, on the first page. */
  readonly map: MapPlan | undefined;
  /** Shown above the title. Empty if there is nothing to show. */
  readonly eyebrow: string;
}

/** The parts in which one kind of listing differs from others. */
interface ListingRules<View extends ListingView> extends Pick<
  PageKind<ListingSubject, ListingContent<View>>,
  'route' | 'getText' | 'anchors'
> {
  buildView(context: Context, listing: Listing, page: ListingPage): View;
  planMap?(context: Context, listing: Listing): MapPlan | undefined;
  getEyebrow?(context: Context, id: string): string;
  isPromised?(context: Context, id: string): boolean;
}

/** Creates the pages of a kind of listing. Only the first page is in the sitemap and can be permanent. */
function createListingPages<View extends ListingView>(
  kind: ListingKind,
  { buildView, planMap, getEyebrow, isPromised, ...rules }: ListingRules<View>,
): PageKind<ListingSubject, ListingContent<View>> {
  return {
    ...rules,
    list: ({ edition, site }) =>
      [...edition.listings[kind].values()].flatMap((listing) =>
        getPages(listing, site.pageSize).map((page) => ({ id: listing.id, page })),
      ),
    toPath: ({ id, page }) => toListingPath({ kind, id }, page),
    build: (context, { id, page }) => {
      const listing = getListing(context, kind, id);
      const view = buildView(context, listing, page);
      return {
        view,
        graph: buildListingGraph(context, listing, page, view),
        map: page === undefined ? planMap?.(context, listing) : undefined,
        eyebrow: getEyebrow?.(context, id) ?? '',
      };
    },
    // A story is on twenty listings.
    abridge: ({ view: { groups, ...view }, ...content }) => [
      content,
      view,
      groups.map(({ heading, teasers }) => [heading, teasers.map(toSharedFingerprint)]),
    ],
    getModifiedMs: (context, { id, page }) =>
      page === undefined ? getLatestMs(getListing(context, kind, id).articles) : undefined,
    isPermanent: (context, { id, page }) => page === undefined && (isPromised?.(context, id) ?? false),
  };
}

/** Topics. */
export const topicPages = createListingPages('topic', {
  route: 'topics/[id]/[...page].astro',
  buildView: (context, listing, page) => {
    const { title, description = '' } = context.edition.topics.get(listing.id) ?? { title: listing.id };
    return buildListing(context, listing, page, { title, description });
  },
  getEyebrow: ({ words }) => words.topic,
  isPromised: () => true,
});

/** Storylines, each with its own text on the first page. */
export const storylinePages = createListingPages('storyline', {
  route: 'storylines/[id]/[...page].astro',
  buildView: buildStoryline,
  planMap: planStorylineMap,
  getEyebrow: ({ words }) => words.storyline,
  getText: ({ edition }, { id, page }) => {
    const storyline = edition.storylines.get(id);
    return storyline && page === undefined ? toTextReference(storyline) : undefined;
  },
  anchors: ['content'],
  isPromised: () => true,
});

/** Authors and desks. */
export const authorPages = createListingPages('author', {
  route: 'authors/[id]/[...page].astro',
  buildView: (context, listing, page) => {
    const { name, bio = '' } = context.edition.authors.get(listing.id) ?? { name: listing.id };
    return buildListing(context, listing, page, { title: name, description: bio });
  },
  getEyebrow: ({ edition }, id) => edition.authors.get(id)?.role ?? '',
  isPromised: () => true,
});

/** Places with stories. */
export const regionPages = createListingPages('region', {
  route: 'regions/[id]/[...page].astro',
  buildView: buildRegion,
  planMap: (context, { id }) => planRegionMap(context, getPlace(context, id)),
  isPromised: isOwnPlace,
});

/** Months of the archive. */
export const monthPages = createListingPages('month', {
  route: '[year]/[month]/[...page].astro',
  buildView: buildMonth,
});

/** Tags. */
export const tagPages = createListingPages('tag', {
  route: 'tags/[id]/[...page].astro',
  buildView: (context, listing, page) =>
    buildListing(context, listing, page, { title: listing.title, description: '' }),
  getEyebrow: ({ words }) => words.tag,
});

/** Places without stories. */
export const emptyRegionPages = {
  route: 'regions/[id]/index.astro',
  list: (context) => getEmptyRegions(context).map(({ id }) => id),
  toPath: (id) => toListingPath({ kind: 'region', id }),
  build: (context, id) => ({ view: buildEmptyRegion(context, getPlace(context, id)) }),
  isPermanent: isOwnPlace,
} satisfies PageKind<string, object>;

/**
 * Groups and places beyond the Earth are the newsroom's own. The places of the world belong to the program and need no
 * permanence.
 */
function isOwnPlace(context: Context, id: string): boolean {
  const { level } = getPlace(context, id);
  return level === 'group' || level === 'beyond';
}

function getListing({ edition }: Context, kind: ListingKind, id: string): Listing {
  const listing = edition.listings[kind].get(id);
  if (!listing) throw new Error(`There is no ${kind} ${id}.`);
  return listing;
}

/** Returns when any of some stories last changed, in milliseconds since 1970. 0 for none. */
export function getLatestMs(articles: readonly Article[]): number {
  return articles.reduce((latest, article) => Math.max(latest, getModifiedMs(article)), 0);
}
