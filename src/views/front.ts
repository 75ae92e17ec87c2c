import { frontSections, type FrontSection } from '../core/site-choices.ts';
import { getModifiedMs, type Article } from '../news/article.ts';
import type { Region } from '../news/region.ts';
import { paths, toArticlePath, toListingPath, toPeriodPath } from '../news/urls.ts';
import type { Context, CountedLink, DateView, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { toStoryLink, type StoryLink } from './language.ts';
import { buildKeyPoints, type KeyPointView } from './key-points.ts';
import { buildStoryPicture, type StoryPictureView } from './picture.ts';
import { toPlaceLink } from './place.ts';
import { buildPeriodMap } from './region-index.ts';
import { buildTeaser, type TeaserView } from './teaser.ts';
import type { WorldMapView } from './world-map.ts';

/** A strip of the front page. */
interface StripView {
  readonly heading: Link;
  readonly teasers: readonly TeaserView[];
}

/** A storyline with its newest chapter. */
interface StorylineEntryView extends CountedLink {
  readonly newest: StoryLink;
}

/** The story that leads the front page. */
interface LeadView extends TeaserView {
  readonly id: string;
  readonly keyPoints: readonly KeyPointView[];
  readonly sourceCount: string;
  /** Its own picture, which is shown in place of its map. */
  readonly image?: StoryPictureView | undefined;
}

/** The front page. */
export interface FrontView {
  readonly head: HeadView;
  /** The sections below the lead, in order. */
  readonly sections: readonly FrontSection[];
  /** The day of the newest story. Undefined for an empty edition. */
  readonly edition?: DateView | undefined;
  readonly lead?: LeadView | undefined;
  readonly seconds: readonly TeaserView[];
  readonly latest: readonly TeaserView[];
  /** Topics with stories that are not shown above. */
  readonly strips: readonly StripView[];
  /** The map of where the newest month's news happens. */
  readonly world?: { readonly heading: Link; readonly map: WorldMapView } | undefined;
  /** The continents in that month's news, each with its newest story. */
  readonly regions: readonly (CountedLink & { readonly newest: StoryLink })[];
  readonly storylines: readonly StorylineEntryView[];
  /** The addresses of the index of storylines and of the corrections log. */
  readonly storylineIndex: string;
  readonly log: string;
  /** Stories corrected within a week of the edition's last change, and those withdrawn. */
  readonly changed: readonly { readonly reason?: string; readonly link: StoryLink }[];
  /** Months of the archive, newest first. */
  readonly months: readonly (Link & { readonly count: string })[];
}

/** The number of entries of each section at most, if a newsroom does not say. Topics are counted by themselves. */
const usualSizes = {
  seconds: 3,
  storylines: 5,
  latest: 6,
  regions: 30,
  topics: 3,
  corrections: 6,
  months: 12,
} as const;

/** The number of stories of each listing that the front page may need, at least. */
const leastReach = 60;

type Sizes = Readonly<Record<FrontSection, number>>;

/** Returns the number of entries of each section of a front page at most. None for a section that it does not have. */
function getSizes({ site }: Context): Sizes {
  const { front } = site.choices;
  if (!front) return usualSizes;
  const none = Object.fromEntries(frontSections.map((section) => [section, 0]));
  const chosen = front.map(({ section, most }) => [section, most ?? usualSizes[section]] as const);
  return { ...usualSizes, ...none, ...Object.fromEntries(chosen) };
}

/** How long after a change the front page names the story, in milliseconds. */
const changedFor = 7 * 24 * 60 * 60 * 1000;

/** Returns how many stories of a list may be on the front page at most, counted from its newest. */
export function getFrontReach(context: Context): number {
  const { edition } = context;
  const sizes = getSizes(context);
  const taken = 1 + edition.front.seconds.length + sizes.seconds + sizes.latest;
  return Math.max(leastReach, taken + sizes.topics * (edition.listings.topic.size + 1));
}

/**
 * Builds the front page: the choices of front.yaml, then the newest stories. No story appears twice above the regions.
 */
export function buildFront(context: Context): FrontView {
  const { site, edition, dates } = context;
  const sizes = getSizes(context);
  const pick = createPicker(edition.articles);
  const choose = (id: string | undefined) => pick.chosen(id === undefined ? undefined : edition.byId.get(id));
  const lead = choose(edition.front.lead) ?? pick.newest(1)[0];
  const chosen = sizes.seconds > 0 ? edition.front.seconds.flatMap((id) => choose(id) ?? []) : [];
  const seconds = [...chosen, ...pick.newest(Math.max(0, sizes.seconds - chosen.length))];
  const latest = pick.newest(sizes.latest);
  const [newest] = edition.articles;
  const toTeaser = (article: Article) => buildTimedTeaser(context, article, newest);

  return {
    head: buildHead(context, { title: site.name, description: site.description, path: paths.front }),
    sections: site.choices.front?.map(({ section }) => section) ?? frontSections,
    edition: newest && {
      text: dates.weekday(newest.published.epochMs),
      machine: dates.isoDay(newest.published.epochMs),
    },
    lead: lead && {
      ...toTeaser(lead),
      id: lead.id,
      image: buildStoryPicture(context, lead, 'front'),
      // The list of sources is on the story's page.
      keyPoints: site.choices.show?.keyPoints === false ? [] : buildKeyPoints(lead.keyPoints, []),
      sourceCount: lead.sources.length > 0 ? context.words.sourceCount(lead.sources.length) : '',
    },
    seconds: seconds.map(toTeaser),
    latest: latest.map(toTeaser),
    strips: buildStrips(context, pick, sizes.topics),
    world: sizes.regions > 0 ? buildWorld(context) : undefined,
    regions: buildRegions(context).slice(0, sizes.regions),
    storylines: buildStorylines(context, sizes.storylines),
    storylineIndex: context.addresses.href(paths.storylines),
    changed: buildChanged(context, sizes.corrections),
    log: context.addresses.href(paths.corrections),
    months: buildMonths(context, sizes.months),
  };
}

/** Builds a teaser that shows the time as well, for a story of the day of the newest one. */
function buildTimedTeaser(context: Context, article: Article, newest: Article | undefined): TeaserView {
  const { dates } = context;
  const teaser = buildTeaser(context, article);
  const toDay = ({ published }: Article) => dates.isoDay(published.epochMs);
  if (!newest || toDay(article) !== toDay(newest)) return teaser;
  return { ...teaser, published: { ...teaser.published, text: dates.moment(article.published) } };
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

function buildStrips(context: Context, pick: ReturnType<typeof createPicker>, most: number): readonly StripView[] {
  const { edition, addresses } = context;
  return [...edition.listings.topic.values()].flatMap((listing) => {
    const articles = pick.newest(most, listing.articles);
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
  const [month] = context.edition.listings.month.values();
  return context.edition.gazetteer.world.children.flatMap((region) => {
    const stories = (month?.articles ?? []).filter((article) => isAbout(context, article, region));
    const newest = stories.find(({ regions }) => isWithin(context, regions[0], region)) ?? stories[0];
    return newest
      ? [
          {
            ...toPlaceLink(context, region),
            count: context.words.stories(stories.length),
            newest: toStoryLink(context, newest),
          },
        ]
      : [];
  });
}

function isAbout(context: Context, { regions }: Article, region: Region): boolean {
  return regions.some((code) => isWithin(context, code, region));
}

function isWithin({ edition }: Context, code: string | undefined, region: Region): boolean {
  return edition.gazetteer.getRollUp(code ?? '').includes(region);
}

/** Lists the storylines, the one with the newest chapter first. */
function buildStorylines(context: Context, most: number): FrontView['storylines'] {
  const { addresses, words, edition } = context;
  return [...edition.listings.storyline.values()]
    .flatMap((listing) => listing.articles.slice(0, 1).map((newest) => ({ listing, newest })))
    .sort((a, b) => b.newest.published.epochMs - a.newest.published.epochMs)
    .slice(0, most)
    .map(({ listing, newest }) => ({
      text: listing.title,
      href: addresses.href(toListingPath(listing)),
      count: words.parts(listing.articles.length),
      newest: toStoryLink(context, newest),
    }));
}

function buildChanged(context: Context, most: number): FrontView['changed'] {
  const { edition, words, addresses } = context;
  const isRecent = (article: Article) => getModifiedMs(article) > edition.modifiedMs - changedFor;
  return edition.corrected
    .filter(isRecent)
    .slice(0, most)
    .map((article) =>
      article.status === 'withdrawn'
        ? { link: { text: words.withdrawnTitle, href: addresses.href(toArticlePath(article.id)) } }
        : {
            reason: words.list([...new Set(article.corrections.map(({ kind }) => words.correctionKinds[kind]))]),
            link: toStoryLink(context, article),
          },
    );
}

function buildMonths({ edition, addresses, dates, words }: Context, most: number): FrontView['months'] {
  return [...edition.listings.month.values()].slice(0, most).map((listing) => ({
    text: dates.month(listing.articles[0]?.published.epochMs ?? 0),
    href: addresses.href(toListingPath(listing)),
    count: words.stories(listing.articles.length),
  }));
}
