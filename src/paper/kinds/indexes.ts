import type { Listing } from '../../news/listing.ts';
import { getLatestNoticeMs } from '../../news/notices.ts';
import { paths, toListingPath, toPagePath, toPeriodPath, toYearPath } from '../../news/urls.ts';
import { buildFrontGraph, buildPageGraph } from '../../syndication/structured-data/pages.ts';
import { buildFeeds } from '../../views/feeds.ts';
import type { Context } from '../../views/context.ts';
import { buildCorrectionsLog, buildNoticeMonth, countCorrectionPages } from '../../views/corrections-log.ts';
import { buildFront, getFrontReach } from '../../views/front.ts';
import type { HeadView } from '../../views/head.ts';
import { buildAuthorIndex, buildStorylineIndex, buildTopicIndex } from '../../views/listing-index.ts';
import { planArticleMap } from '../../views/map.ts';
import { buildRegionIndex, getPeriods } from '../../views/region-index.ts';
import { buildSearch } from '../../views/search.ts';
import { buildNotFound, buildOffline } from '../../views/standing-page.ts';
import { buildTagIndex, countTagPages } from '../../views/tag-index.ts';
import { buildYear, listYears } from '../../views/year.ts';
import { describeListing, describePlaces, describeStories } from './inputs.ts';
import { createSingle, type PageKind } from './page-kind.ts';
import { getLatestMs } from './listings.ts';

/** The front page. */
export const frontPage = createSingle(
  'index.astro',
  paths.front,
  (context) => {
    const view = buildFront(context);
    const lead = context.edition.byId.get(view.lead?.id ?? '');
    return { view, graph: buildFrontGraph(context), map: lead && planArticleMap(context, lead) };
  },
  { getModifiedMs: getEditionMs, getInputs: describeFront },
);

/** Describes the stories that may be on the front page, and the counts of everything that it lists. */
function describeFront(context: Context): unknown {
  const { modifiedMs, articles, byId, corrected, front, gazetteer, listings, withdrawn } = context.edition;
  const reach = getFrontReach(context);
  const describe = (listing: Listing) => {
    const { id, title, articles: own } = listing;
    return [id, title, own.length, describeStories(context, own.slice(0, reach))];
  };
  const [newest] = listings.month.values();
  const chosen = [front.lead ?? '', ...front.seconds].flatMap((id) => byId.get(id) ?? []);
  return [
    modifiedMs,
    describePlaces(context),
    [front, describeStories(context, chosen), describeStories(context, articles.slice(0, reach))],
    newest && describeListing(context, newest),
    [...listings.topic.values(), ...[...listings.month.values()].slice(0, reach)].map(describe),
    gazetteer.world.children.flatMap(({ id }) => listings.region.get(id) ?? []).map(describe),
    [...listings.storyline.values()].map(describe),
    describeStories(context, corrected.slice(0, reach)),
    describeStories(context, withdrawn),
  ];
}

/** Every page that lists stories changes with every story. */
function getEditionMs({ edition }: Context): number {
  return edition.modifiedMs;
}

/** Creates the page of an index that has one page. */
function createIndexPage<View extends { readonly head: HeadView }>(
  route: string,
  path: string,
  buildView: (context: Context) => View,
  getModifiedMs: (context: Context) => number = getEditionMs,
) {
  return createSingle(route, path, (context) => withGraph(context, buildView(context)), { getModifiedMs });
}

function withGraph<View extends { readonly head: HeadView }>(context: Context, view: View) {
  return { view, graph: buildPageGraph(context, 'CollectionPage', view.head) };
}

/** Creates the pages of an index that has several, counted from 1. */
function createNumberedPages<View extends { readonly head: HeadView }>(
  route: string,
  root: string,
  count: (context: Context) => number,
  buildView: (context: Context, page: number) => View,
  getModifiedMs: (context: Context) => number = getEditionMs,
) {
  return {
    route,
    list: (context) => Array.from({ length: count(context) }, (_, index) => index + 1),
    toPath: (page) => toPagePath(root, page),
    build: (context, page) => withGraph(context, buildView(context, page)),
    getModifiedMs: (context, page) => (page === 1 ? getModifiedMs(context) : undefined),
  } satisfies PageKind<number, object>;
}

export const topicIndex = createIndexPage('topics/index.astro', paths.topics, buildTopicIndex);
export const storylineIndex = createIndexPage('storylines/index.astro', paths.storylines, buildStorylineIndex);
export const authorIndex = createIndexPage('authors/index.astro', paths.authors, buildAuthorIndex);
export const feedIndex = createIndexPage('feeds.astro', paths.feeds, buildFeeds, () => 0);
export const tagIndex = createNumberedPages('tags/[...page].astro', paths.tags, countTagPages, buildTagIndex);
export const correctionsLog = createNumberedPages(
  'corrections/[...page].astro',
  paths.corrections,
  countCorrectionPages,
  buildCorrectionsLog,
  ({ edition: { corrected } }) => (corrected[0] ? getLatestNoticeMs(corrected[0]) : 0),
);

/** Months of the archive whose stories have all been withdrawn. */
export const noticeMonths = {
  route: '[year]/[month]/index.astro',
  list: ({ edition }) => edition.noticeMonths,
  toPath: (id) => toListingPath({ kind: 'month', id }),
  build: (context, id) => ({ view: buildNoticeMonth(context, id) }),
} satisfies PageKind<string, object>;

/** Years of the archive. */
export const yearPages = {
  route: '[year]/index.astro',
  list: ({ edition }) => listYears(edition),
  toPath: toYearPath,
  build: (context, year) => withGraph(context, buildYear(context, year)),
  getModifiedMs: getPeriodMs,
} satisfies PageKind<string, object>;

/** The indexes of places, for the whole archive, its years and its months. */
export const regionIndexes = {
  route: 'regions/[...period].astro',
  list: getPeriods,
  toPath: toPeriodPath,
  build: (context, period) => withGraph(context, buildRegionIndex(context, period)),
  getInputs: describePeriod,
  // It counts stories.
  shows: () => false,
  isApart: (context, period, { listings, hasSameListings }) =>
    hasSameListings && period !== '' && !listMonths(context, period).some((month) => listings.has(month)),
  getModifiedMs: (context, period) => (period === '' ? getEditionMs(context) : getPeriodMs(context, period)),
} satisfies PageKind<string, object>;

/** Describes the stories of a period, and the years and months that its page links to. */
function describePeriod(context: Context, period: string): unknown {
  const { years } = context.edition;
  const [year = ''] = period.split('/');
  const stories = listMonths(context, period).map((month) => describeListing(context, month));
  return [describePlaces(context), [...years.keys()], years.get(year), stories];
}

function listMonths({ edition: { years, listings } }: Context, period: string): readonly Listing[] {
  const ids = period === '' ? [...listings.month.keys()] : (years.get(period) ?? [period]);
  return ids.flatMap((id) => listings.month.get(id) ?? []);
}

/** Returns when a story of a year or month last changed. */
function getPeriodMs(context: Context, period: string): number {
  return Math.max(0, ...listMonths(context, period).map(({ articles }) => getLatestMs(articles)));
}

/** The search page. */
export const searchPage = createSingle('search.astro', paths.search, (context) => ({ view: buildSearch(context) }));

/** The page for addresses that do not exist. */
export const notFoundPage = createSingle('404.astro', '/404/', (context) => ({ view: buildNotFound(context) }));

/** The page shown when another page cannot be loaded without a network. */
export const offlinePage = createSingle('offline.astro', paths.offline, (context) => ({ view: buildOffline(context) }));
