import { memoize } from '../core/memo.ts';
import type { Region } from '../news/region.ts';
import { toPeriodPath } from '../news/urls.ts';
import type { Context, CountedLink, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { toPlaceLink } from './place.ts';
import { buildWorldMap, type WorldMapView } from './world-map.ts';

/** A place in the tree, with the places below it that have stories. */
export interface RegionNodeView extends CountedLink {
  readonly children: readonly RegionNodeView[];
}

/** A link to a period of the archive. */
export interface PeriodLink extends Link {
  readonly isThis: boolean;
}

/** The index of places, for the whole archive or for a year or month of it. */
export interface RegionIndexView {
  readonly head: HeadView;
  readonly title: string;
  readonly stories: string;
  /** The whole archive and its years. */
  readonly years: readonly PeriodLink[];
  /** The months of the selected year. Empty for the whole archive. */
  readonly months: readonly PeriodLink[];
  readonly map: WorldMapView;
  /** Continents, each with its subregions and countries, then places beyond the Earth. */
  readonly continents: readonly RegionNodeView[];
  readonly groups: readonly CountedLink[];
  /** Places that no story in the whole archive is about. */
  readonly others: readonly Link[];
}

/** Returns the periods that have an index of places: `` for the whole archive, `2024`, `2024/11`. */
export function getPeriods({ edition }: Context): readonly string[] {
  return ['', ...[...edition.years].flatMap(([year, months]) => [year, ...months])];
}

/** Builds the map of a period's stories, and its title: `Regions, November 2024`. */
export function buildPeriodMap(
  context: Context,
  period: string,
): { readonly title: string; readonly map: WorldMapView } {
  return {
    title: context.words.regionsIn(toPeriodName(context, period)),
    map: buildWorldMap(context, getPeriodCounts(context, period).counts),
  };
}

/** Builds the index of places for a period. */
export function buildRegionIndex(context: Context, period: string): RegionIndexView {
  const { edition, words } = context;
  const { gazetteer } = edition;
  const { counts, total } = getPeriodCounts(context, period);
  const name = period === '' ? undefined : toPeriodName(context, period);
  const [year = ''] = period.split('/');
  return {
    head: buildHead(context, {
      title: name === undefined ? words.regions : words.regionsIn(name),
      description: words.regionsIntro,
      path: toPeriodPath(period),
    }),
    title: name === undefined ? words.regions : words.regionsIn(name),
    stories: words.stories(total),
    years: ['', ...edition.years.keys()].map((other) => toPeriodLink(context, other, other === year)),
    months: (edition.years.get(year) ?? []).toReversed().map((month) => toPeriodLink(context, month, month === period)),
    map: buildWorldMap(context, counts),
    continents: [...gazetteer.world.children, ...gazetteer.beyond].flatMap((region) =>
      buildNode(context, region, counts),
    ),
    groups: gazetteer.groups.flatMap((group) => toCountedLinks(context, group, counts)),
    others:
      period === ''
        ? [...gazetteer.byCode.values()]
            .filter((region) => region.level === 'country' && !counts.has(region))
            .map((region) => toPlaceLink(context, region))
            .sort((a, b) => words.compare(a.text, b.text))
        : [],
  };
}

function toPeriodLink(context: Context, period: string, isThis: boolean): PeriodLink {
  const { addresses, words } = context;
  const text = period === '' ? words.allTime : toPeriodName(context, period);
  return { text, href: addresses.href(toPeriodPath(period)), isThis };
}

/** `2024`, `November 2024` */
function toPeriodName({ edition, dates }: Context, period: string): string {
  const newest = edition.listings.month.get(period)?.articles[0];
  return newest ? dates.month(newest.published.epochMs) : dates.year(period);
}

interface PeriodCounts {
  readonly total: number;
  readonly counts: ReadonlyMap<Region, number>;
}

/** Counts the stories of every place in a period. A story counts once in each place. */
function getPeriodCounts(context: Context, period: string): PeriodCounts {
  return getCounter(context)(period);
}

const getCounter: (context: Context) => (period: string) => PeriodCounts = memoize(
  ({ edition }) =>
    memoize((period) => {
      const months = [...edition.listings.month.values()].filter(({ id }) => `/${id}/`.startsWith(`/${period}`));
      const articles = months.flatMap((month) => month.articles);
      const counts = new Map<Region, number>();
      for (const { regions } of articles) {
        const places = new Set(regions.flatMap((code) => edition.gazetteer.getRollUp(code)));
        for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
      }
      return { total: articles.length, counts };
    }),
  1,
);

type Counts = PeriodCounts['counts'];

function buildNode(context: Context, region: Region, counts: Counts): readonly RegionNodeView[] {
  const [link] = toCountedLinks(context, region, counts);
  return link ? [{ ...link, children: region.children.flatMap((child) => buildNode(context, child, counts)) }] : [];
}

function toCountedLinks(context: Context, region: Region, counts: Counts): readonly CountedLink[] {
  const count = counts.get(region);
  return count === undefined ? [] : [{ ...toPlaceLink(context, region), count: context.words.number(count) }];
}
