import type { Article } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import type { Region } from '../news/region.ts';
import { paths, toListingPath, toPeriodPath } from '../news/urls.ts';
import type { Context, DateView, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { toStoryLink, type StoryLink } from './language.ts';
import { buildIndexEntry, type IndexEntryView } from './listing.ts';
import { buildKeyPoints, type KeyPointView } from './key-points.ts';
import { buildPeriodMap } from './region-index.ts';
import { buildTeaser, type TeaserView } from './teaser.ts';
import type { WorldMapView } from './world-map.ts';

/** A strip of the front page. */
interface StripView {
  readonly heading: Link;
  readonly teasers: readonly TeaserView[];
}

/** The story that leads the front page. */
interface LeadView extends TeaserView {
  readonly id: string;
  readonly keyPoints: readonly KeyPointView[];
  readonly sourceCount: string;
}

/** The front page. */
export interface FrontView {
  readonly head: HeadView;
  /** When anything last changed. Undefined for an empty edition. */
  readonly edition?: DateView | undefined;
  readonly lead?: LeadView | undefined;
  readonly seconds: readonly TeaserView[];
  readonly latest: readonly TeaserView[];
  /** Topics with stories that are not shown above. */
  readonly strips: readonly StripView[];
  /** The map of where the newest month's news happens. */
  readonly world?: { readonly heading: Link; readonly map: WorldMapView } | undefined;
  readonly regions: readonly (IndexEntryView & { readonly newest?: StoryLink | undefined })[];
  readonly storylines: readonly IndexEntryView[];
  /** Months of the archive, newest first. */
  readonly months: readonly (Link & { readonly count: string })[];
}

const sizes = { seconds: 3, latest: 6, strip: 3, months: 12, reach: 60 } as const;

/** Returns how many stories of a list may be on the front page at most, counted from its newest. */
export function getFrontReach({ edition }: Context): number {
  const taken = 1 + edition.front.seconds.length + sizes.seconds + sizes.latest;
  return Math.max(sizes.reach, taken + sizes.strip * (edition.listings.topic.size + 1));
}

/**
 * Builds the front page: the choices of front.yaml, then the newest stories. No story appears twice above the regions.
 */
export function buildFront(context: Context): FrontView {
  const { site, edition, dates } = context;
  const pick = createPicker(edition.articles);
  const choose = (id: string | undefined) => pick.chosen(id === undefined ? undefined : edition.byId.get(id));
  const lead = choose(edition.front.lead) ?? pick.newest(1)[0];
  const chosen = edition.front.seconds.flatMap((id) => choose(id) ?? []);
  const seconds = [...chosen, ...pick.newest(Math.max(0, sizes.seconds - chosen.length))];
  const latest = pick.newest(sizes.latest);
  const toTeaser = (article: Article) => buildTeaser(context, article);

  return {
    head: buildHead(context, { title: site.name, description: site.description, path: paths.front }),
    edition:
      edition.modifiedMs === 0
        ? undefined
        : { text: dates.weekday(edition.modifiedMs), machine: dates.isoDay(edition.modifiedMs) },
    lead: lead && {
      ...toTeaser(lead),
      id: lead.id,
      // The list of sources is on the story's page.
      keyPoints: buildKeyPoints(lead.keyPoints, []),
      sourceCount: lead.sources.length > 0 ? context.words.sourceCount(lead.sources.length) : '',
    },
    seconds: seconds.map(toTeaser),
    latest: latest.map(toTeaser),
    strips: buildStrips(context, pick),
    world: buildWorld(context),
    regions: buildRegions(context),
    storylines: [...edition.listings.storyline.values()]
      .filter(({ articles }) => articles.length > 0)
      .map((listing) => buildIndexEntry(context, listing, edition.storylines.get(listing.id)?.summary)),
    months: buildMonths(context),
  };
}

/** Hands out stories, each once. */
function createPicker(articles: readonly Article[]) {
  const taken = new Set<Article>();
  const isFree = (article: Article) => !taken.has(article);
  const take = (picked: readonly Article[]) => {
    for (const article of picked) taken.add(article);
    return picked;
  };
  return {
    /** Returns the story itself if it is public and not yet shown. */
    chosen(article: Article | undefined): Article | undefined {
      return article && article.status === 'published' && isFree(article) ? take([article])[0] : undefined;
    },
    newest(count: number, from = articles): readonly Article[] {
      return take(
        from
          .slice(0, taken.size + count)
          .filter(isFree)
          .slice(0, count),
      );
    },
  };
}

function buildStrips(context: Context, pick: ReturnType<typeof createPicker>): readonly StripView[] {
  const { edition, addresses } = context;
  return [...edition.listings.topic.values()].flatMap((listing) => {
    const articles = pick.newest(sizes.strip, listing.articles);
    if (articles.length === 0) return [];
    return [
      {
        heading: { text: listing.title, href: addresses.href(toListingPath(listing)) },
        teasers: articles.map((article) => buildTeaser(context, article)),
      },
    ];
  });
}

function buildWorld(context: Context): FrontView['world'] {
  const [month] = context.edition.listings.month.keys();
  if (month === undefined) return undefined;
  const { title, map } = buildPeriodMap(context, month);
  return { heading: { text: title, href: context.addresses.href(toPeriodPath(month)) }, map };
}

function buildRegions(context: Context): FrontView['regions'] {
  const { edition } = context;
  return edition.gazetteer.world.children.flatMap((region) => {
    const listing = edition.listings.region.get(region.id);
    const newest = listing && getNewestFrom(context, region, listing);
    if (!listing || !newest) return [];
    return [
      {
        ...buildIndexEntry(context, listing),
        newest: toStoryLink(context, newest),
      },
    ];
  });
}

/** Returns the newest story mainly about a region, else the newest that touches it. */
function getNewestFrom({ edition }: Context, region: Region, { articles }: Listing): Article | undefined {
  const playsHere = ({ regions }: Article) => edition.gazetteer.getRollUp(regions[0] ?? '').includes(region);
  return articles.slice(0, sizes.reach).find(playsHere) ?? articles[0];
}

function buildMonths({ edition, addresses, dates, words }: Context): FrontView['months'] {
  return [...edition.listings.month.values()].slice(0, sizes.months).map((listing) => ({
    text: dates.month(listing.articles[0]?.published.epochMs ?? 0),
    href: addresses.href(toListingPath(listing)),
    count: words.stories(listing.articles.length),
  }));
}
