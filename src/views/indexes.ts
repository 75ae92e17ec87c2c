import { compareText } from '../core/issue.ts';
import type { Listing, ListingKind } from '../news/listing.ts';
import { feedMediaTypes, getFeedFormats } from '../news/feed.ts';
import { paths, toFeedPath, toListingPath, toPagePath, toYearPath, type FeedFormat } from '../news/urls.ts';
import type { Context, CountedLink, DateView, Link } from './context.ts';
import { buildCorrection, type CorrectionView } from './correction.ts';
import { buildHead, type FeedLink, type HeadView } from './head.ts';
import { buildIndexEntry, type IndexEntryView } from './listing.ts';
import { toStoryLink, type StoryLink } from './language.ts';
import { buildTeaser, type TeaserView } from './teaser.ts';

/** A page that lists listings. */
export interface IndexView {
  readonly head: HeadView;
  readonly title: string;
  readonly intro: string;
  readonly entries: readonly IndexEntryView[];
}

/** Builds the index of topics. */
export function buildTopicIndex(context: Context): IndexView {
  const { words, edition } = context;
  const describe = ({ id }: Listing) => edition.topics.get(id)?.description;
  return buildIndex(context, 'topic', paths.topics, { title: words.topics, intro: words.topicsIntro }, describe);
}

/** Builds the index of storylines. */
export function buildStorylineIndex(context: Context): IndexView {
  const { words, edition } = context;
  const describe = ({ id }: Listing) => edition.storylines.get(id)?.summary;
  const text = { title: words.storylines, intro: words.storylinesIntro };
  return buildIndex(context, 'storyline', paths.storylines, text, describe);
}

/** Builds the index of authors and desks. */
export function buildAuthorIndex(context: Context): IndexView {
  const { words, edition } = context;
  const describe = ({ id }: Listing) => edition.authors.get(id)?.role;
  return buildIndex(context, 'author', paths.authors, { title: words.authors, intro: words.authorsIntro }, describe);
}

function buildIndex(
  context: Context,
  kind: 'topic' | 'storyline' | 'author',
  path: string,
  { title, intro }: { title: string; intro: string },
  describe: (listing: Listing) => string | undefined,
): IndexView {
  return {
    head: buildHead(context, { title, description: intro, path }),
    title,
    intro,
    entries: [...context.edition.listings[kind].values()].map((listing) =>
      buildIndexEntry(context, listing, describe(listing)),
    ),
  };
}

/** Tags that start with one letter. */
export interface LetterView {
  readonly letter: string;
  readonly tags: readonly CountedLink[];
}

/** One page of the index of tags. */
export interface TagIndexView {
  readonly head: HeadView;
  readonly letters: readonly LetterView[];
  /** Other pages by their first tag; empty when there is one page. */
  readonly pages: readonly (Link & { readonly isThis: boolean })[];
}

/** Tags on one page of their index. */
const tagPageSize = 500;

/** Counts the pages of the index of tags. */
export function countTagPages({ edition }: Context): number {
  return Math.max(1, Math.ceil(edition.listings.tag.size / tagPageSize));
}

/** Builds a page of the index of tags, A to Z. */
export function buildTagIndex(context: Context, page: number): TagIndexView {
  const { edition, addresses, words } = context;
  const all = [...edition.listings.tag.values()];
  const tags = all.slice((page - 1) * tagPageSize, page * tagPageSize);
  const pageCount = countTagPages(context);
  return {
    head: buildHead(context, { title: words.tags, description: words.tagsIntro, path: toPagePath(paths.tags, page) }),
    letters: [...Map.groupBy(tags, toIndexLetter)].map(([letter, listings]) => ({
      letter,
      tags: listings.map((listing) => toCountedLink(context, listing)),
    })),
    pages:
      pageCount < 2
        ? []
        : Array.from({ length: pageCount }, (_, index) => ({
            text: `${all[index * tagPageSize]?.title ?? ''} …`,
            href: addresses.href(toPagePath(paths.tags, index + 1)),
            isThis: index + 1 === page,
          })),
  };
}

/** Returns the letter under which a tag stands, or the sign that it starts with. */
function toIndexLetter({ id, title }: Listing): string {
  const [first = ''] = id.startsWith('~') ? title.normalize('NFKC').trim() : id;
  return first.toUpperCase();
}

function toCountedLink({ addresses, words }: Context, listing: Listing): CountedLink {
  return {
    text: listing.title,
    href: addresses.href(toListingPath(listing)),
    count: words.number(listing.articles.length),
  };
}

/** A year of the archive: its months, each with its newest stories. */
export interface YearView {
  readonly head: HeadView;
  readonly title: string;
  readonly months: readonly { readonly heading: CountedLink; readonly teasers: readonly TeaserView[] }[];
  /** All years that have stories, newest first. */
  readonly years: readonly (Link & { readonly isThis: boolean })[];
}

/** Stories shown of each month: twelve months of them stay within a listing's byte budget. */
const monthShown = 3;

/** Builds a year of the archive. */
export function buildYear(context: Context, year: string): YearView {
  const { edition, addresses, words, dates } = context;
  const title = words.archiveOf(dates.year(year));
  return {
    head: buildHead(context, { title, description: words.archiveIntro(dates.year(year)), path: toYearPath(year) }),
    title,
    months: (edition.years.get(year) ?? []).flatMap((id) => {
      const listing = edition.listings.month.get(id);
      if (!listing) return [];
      return [
        {
          heading: {
            text: dates.month(listing.articles[0]?.published.epochMs ?? 0),
            href: addresses.href(toListingPath(listing)),
            count: words.stories(listing.articles.length),
          },
          teasers: listing.articles.slice(0, monthShown).map((article) => buildTeaser(context, article)),
        },
      ];
    }),
    years: [...edition.years.keys()].map((other) => ({
      text: dates.year(other),
      href: addresses.href(toYearPath(other)),
      isThis: other === year,
    })),
  };
}

/** One page of the corrections log. */
export interface CorrectionsView {
  readonly head: HeadView;
  readonly stories: readonly {
    /** By its headline. */
    readonly link: StoryLink;
    readonly published: DateView;
    readonly corrections: readonly CorrectionView[];
  }[];
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
}

/** Counts the pages of the corrections log. */
export function countCorrectionPages({ edition, site }: Context): number {
  return Math.max(1, Math.ceil(edition.corrected.length / site.pageSize));
}

/** Builds a page of the corrections log, the latest corrected story first. */
export function buildCorrections(context: Context, page: number): CorrectionsView {
  const { edition, addresses, words, dates, site } = context;
  return {
    head: buildHead(context, {
      title: words.corrections,
      description: words.correctionsIntro,
      path: toPagePath(paths.corrections, page),
    }),
    stories: edition.corrected.slice((page - 1) * site.pageSize, page * site.pageSize).map((article) => ({
      link: toStoryLink(context, article),
      published: { text: dates.day(article.published.epochMs), machine: dates.machine(article.published) },
      corrections: article.corrections.map((correction) => buildCorrection(context, correction)),
    })),
    newer: page > 1 ? addresses.href(toPagePath(paths.corrections, page - 1)) : undefined,
    older: page < countCorrectionPages(context) ? addresses.href(toPagePath(paths.corrections, page + 1)) : undefined,
  };
}

/** The list of all feeds. */
export interface FeedsView {
  readonly head: HeadView;
  /** All feeds but those of tags in one file, for feed readers. */
  readonly opml: Link;
  readonly groups: readonly { readonly title: string; readonly feeds: readonly FeedsEntryView[] }[];
}

/** A listing's feeds: RSS by the listing's name, other formats by theirs. */
export interface FeedsEntryView extends FeedLink {
  readonly others: readonly FeedLink[];
}

/** Tags whose feeds are listed, the most used ones; every tag's page links to its own. */
const feedTags = 60;

/** Builds the list of all feeds. */
export function buildFeeds(context: Context): FeedsView {
  const { edition, addresses, words } = context;
  const toEntry = (title: string, path: string, kind: ListingKind | 'front'): FeedsEntryView => {
    const toLink = (format: FeedFormat, text: string): FeedLink => ({
      text,
      href: addresses.href(toFeedPath(path, format)),
      type: feedMediaTypes[format],
    });
    const others = getFeedFormats(kind).filter((format) => format !== 'rss');
    return { ...toLink('rss', title), others: others.map((format) => toLink(format, words.feedFormats[format])) };
  };
  const toEntries = (listings: Iterable<Listing>) =>
    [...listings].map((listing) => toEntry(listing.title, toListingPath(listing), listing.kind));
  const tags = [...edition.listings.tag.values()]
    .sort((a, b) => b.articles.length - a.articles.length || compareText(a.id, b.id))
    .slice(0, feedTags)
    .sort((a, b) => compareText(a.id, b.id));
  const regions = [...edition.listings.region.values()].sort((a, b) => compareText(a.id, b.id));
  return {
    head: buildHead(context, { title: words.feeds, description: words.feedsIntro, path: paths.feeds }),
    opml: { text: words.opml, href: addresses.href(paths.opml) },
    groups: [
      { title: words.wholeSite, feeds: [toEntry(words.latest, paths.front, 'front')] },
      { title: words.topics, feeds: toEntries(edition.listings.topic.values()) },
      { title: words.storylines, feeds: toEntries(edition.listings.storyline.values()) },
      { title: words.authors, feeds: toEntries(edition.listings.author.values()) },
      { title: words.regions, feeds: toEntries(regions) },
      { title: words.tags, feeds: toEntries(tags) },
    ].filter(({ feeds }) => feeds.length > 0),
  };
}
