import { getParts } from '../news/parts.ts';
import type { Region } from '../news/region.ts';
import { paths } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';

/** One choice of a search filter. */
export interface FilterOptionView {
  readonly value: string;
  readonly text: string;
  /** Stories in the whole archive. */
  readonly count: number;
  /** How far in the choice stands below the one above it. */
  readonly depth: number;
}

/** The search page. */
export interface SearchView {
  readonly head: HeadView;
  /** Parts of the index, newest first: the name of its folder and, for readers, its last month. */
  readonly parts: readonly { readonly id: string; readonly lastMonth: string }[];
  /** Base path of the site, where the index is. */
  readonly base: string;
  /** Address of the page itself. */
  readonly action: string;
  readonly regions: readonly FilterOptionView[];
  readonly topics: readonly FilterOptionView[];
  /** Where readers without JavaScript go instead. */
  readonly ways: readonly Link[];
}

/** Builds the search page; the element in `search/` brings it to life. */
export function buildSearch(context: Context): SearchView {
  const { edition, addresses, words, site, dates } = context;
  const { world, groups } = edition.gazetteer;
  return {
    head: buildHead(context, { title: words.search, description: words.searchHint, path: paths.search }),
    parts: getParts(edition, site.partSize).map(({ id, articles }) => ({
      id,
      lastMonth: dates.month(articles[0]?.published.epochMs ?? 0),
    })),
    base: addresses.href('/'),
    action: addresses.href(paths.search),
    regions: [
      ...world.children.flatMap((region) => toOptions(context, region, 0)),
      ...groups.flatMap((group) => toOption(context, group, 0)),
    ],
    topics: [...edition.listings.topic.values()]
      .filter(({ articles }) => articles.length > 0)
      .map(({ id, title, articles }) => ({ value: id, text: title, count: articles.length, depth: 0 })),
    ways: [
      { text: words.regions, href: addresses.href(paths.regions) },
      { text: words.topics, href: addresses.href(paths.topics) },
      { text: words.tags, href: addresses.href(paths.tags) },
      ...[...edition.years.keys()]
        .slice(0, 1)
        .map((year) => ({ text: words.archive, href: addresses.href(`/${year}/`) })),
    ],
  };
}

function toOptions(context: Context, region: Region, depth: number): readonly FilterOptionView[] {
  const own = toOption(context, region, depth);
  return own.length === 0 ? [] : [...own, ...region.children.flatMap((child) => toOptions(context, child, depth + 1))];
}

function toOption({ edition }: Context, { id, title }: Region, depth: number): readonly FilterOptionView[] {
  const listing = edition.listings.region.get(id);
  return listing ? [{ value: id, text: title, count: listing.articles.length, depth }] : [];
}
