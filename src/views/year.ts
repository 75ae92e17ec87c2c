import { toListingPath, toYearPath } from '../news/urls.ts';
import type { Context, CountedLink, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { buildTeaser, type TeaserView } from './teaser.ts';

/** A year of the archive: its months, each with its newest stories. */
export interface YearView {
  readonly head: HeadView;
  readonly title: string;
  readonly months: readonly { readonly heading: CountedLink; readonly teasers: readonly TeaserView[] }[];
  /** All years with stories, newest first. */
  readonly years: readonly (Link & { readonly isThis: boolean })[];
}

/** The number of stories shown of each month. Twelve months of them stay within a listing's byte budget. */
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
