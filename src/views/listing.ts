import type { Article } from '../news/article.ts';
import { countBackPages, getSlice, type Listing, type ListingPage } from '../news/listing.ts';
import { getMainFormat } from '../news/feed.ts';
import { toFeedPath, toListingPath } from '../news/urls.ts';
import { buildListingFacets, noFacets, type ListingFacetsView } from './listing-facets.ts';
import type { Context, DateView, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { toStoryLink, type StoryLink } from './language.ts';
import { buildTeaser, type TeaserView } from './teaser.ts';

/** Stories of one day or month, or of a place's page: those mainly about it and those that also touch it. */
export interface TeaserGroupView {
  readonly heading: DateView | { readonly text: string; readonly machine?: undefined };
  readonly teasers: readonly TeaserView[];
}

/**
 * The links from page to page of a listing, named by the days of their stories, because numbers would change with every
 * new story.
 */
export interface PaginationView {
  readonly newest?: Link | undefined;
  readonly newer?: Link | undefined;
  readonly older?: Link | undefined;
  readonly oldest?: Link | undefined;
}

/** One page of a listing, without the parts of its kind. */
export interface ListingView {
  readonly head: HeadView;
  readonly title: string;
  readonly description: string;
  /** `12 stories`, or on a back page the days of its stories. */
  readonly extent: string;
  readonly groups: readonly TeaserGroupView[];
  /** Whether each story shows its day, because the groups are months. */
  readonly showsDays: boolean;
  readonly pagination?: PaginationView | undefined;
  readonly feed: string;
  /** Whether it is the first page, which introduces its subject. Back pages have only stories. */
  readonly isFirst: boolean;
  /** Subjects of its stories, on the first page only, because the counts change with every story. */
  readonly facets: ListingFacetsView;
}

/** The kind of a listing, above its title, with a link to all of that kind. */
export interface Eyebrow {
  readonly text: string;
  readonly href?: string;
}

/** The title and description of a listing's page, and the way its stories are grouped. */
export interface ListingText {
  readonly title: string;
  readonly description: string;
  /** Whether its stories are always under their days. */
  readonly isDiary?: boolean;
}

/** Builds one page of a listing. Stories are grouped by day where days are busy, otherwise by month. */
export function buildListing(context: Context, listing: Listing, page: ListingPage, text: ListingText): ListingView {
  const { site, words, addresses } = context;
  const isFirst = page === undefined;
  const articles = getSlice(listing, page, site.pageSize);
  const extent = isFirst ? words.stories(listing.articles.length) : toSpan(context, articles);
  const title = isFirst ? text.title : `${text.title}${words.comma}${extent}`;
  const isByDay = text.isDiary || isBusy(context, articles);
  return {
    head: buildHead(context, {
      title,
      description: text.description || words.storiesAbout(text.title),
      path: toListingPath(listing, page),
      feed: { title: text.title, listing },
    }),
    title: text.title,
    description: text.description,
    extent,
    groups: groupTeasers(context, articles, isByDay),
    showsDays: !isByDay,
    pagination: buildPagination(context, listing, page),
    feed: addresses.href(toFeedPath(toListingPath(listing), getMainFormat(listing.kind))),
    isFirst,
    facets: isFirst ? buildListingFacets(context, listing) : noFacets,
  };
}

/** Returns the days from the oldest to the newest of some stories. */
function toSpan({ dates }: Context, articles: readonly Article[]): string {
  const [newest, oldest] = [articles[0], articles.at(-1)];
  return newest && oldest ? dates.span(oldest.published.epochMs, newest.published.epochMs) : '';
}

/** A page is busy if most of its days have more than one story. */
function isBusy({ dates }: Context, articles: readonly Article[]): boolean {
  const days = new Set(articles.map(({ published }) => dates.isoDay(published.epochMs)));
  return articles.length > 1.5 * days.size;
}

function groupTeasers(context: Context, articles: readonly Article[], isByDay: boolean): readonly TeaserGroupView[] {
  const { dates } = context;
  const toKey = ({ published }: Article) => dates.isoDay(published.epochMs).slice(0, isByDay ? 10 : 7);
  return [...Map.groupBy(articles, toKey)].map(([machine, group]) => {
    const epochMs = group[0]?.published.epochMs ?? 0;
    return {
      heading: { machine, text: isByDay ? dates.weekday(epochMs) : dates.month(epochMs) },
      teasers: group.map((article) => buildTeaser(context, article)),
    };
  });
}

function buildPagination(context: Context, listing: Listing, page: ListingPage): PaginationView | undefined {
  const { addresses, words, site } = context;
  const count = countBackPages(listing, site.pageSize);
  if (count === 0) return undefined;
  const toLink = (to: ListingPage, text: string): Link => ({ text, href: addresses.href(toListingPath(listing, to)) });
  const toDated = (to: number, toText: (span: string) => string) =>
    toLink(to, toText(toSpan(context, getSlice(listing, to, site.pageSize))));
  const older = getOlderPage(page, count);
  return {
    newest: page === undefined ? undefined : toLink(undefined, words.newestStories),
    newer: page === undefined || page === count ? undefined : toDated(page + 1, words.newerStories),
    older: older < 1 ? undefined : toDated(older, words.olderStories),
    oldest: older <= 1 ? undefined : toDated(1, words.oldestStories),
  };
}

function getOlderPage(page: ListingPage, backPages: number): number {
  return page === undefined ? backPages : page - 1;
}

/** Returns the back pages to which a page of a listing links by their days. */
export function getPagesBeside(page: ListingPage, backPages: number): readonly number[] {
  const beside = [1, getOlderPage(page, backPages), page === undefined ? 0 : page + 1];
  return beside.filter((other) => other >= 1 && other <= backPages);
}

/** A listing on its index page, such as a topic among all topics. */
export interface IndexEntryView extends Link {
  readonly count: string;
  readonly description?: string | undefined;
  /** The newest story, and its day. Undefined if there is none. */
  readonly newest?:
    { readonly link: StoryLink; readonly date: DateView; readonly globe?: string | undefined } | undefined;
}

/** Builds a listing's entry on its index page. */
export function buildIndexEntry(context: Context, listing: Listing, description?: string): IndexEntryView {
  return {
    text: listing.title,
    href: context.addresses.href(toListingPath(listing)),
    count: context.words.stories(listing.articles.length),
    description,
    newest: listing.articles[0] && buildNewest(context, listing.articles[0]),
  };
}

function buildNewest(context: Context, article: Article): IndexEntryView['newest'] {
  const { published, globe } = buildTeaser(context, article);
  return { link: toStoryLink(context, article), date: published, globe };
}
