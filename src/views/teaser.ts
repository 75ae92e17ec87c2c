import type { Article } from '../news/article.ts';
import { getCountries, type Region } from '../news/region.ts';
import { toArticlePath, toGlobePath, toListingPath } from '../news/urls.ts';
import type { Context, DateView, Link } from './context.ts';
import { buildPreviewMark } from './preview-mark.ts';
import { buildThumbnail, type ThumbnailView } from './picture.ts';
import { getLanguage, type LanguageView } from './language.ts';

/** The line above a headline: topic, place and, unless it is a plain report, the kind. */
export interface KickerView {
  readonly topic: Link;
  readonly place?: Link | undefined;
  readonly kind?: string | undefined;
}

/** A story in a list. */
export interface TeaserView extends LanguageView {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly kicker: KickerView;
  readonly published: DateView;
  /**
   * The address of a globe centred on the story's place. Undefined if the place is not on Earth, or is the whole world.
   */
  readonly globe?: string | undefined;
  /** The story's own picture. It is shown in place of the globe. */
  readonly picture?: ThumbnailView | undefined;
  /** In a preview, the reason why readers cannot see it, then the kinds of its corrections, each once. */
  readonly notices: readonly string[];
}

const known = new WeakMap<Context, Map<Article, TeaserView>>();

/**
 * Returns a story's entry in a list. It is the same object in all lists of a build, because a story is in about twenty.
 */
export function buildTeaser(context: Context, article: Article): TeaserView {
  const teasers = known.get(context) ?? new Map<Article, TeaserView>();
  known.set(context, teasers);
  const teaser = teasers.get(article) ?? build(context, article);
  teasers.set(article, teaser);
  return teaser;
}

function build(context: Context, article: Article): TeaserView {
  const { addresses, dates, words } = context;
  const globe = getGlobePlace(context, article);
  const hold = buildPreviewMark(context, article);
  return {
    href: addresses.href(toArticlePath(article.id)),
    title: article.title,
    summary: article.summary,
    kicker: buildKicker(context, article),
    published: { text: dates.day(article.published.epochMs), machine: dates.machine(article.published) },
    globe: globe && addresses.href(toGlobePath(globe.id)),
    picture: buildThumbnail(context, article),
    notices: [
      ...(hold ? [hold.name] : []),
      ...new Set(article.corrections.map(({ kind }) => words.correctionKinds[kind])),
    ],
    ...getLanguage(context, article),
  };
}

/** Returns the place on which a story's globe is centred. */
export function getGlobePlace({ edition, site }: Context, { regions }: Article): Region | undefined {
  if (site.choices.show?.globes === false) return undefined;
  const region = edition.gazetteer.byCode.get(regions[0] ?? '');
  return region && hasGlobe(region) ? region : undefined;
}

/** Returns whether a globe can show a place: it is on Earth, and not all of it. */
export function hasGlobe(region: Region): boolean {
  return region.level !== 'world' && getCountries(region).length > 0;
}

/** Builds the kicker of a story. */
export function buildKicker({ edition, addresses, words }: Context, article: Article): KickerView {
  const topic = edition.topics.get(article.topic);
  const place = edition.gazetteer.byCode.get(article.regions[0] ?? '');
  return {
    topic: {
      text: topic?.title ?? article.topic,
      href: addresses.href(toListingPath({ kind: 'topic', id: article.topic })),
    },
    place: place && { text: place.title, href: addresses.href(toListingPath({ kind: 'region', id: place.id })) },
    kind: article.kind === 'report' ? undefined : words.kinds[article.kind],
  };
}
