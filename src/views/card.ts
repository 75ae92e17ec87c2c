import { ownFace, type Palette } from '../core/face.ts';
import type { MapSpec } from '../atlas/map-spec.ts';
import { getDirection } from '../i18n/dictionary.ts';
import type { Article } from '../news/article.ts';
import type { Context } from './context.ts';
import { toArticleMapSpec } from './map.ts';
import { buildKicker } from './teaser.ts';

/** The content of a social card: everything that determines how it is drawn. */
export interface CardView {
  /** The site's name. */
  readonly name: string;
  /** The address of the site without its scheme: `gazetteer.example/news`. */
  readonly host: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** The place name, used instead of a headline in a script that cards cannot draw. */
  readonly place: string;
  /** Topic and place. */
  readonly kicker: readonly string[];
  /** `13 November 2024`. Empty on the site's own card. */
  readonly date: string;
  readonly map?: MapSpec | undefined;
  /** The colours of a light page, if they are not ours. */
  readonly colours?: Palette | undefined;
  /** The newsroom's own face of headlines and logo, by names that change with them. */
  readonly font?: string | undefined;
  readonly logo?: string | undefined;
}

/** Builds the card of a story. */
export function buildCard(context: Context, article: Article): CardView {
  const { site, dates } = context;
  const { topic, place } = buildKicker(context, article);
  return {
    name: site.name,
    host: getHost(context),
    direction: getDirection(article.lang),
    title: article.title,
    place: place?.text ?? '',
    kicker: [topic.text, ...(place ? [place.text] : [])],
    date: dates.day(article.published.epochMs),
    map: toArticleMapSpec(context, article),
    ...getOwnLook(context),
  };
}

/** Builds the card of the whole site: its name, its description, and the world. */
export function buildSiteCard(context: Context): CardView {
  const { site } = context;
  return {
    name: site.name,
    host: getHost(context),
    direction: getDirection(site.language),
    title: site.motto,
    place: '',
    kicker: [],
    date: '',
    map: { name: 'world', main: [], isShaded: false, others: [], points: [] },
    ...getOwnLook(context),
  };
}

function getOwnLook({ site }: Context): Pick<CardView, 'colours' | 'font' | 'logo'> {
  const { palettes, fonts, logo } = site.face;
  const isOurs = JSON.stringify(palettes.light) === JSON.stringify(ownFace.palettes.light);
  return {
    ...(!isOurs && { colours: palettes.light }),
    ...(fonts?.display && { font: fonts.display.key }),
    ...(logo && { logo: logo.path }),
  };
}

/** Describes what a story's card shows. */
export function describeCard(context: Context, article: Article): string {
  const { edition, words } = context;
  const names = article.regions.flatMap((code) => {
    const region = edition.gazetteer.byCode.get(code);
    return region && region.level !== 'beyond' ? [region.title] : [];
  });
  const title = /[.!?…؟]$/u.test(article.title) ? article.title : `${article.title}.`;
  return words.cardAlt(title, names.length > 0 ? words.list(names) : '');
}

function getHost({ site }: Context): string {
  const { host, pathname } = new URL(site.url);
  return `${host}${pathname.replace(/\/$/u, '')}`;
}
