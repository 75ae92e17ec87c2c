import type { Dictionary } from '../i18n/dictionary.ts';
import { getParts } from '../news/parts.ts';
import type { Article } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import type { Region } from '../news/region.ts';
import { paths, searchEntitiesPath, toListingPath, toYearPath } from '../news/urls.ts';
import type { Context, CountedLink, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { getStartOrder } from './masthead.ts';
import { buildPeriods, getFirstNamedDay, type PeriodView } from './search-periods.ts';
import { buildTeaser, type TeaserView } from './teaser.ts';

/**
 * A value of a search filter whose name the page knows. The names of tags, storylines and authors come with the index.
 */
interface FilterValueView {
  readonly id: string;
  readonly text: string;
  /** The depth of the value in its tree. Only places have one. */
  readonly depth: number;
  /** Set for a place that is not on Earth, which no globe shows. */
  readonly isBeyond?: true;
}

/** A part of the search index. */
export interface SearchPartView {
  /** Name of its folder. */
  readonly id: string;
  readonly stories: number;
  /** As readers see it. */
  readonly lastMonth: string;
  /** The days of the newest stories, with the number of stories of each, newest first. */
  readonly days?: readonly (readonly [day: string, stories: number])[];
}

/** A year and the months with stories, newest first. A month has its value in the address and its name. */
interface SearchYearView {
  readonly year: string;
  readonly months: readonly { readonly value: string; readonly text: string }[];
}

/** The data that the page passes to its custom element, which writes the results. */
interface SearchSetupView {
  /** BCP 47 tag of the locale for numbers and lists. */
  readonly locale: string;
  /** Base path of the site, below which the index is. */
  readonly base: string;
  /** Newest first. */
  readonly parts: readonly SearchPartView[];
  /** Values in display order. Other filters list the values with most stories first. */
  readonly values: Readonly<Record<'region' | 'topic' | 'kind', readonly FilterValueView[]>>;
  /** Site path of the file with the names of places, topics and so on. */
  readonly entities: string;
  readonly facetNames: ReturnType<typeof buildFilterNames>;
  /** Periods that readers can name. */
  readonly periods: readonly PeriodView[];
  readonly words: ReturnType<typeof buildSetupWords>;
}

/** The search page. */
export interface SearchView {
  readonly head: HeadView;
  /** Address of the page itself. */
  readonly action: string;
  /** The search that the page begins with: `?sort=newest`. Undefined if it is the empty one. */
  readonly startQuery?: string | undefined;
  /** The names of the orders of results. */
  readonly orderNames: Readonly<Record<'relevance' | 'newest' | 'oldest', string>>;
  /** The names of the filters. */
  readonly filterNames: ReturnType<typeof buildFilterNames>;
  readonly years: readonly SearchYearView[];
  readonly setup: SearchSetupView;
  readonly start: SearchStartView;
}

/** The links shown before a search, without JavaScript, and when the index cannot be loaded. */
interface SearchStartView {
  /** Storylines, topics and continents. */
  readonly groups: readonly { readonly heading: Link; readonly links: readonly CountedLink[] }[];
  readonly latest: readonly TeaserView[];
  /** Other indexes. */
  readonly ways: readonly Link[];
}

const sizes = { storylines: 6, latest: 5 } as const;

/**
 * Builds the search page. The custom element in `search/` runs it.
 *
 * @param built parts of an index that is not that of this edition: the authoring server has that of the last build
 */
export function buildSearch(context: Context, built?: readonly SearchPartView[]): SearchView {
  const { addresses, words } = context;
  return {
    head: buildHead(context, { title: words.search, description: words.searchHint, path: paths.search }),
    action: addresses.href(paths.search),
    orderNames: { relevance: words.sortRelevance, newest: words.sortNewest, oldest: words.sortOldest },
    startQuery: getStartOrder(context) && `?sort=${getStartOrder(context)}`,
    filterNames: buildFilterNames(words),
    years: buildYears(context),
    setup: buildSetup(context, built),
    start: buildStart(context),
  };
}

function buildStart(context: Context): SearchStartView {
  const { edition, addresses, words } = context;
  const { topic, storyline, region } = edition.listings;
  const [newestYear] = edition.years.keys();
  const toLinks = (listings: readonly Listing[]) =>
    listings.map((listing) => ({
      text: listing.title,
      href: addresses.href(toListingPath(listing)),
      count: words.number(listing.articles.length),
    }));
  const continents = edition.gazetteer.world.children.flatMap(({ id }) => region.get(id) ?? []);
  const groups = [
    { text: words.storylines, path: paths.storylines, links: toLinks(selectStorylines(storyline)) },
    { text: words.topics, path: paths.topics, links: toLinks([...topic.values()]) },
    { text: words.regions, path: paths.regions, links: toLinks(continents) },
  ];
  return {
    groups: groups
      .filter(({ links }) => links.length > 0)
      .map(({ text, path, links }) => ({ heading: { text, href: addresses.href(path) }, links })),
    latest: edition.articles.slice(0, sizes.latest).map((article) => buildTeaser(context, article)),
    ways: [
      { text: words.tags, href: addresses.href(paths.tags) },
      { text: words.authors, href: addresses.href(paths.authors) },
      ...(newestYear ? [{ text: words.archive, href: addresses.href(toYearPath(newestYear)) }] : []),
    ],
  };
}

/** Selects the storylines with the newest chapters. */
function selectStorylines(listings: ReadonlyMap<string, Listing>): readonly Listing[] {
  return [...listings.values()].toSorted((a, b) => getNewestMs(b) - getNewestMs(a)).slice(0, sizes.storylines);
}

function getNewestMs({ articles }: Listing): number {
  return articles[0]?.published.epochMs ?? 0;
}

function buildSetup(context: Context, built?: readonly SearchPartView[]): SearchSetupView {
  const { edition, addresses, words, site, dates } = context;
  const { world, groups, beyond } = edition.gazetteer;
  const today = dates.isoDay(edition.articles[0]?.published.epochMs ?? 0);
  const firstWeekday = getFirstWeekday(site.locale);
  return {
    locale: site.locale,
    base: addresses.href('/'),
    parts:
      built ??
      getParts(edition, site.partSize).map(({ id, articles }) => ({
        id,
        stories: articles.length,
        lastMonth: dates.month(articles[0]?.published.epochMs ?? 0),
        ...countDays(context, articles, getFirstNamedDay(today, firstWeekday)),
      })),
    periods: buildPeriods(today, firstWeekday, words.searchPeriods),
    values: {
      region: [
        ...world.children.flatMap((region) => toValues(context, region, 0)),
        ...groups.flatMap((group) => toValue(context, group, 0)),
        ...beyond.flatMap((place) =>
          toValue(context, place, 0).map((value) => ({ ...value, isBeyond: true as const })),
        ),
      ],
      topic: [...edition.topics.values()].map(({ id, title }) => ({ id, text: title, depth: 0 })),
      kind: Object.entries(words.kinds).map(([id, text]) => ({ id, text, depth: 0 })),
    },
    entities: searchEntitiesPath,
    facetNames: buildFilterNames(words),
    words: buildSetupWords(words),
  };
}

function buildFilterNames({ region, topic, kind, storyline, tag, author }: Dictionary) {
  return { region, topic, kind, storyline, tag, author };
}

/** Counts the stories of each day from a given one on. Empty if there are none. */
function countDays({ dates }: Context, articles: readonly Article[], first: string): Pick<SearchPartView, 'days'> {
  const days = Map.groupBy(articles, ({ published }) => dates.isoDay(published.epochMs));
  const named = [...days].filter(([day]) => day >= first).map(([day, stories]) => [day, stories.length] as const);
  return named.length > 0 ? { days: named } : {};
}

/** Returns the day on which weeks begin: 1 for Monday to 7 for Sunday. */
function getFirstWeekday(locale: string): number {
  return new Intl.Locale(locale).getWeekInfo().firstDay;
}

/** Collects the words of search results. Names in braces are placeholders. */
function buildSetupWords(words: Dictionary) {
  return {
    loading: words.searchLoading,
    older: words.searchOlder('{month}'),
    newest: words.searchNewest('{month}'),
    olderNow: words.searchOlderNow('{month}'),
    none: words.searchNone('{query}'),
    noneFiltered: words.searchNoneFiltered,
    noneHelp: words.searchNoneHelp,
    noneFilteredHelp: words.searchNoneFilteredHelp,
    unfiltered: words.searchUnfiltered('{query}'),
    near: words.searchNear,
    results: words.resultForms,
    entityForms: words.entityForms,
    storyForms: words.storyForms,
    quoted: words.searchQuoted('{word}'),
    corrected: words.searchCorrected('{typed}'),
    correctedShown: words.searchCorrectedShown,
    offeredEnd: words.searchOfferedEnd,
    unquoted: words.searchUnquoted,
    commonOnly: words.searchCommonOnly,
    notAll: words.searchNotAll,
    all: words.allValues('{count}'),
    fewer: words.fewerValues,
    remove: words.removeFilter('{name}'),
    failed: words.searchFailed,
    keptOnly: words.searchKeptOnly,
    keptUnfiltered: words.searchKeptUnfiltered,
  };
}

function buildYears({ edition, dates }: Context): readonly SearchYearView[] {
  return [...edition.years].map(([year, ids]) => ({
    year: dates.year(year),
    months: ids.map((id) => {
      const [newest] = edition.listings.month.get(id)?.articles ?? [];
      return { value: id.replace('/', '-'), text: dates.month(newest?.published.epochMs ?? 0) };
    }),
  }));
}

function toValues(context: Context, region: Region, depth: number): readonly FilterValueView[] {
  const own = toValue(context, region, depth);
  return own.length === 0 ? [] : [...own, ...region.children.flatMap((child) => toValues(context, child, depth + 1))];
}

function toValue({ edition }: Context, { id, title }: Region, depth: number): readonly FilterValueView[] {
  return edition.listings.region.has(id) ? [{ id, text: title, depth }] : [];
}
