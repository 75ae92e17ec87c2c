import { toListingPath, toYearPath } from '../news/urls.ts';
import type { Context, CountedLink, Link } from './context.ts';
import { toMonthName } from './corrections-log.ts';
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

/** Lists the years that have stories, or notices of withdrawn ones. */
export function listYears({ years, noticeMonths }: Context['edition']): readonly string[] {
  const all = new Set([...years.keys(), ...noticeMonths.map((id) => id.slice(0, id.indexOf('/')))]);
  return [...all].toSorted((a, b) => Number(b) - Number(a));
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
    months: listMonths(edition, year).map((id) => {
      const articles = edition.listings.month.get(id)?.articles ?? [];
      return {
        heading: {
          text: toMonthName(context, id),
          href: addresses.href(toListingPath({ kind: 'month', id })),
          count: words.stories(articles.length),
        },
        teasers: articles.slice(0, monthShown).map((article) => buildTeaser(context, article)),
      };
    }),
    years: listYears(edition).map((other) => ({
      text: dates.year(other),
      href: addresses.href(toYearPath(other)),
      isThis: other === year,
    })),
  };
}

/** Lists the months of a year, newest first. */
function listMonths({ years, noticeMonths }: Context['edition'], year: string): readonly string[] {
  const all = [...(years.get(year) ?? []), ...noticeMonths.filter((id) => id.startsWith(`${year}/`))];
  return all.toSorted((a, b) => (a < b ? 1 : -1));
}
