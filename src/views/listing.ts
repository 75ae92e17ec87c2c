import type { Article } from '../news/article.ts';
import { getSlice, type Listing, type ListingSlice } from '../news/listing.ts';
import { toFeedPath, toListingPath } from '../news/urls.ts';
import type { Context, DateView, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { buildTeaser, type TeaserView } from './teaser.ts';

/** Stories of one day or month. */
export interface TeaserGroupView {
  readonly heading: DateView;
  readonly teasers: readonly TeaserView[];
}

/** The way from page to page of a listing. */
export interface PaginationView {
  /** `Page 2 of 7` */
  readonly text: string;
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
  /** The first, the last, and those around this one. */
  readonly pages: readonly { readonly href: string; readonly text: string; readonly isThis: boolean }[];
}

/** One page of a listing, but for what its kind adds. */
export interface ListingView {
  readonly head: HeadView;
  readonly title: string;
  readonly description: string;
  /** `12 stories` */
  readonly count: string;
  readonly groups: readonly TeaserGroupView[];
  /** Each story shows its day, because the groups are months. */
  readonly showsDays: boolean;
  readonly pagination?: PaginationView | undefined;
  readonly feed: string;
  readonly page: number;
}

/** What a kind of listing says of itself. */
export interface ListingText {
  readonly title: string;
  readonly description: string;
}

/** Builds one page of a listing; stories are grouped by day where days are busy, else by month. */
export function buildListing(context: Context, listing: Listing, page: number, text: ListingText): ListingView {
  const { site, words, addresses } = context;
  const slice = getSlice(listing, page, site.pageSize);
  const title = page > 1 ? `${text.title}, ${words.pageOf(page, slice.pageCount)}` : text.title;
  const isByDay = isBusy(context, slice.articles);
  return {
    head: buildHead(context, {
      title,
      description: text.description || words.storiesAbout(text.title),
      path: toListingPath(listing, page),
      feed: { title: text.title, listingPath: toListingPath(listing) },
    }),
    title: text.title,
    description: text.description,
    count: words.stories(listing.articles.length),
    groups: groupTeasers(context, slice.articles, isByDay),
    showsDays: !isByDay,
    pagination: buildPagination(context, listing, slice),
    feed: addresses.href(toFeedPath(toListingPath(listing))),
    page,
  };
}

/** On a busy page most days have more than one story. */
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

function buildPagination(
  { addresses, words }: Context,
  listing: Listing,
  { page, pageCount }: ListingSlice,
): PaginationView | undefined {
  if (pageCount < 2) return undefined;
  const toHref = (number: number) => addresses.href(toListingPath(listing, number));
  const near = [1, page - 1, page, page + 1, pageCount].filter((number) => number >= 1 && number <= pageCount);
  return {
    text: words.pageOf(page, pageCount),
    newer: page > 1 ? toHref(page - 1) : undefined,
    older: page < pageCount ? toHref(page + 1) : undefined,
    pages: [...new Set(near)].map((number) => ({
      href: toHref(number),
      text: words.number(number),
      isThis: number === page,
    })),
  };
}

/** A listing on its index page, such as a topic among all topics. */
export interface IndexEntryView extends Link {
  readonly count: string;
  readonly description?: string | undefined;
  /** The newest story's day; undefined while there is none. */
  readonly latest?: DateView | undefined;
}

/** Builds a listing's entry on its index page. */
export function buildIndexEntry(context: Context, listing: Listing, description?: string): IndexEntryView {
  const { addresses, words, dates } = context;
  const newest = listing.articles[0];
  return {
    text: listing.title,
    href: addresses.href(toListingPath(listing)),
    count: words.stories(listing.articles.length),
    description,
    latest: newest && {
      text: words.latestOn(dates.day(newest.published.epochMs)),
      machine: dates.machine(newest.published),
    },
  };
}
