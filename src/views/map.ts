import { getLayers, layOutMap, type MapLayout } from '../atlas/locator.ts';
import { toMapSpec, type MapSpec } from '../atlas/map-spec.ts';
import type { Article, Dateline } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import type { Region } from '../news/region.ts';
import { toMapPath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { toPlaceLink } from './place.ts';

/** A map with what is written on it and below it. */
export interface MapView extends MapLayout {
  /** Addresses of the pictures that it is made of, the lowest first. */
  readonly layers: readonly string[];
  /** Says what it shows. */
  readonly alt: string;
  /** The city that the story was filed from. */
  readonly filedFrom?: string | undefined;
  /** The places that are shaded. */
  readonly places: readonly Link[];
}

/** Tells which map a story has; undefined for one that plays nowhere on Earth and was filed nowhere. */
export function toArticleMapSpec({ edition }: Context, { regions, dateline }: Article): MapSpec | undefined {
  return toMapSpec(edition.gazetteer, regions, dateline);
}

/** Builds the map of a story. */
export function buildArticleMap(context: Context, article: Article): MapView | undefined {
  const spec = toArticleMapSpec(context, article);
  const places = article.regions.flatMap((code) => context.edition.gazetteer.byCode.get(code) ?? []);
  return spec && buildMap(context, spec, places, article.dateline);
}

/** Builds the map of a place in its surroundings. */
export function buildRegionMap(context: Context, region: Region): MapView | undefined {
  const spec = toMapSpec(context.edition.gazetteer, [region.code]);
  return spec && buildMap(context, spec, [region]);
}

/** Tells which map a continuing story has: where its chapters mainly play, and the other places that many of them name. */
export function toStorylineMapSpec(context: Context, listing: Listing): MapSpec | undefined {
  const places = getStorylinePlaces(context, listing);
  return toMapSpec(
    context.edition.gazetteer,
    places.map(({ code }) => code),
  );
}

/** Builds the map of a continuing story. */
export function buildStorylineMap(context: Context, listing: Listing): MapView | undefined {
  const spec = toStorylineMapSpec(context, listing);
  return spec && buildMap(context, spec, getStorylinePlaces(context, listing));
}

/** A place that more than this share of the chapters name belongs to the whole story. */
const manyChapters = 1 / 3;

function getStorylinePlaces({ edition }: Context, { articles }: Listing): readonly Region[] {
  const counts = new Map<string, number>();
  for (const code of articles.flatMap(({ regions }) => regions)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const main = new Set(articles.flatMap(({ regions }) => regions.slice(0, 1)));
  return [...counts]
    .filter(([code, count]) => main.has(code) || count > manyChapters * articles.length)
    .flatMap(([code]) => edition.gazetteer.byCode.get(code) ?? []);
}

function buildMap(context: Context, spec: MapSpec, places: readonly Region[], dateline?: Dateline): MapView {
  const { edition, addresses, words } = context;
  const shown = places.filter(({ level }) => level !== 'beyond');
  const city = dateline?.at && { text: dateline.place, at: [dateline.at[1], dateline.at[0]] as const };
  const layout = layOutMap(spec, city, (code) => edition.gazetteer.byCode.get(code)?.title);
  const names = shown.map(({ title }) => title);
  return {
    ...layout,
    layers: getLayers(spec).map(({ id }) => addresses.href(toMapPath(id))),
    alt: words.mapAlt(
      names.length > 0 ? words.list(names) : (edition.gazetteer.byCode.get(spec.framed[0] ?? '')?.title ?? ''),
      layout.dot ? dateline?.place : undefined,
    ),
    filedFrom: dateline?.place,
    places: shown.map((place) => toPlaceLink(context, place)),
  };
}
