import { getModifiedMs, type Article } from '../../news/article.ts';
import type { ChangedStories, ListingChange } from '../../news/changed.ts';
import {
  countBackPages,
  getPages,
  getSlice,
  getStretch,
  type Listing,
  type ListingKind,
  type ListingPage,
} from '../../news/listing.ts';
import { getListingsWith } from '../../news/edited.ts';
import { paths, toListingPath } from '../../news/urls.ts';
import { buildListingGraph } from '../../syndication/structured-data/pages.ts';
import type { Context } from '../../views/context.ts';
import { buildAuthorPage } from '../../views/author.ts';
import { buildListing, getPagesBeside, type Eyebrow, type ListingView } from '../../views/listing.ts';
import { planRegionMap, planStorylineMap, type MapPlan } from '../../views/map.ts';
import { buildMonth, getMonthsBeside } from '../../views/month.ts';
import { getPlace } from '../../views/place.ts';
import {
  buildEmptyRegion,
  buildRegion,
  buildSurroundings,
  getEmptyRegions,
  getPlacesAround,
  getStoriesAround,
} from '../../views/region.ts';
import { buildStoryline } from '../../views/storyline.ts';
import { describeListing, describePlaces, describeStories, describeStretch, describeSubjects } from './inputs.ts';
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
  /** Shown above the title. */
  readonly eyebrow?: Eyebrow | undefined;
}

/** The parts in which one kind of listing differs from others. */
interface ListingRules<View extends ListingView> extends Pick<
  PageKind<ListingSubject, ListingContent<View>>,
  'route' | 'getText' | 'anchors'
> {
  buildView(context: Context, listing: Listing, page: ListingPage): View;
  planMap?(context: Context, listing: Listing): MapPlan | undefined;
  getEyebrow?(context: Context, id: string): Eyebrow | undefined;
  isPromised?(context: Context, id: string): boolean;
  /** Set if the first page tells something of all its stories, such as the time that it takes to read them. */
  readonly isSummedUp?: true;
}

/** Returns whether a page of a listing tells nothing of changed stories, nor of other listings that they are in. */
function isApart(context: Context, listing: Listing, page: ListingPage, changed: ChangedStories): boolean {
  const { listings, hasSameListings, isGrowth } = changed;
  const { kind, id } = listing;
  const change = listings.get(listing);
  // The milestones of a storyline link to stories that need not be in it.
  if (kind === 'storyline' || (kind === 'month' && !hasSameListings)) return false;
  if (change) return isGrowth && isFarBack(context, listing, page, change);
  if (kind !== 'region' || page !== undefined) return true;
  const around = getPlacesAround(context, getPlace(context, id));
  return hasSameListings && !around.some((place) => isIn(context, place.id, listings));
}

/** Returns whether the stories of a back page, and of the pages beside it, are older than those that have changed. */
function isFarBack({ site }: Context, listing: Listing, page: ListingPage, { added, oldest }: ListingChange): boolean {
  const { pageSize } = site;
  const count = countBackPages(listing, pageSize);
  const before = { articles: { length: listing.articles.length - added } };
  if (page === undefined || page === count || countBackPages(before, pageSize) !== count) return false;
  return getStretch(listing, page, pageSize).from - pageSize > oldest;
}

function isIn({ edition }: Context, region: string, listings: ChangedStories['listings']): boolean {
  const listing = edition.listings.region.get(region);
  return listing !== undefined && listings.has(listing);
}

/** Creates the pages of a kind of listing. Only the first page is in the sitemap and can be permanent. */
function createListingPages<View extends ListingView>(
  kind: ListingKind,
  { buildView, planMap, getEyebrow, isPromised, isSummedUp, ...rules }: ListingRules<View>,
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
        eyebrow: getEyebrow?.(context, id),
      };
    },
    getInputs: (context, { id, page }) => describePage(context, getListing(context, kind, id), page),
    shows: (context, { id, page }, article) => {
      const listing = getListing(context, kind, id);
      const isListed = getListingsWith(context.edition)(article).has(listing);
      const isSummed = isSummedUp && page === undefined;
      return isListed && (isSummed || getSlice(listing, page, context.site.pageSize).includes(article));
    },
    isApart: (context, { id, page }, changed) => isApart(context, getListing(context, kind, id), page, changed),
    getModifiedMs: (context, { id, page }) =>
      page === undefined ? getLatestMs(getListing(context, kind, id).articles) : undefined,
    isPermanent: (context, { id, page }) => page === undefined && (isPromised?.(context, id) ?? false),
  };
}

/**
 * Describes everything that a page of a listing may show: its own stories, those whose days its links name, the one that
 * the listing begins with, and on the first page the counts of all.
 */
function describePage(context: Context, listing: Listing, page: ListingPage): unknown {
  const { pageSize } = context.site;
  const count = countBackPages(listing, pageSize);
  const describe = (at: ListingPage) => describeStretch(context, getStretch(listing, at, pageSize));
  const { length } = listing.articles;
  return [
    listing.title,
    count,
    describe(page),
    describeSubject(context, listing),
    describeStretch(context, { listing, from: Math.max(0, length - 1), to: length }),
    getPagesBeside(page, count).map(describe),
    ...(page === undefined ? describeFirstPage(context, listing) : []),
  ];
}

/** Describes the counts that are on the first page of a listing, and the names beside them. */
function describeFirstPage(context: Context, listing: Listing): readonly unknown[] {
  const { kind, id } = listing;
  const around = kind === 'region' ? buildSurroundings(context, getPlace(context, id)) : undefined;
  return [describeListing(context, listing), describeSubjects(context), around];
}

/** Describes what the newsroom has written about the subject of a listing. */
function describeSubject(context: Context, { kind, id }: Listing): unknown {
  const { topics, storylines, authors, byId } = context.edition;
  if (kind === 'topic') return topics.get(id);
  if (kind === 'author') return authors.get(id);
  if (kind === 'month') return getMonthsBeside(context, id).map((month) => month?.id);
  if (kind !== 'storyline') return kind === 'region' ? describePlaces(context) : undefined;
  const storyline = storylines.get(id);
  return [storyline, storyline?.milestones.map(({ article = '' }) => byId.has(article))];
}

/** Topics. */
export const topicPages = createListingPages('topic', {
  route: 'topics/[id]/[...page].astro',
  buildView: (context, listing, page) => {
    const { title, description = '' } = context.edition.topics.get(listing.id) ?? { title: listing.id };
    return buildListing(context, listing, page, { title, description });
  },
  getEyebrow: ({ words, addresses }) => ({ text: words.topic, href: addresses.href(paths.topics) }),
  isPromised: () => true,
});

/** Storylines, each with its own text on the first page. */
export const storylinePages = createListingPages('storyline', {
  route: 'storylines/[id]/[...page].astro',
  buildView: buildStoryline,
  planMap: planStorylineMap,
  getEyebrow: ({ words, addresses }) => ({ text: words.storyline, href: addresses.href(paths.storylines) }),
  getText: ({ edition }, { id, page }) => {
    const storyline = edition.storylines.get(id);
    return storyline && page === undefined ? toTextReference(storyline) : undefined;
  },
  anchors: ['content'],
  isPromised: () => true,
  isSummedUp: true,
});

/** Authors and desks. */
export const authorPages = createListingPages('author', {
  route: 'authors/[id]/[...page].astro',
  buildView: buildAuthorPage,
  getEyebrow: ({ edition }, id) => {
    const role = edition.authors.get(id)?.role;
    return role === undefined ? undefined : { text: role };
  },
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
  getEyebrow: ({ words, addresses }) => ({ text: words.tag, href: addresses.href(paths.tags) }),
});

/** Places without stories. */
export const emptyRegionPages = {
  route: 'regions/[id]/index.astro',
  list: (context) => getEmptyRegions(context).map(({ id }) => id),
  toPath: (id) => toListingPath({ kind: 'region', id }),
  build: (context, id) => ({ view: buildEmptyRegion(context, getPlace(context, id)) }),
  getInputs: (context, id) => {
    const region = getPlace(context, id);
    const stories = getStoriesAround(context, region);
    return [
      describePlaces(context),
      buildSurroundings(context, region),
      stories?.id,
      stories && describeStories(context, stories.articles),
    ];
  },
  shows: (context, id, article) =>
    getStoriesAround(context, getPlace(context, id))?.articles.includes(article) === true,
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
