import { hash } from 'node:crypto';
import { layOutMap, markTiny, type MapLayout } from '../atlas/locator.ts';
import { getLayers, getPiecesLayer } from '../atlas/map-layers.ts';
import { toMapSpec, toPartsMapSpec, toPlacesMapSpec, type MapSpec } from '../atlas/map-spec.ts';
import type { Point } from '../atlas/projection.ts';
import { compareText } from '../core/issue.ts';
import { memoize } from '../core/memo.ts';
import type { Article } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import { getCountries, type Region } from '../news/region.ts';
import { toGlobePath, toMapPath } from '../news/urls.ts';
import type { Context, CountedLink, Link } from './context.ts';
import { getPlaceNames, type PageFrame } from './page-frame.ts';
import { toPlaceLink } from './place.ts';
import { getGlobePlace } from './teaser.ts';
import { toShades } from './world-map.ts';

/** Everything that determines what is drawn and written on a map, before the work of laying it out. */
export interface MapPlan {
  readonly spec: MapSpec;
  /** Addresses of the images that make it up, the lowest first. */
  readonly layers: readonly string[];
  /** The shaded places, as a list in words. For a map without shading, the place that it shows. */
  readonly subject: string;
  /** The city of the story’s dateline. */
  readonly city?: string | undefined;
  /** `Filed from Bucharest.` */
  readonly dateline?: string | undefined;
  /** The names of the places of the event. */
  readonly pins: readonly string[];
  /** The address of a globe that is centred on the main place. */
  readonly globe?: string | undefined;
  /** The countries that it links, those with most stories first. */
  readonly parts?: readonly PartView[] | undefined;
  /** The shaded places. */
  readonly places: readonly Link[];
  /** Codes of the countries to name first, in this order, if the largest are not the most important. */
  readonly named?: readonly string[];
  /**
   * Fingerprint of the names of all places, because any of them may be written on the map. The names themselves are in
   * the frame of the page.
   */
  readonly namesKey: string;
}

/** A country that the map of a region shades and links. */
interface PartView extends CountedLink {
  readonly code: string;
  /** 1 for few stories to 5 for most. */
  readonly shade: number;
  /** The address of its outline. */
  readonly outline: string;
  /** The position of its mark, in map units, if it is too small to see. */
  readonly mark?: Point | undefined;
}

/** A map with its labels and its caption. */
export interface MapView extends MapLayout, Pick<MapPlan, 'layers' | 'dateline' | 'places' | 'globe' | 'parts'> {
  /** Describes the map. */
  readonly alt: string;
}

/** Returns the fingerprint of the names of an edition's places. */
const getNamesKey: (context: Context) => string = memoize((context) => {
  const names = [...getPlaceNames(context)].map((pair) => pair.join(' '));
  return hash('sha1', names.join('\n'), 'base64url');
}, 1);

/**
 * Returns the specification of a story's map. Undefined if the story is about no place on Earth and was not filed from
 * one.
 */
export function toArticleMapSpec({ edition }: Context, article: Article): MapSpec | undefined {
  return toMapSpec(edition.gazetteer, article.regions, article);
}

/** Plans the map of a story. */
export function planArticleMap(context: Context, article: Article): MapPlan | undefined {
  if (!hasMaps(context)) return undefined;
  const spec = toArticleMapSpec(context, article);
  const places = article.regions.flatMap((code) => context.edition.gazetteer.byCode.get(code) ?? []);
  const plan = spec && planMap(context, spec, places);
  if (!plan) return undefined;
  const globe = getGlobePlace(context, article);
  return {
    ...plan,
    city: article.dateline?.place,
    dateline: article.dateline && context.words.datelines[context.site.datelines](article.dateline.place),
    pins: article.places.filter(({ at }) => at).map(({ name }) => name),
    globe: globe && context.addresses.href(toGlobePath(globe.id)),
  };
}

/** Returns whether the pages of a site have maps. */
export function hasMaps({ site }: Context): boolean {
  return site.choices.show?.maps !== false;
}

/** Returns the specification of the map of a place: a country in its surroundings, or countries to choose from. */
export function toRegionMapSpec({ edition }: Context, { code, level }: Region): MapSpec | undefined {
  return level === 'country' ? toMapSpec(edition.gazetteer, [code]) : toPartsMapSpec(edition.gazetteer, code);
}

/** Plans the map of a place. That of a region links its countries with stories, which are shaded by their number. */
export function planRegionMap(context: Context, region: Region): MapPlan | undefined {
  const spec = hasMaps(context) ? toRegionMapSpec(context, region) : undefined;
  if (!spec) return undefined;
  const plan = planMap(context, spec, [region]);
  return region.level === 'country' ? plan : { ...plan, parts: listParts(context, region, spec) };
}

function listParts(context: Context, region: Region, spec: MapSpec): readonly PartView[] {
  const { edition, words, addresses } = context;
  const file = addresses.href(toMapPath(getPiecesLayer(spec).id));
  const counted = getCountries(region)
    .map((country) => ({ country, count: edition.listings.region.get(country.id)?.articles.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareText(a.country.code, b.country.code));
  const marks = markTiny(
    spec,
    counted.map(({ country }) => country.code),
  );
  const shades = toShades(counted.map(({ count }) => count));
  return counted.map(({ country, count }, index) => ({
    ...toPlaceLink(context, country),
    code: country.code,
    count: words.stories(count),
    shade: shades[index] ?? 1,
    outline: `${file}#${country.code.toLowerCase()}`,
    mark: marks.get(country.code),
  }));
}

/**
 * Returns the specification of a storyline's map: the main places of its chapters, and the other places that many of
 * them name.
 */
export function toStorylineMapSpec(context: Context, listing: Listing): MapSpec | undefined {
  const places = getStorylinePlaces(context, listing);
  return toPlacesMapSpec(
    context.edition.gazetteer,
    places.map(({ code }) => code),
  );
}

/** Plans the map of a storyline. */
export function planStorylineMap(context: Context, listing: Listing): MapPlan | undefined {
  const spec = hasMaps(context) ? toStorylineMapSpec(context, listing) : undefined;
  if (!spec) return undefined;
  const places = getStorylinePlaces(context, listing);
  const named = places.flatMap((place) => getCountries(place).map(({ code }) => code));
  return { ...planMap(context, spec, places), named: [...new Set(named)] };
}

/** A place that more than this share of the chapters name belongs to the whole storyline. */
const manyChapters = 1 / 3;

/** Lists the places of a storyline, those first that most chapters are mainly about, then those that most name. */
function getStorylinePlaces({ edition }: Context, { articles }: Listing): readonly Region[] {
  const main = countCodes(articles.flatMap(({ regions }) => regions.slice(0, 1)));
  return [...countCodes(articles.flatMap(({ regions }) => regions))]
    .filter(([code, count]) => main.has(code) || count > manyChapters * articles.length)
    .sort(([a, ofA], [b, ofB]) => (main.get(b) ?? 0) - (main.get(a) ?? 0) || ofB - ofA)
    .flatMap(([code]) => edition.gazetteer.byCode.get(code) ?? []);
}

function countCodes(codes: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(codes, (code) => code)].map(([code, same]) => [code, same.length]));
}

function planMap(context: Context, spec: MapSpec, places: readonly Region[]): MapPlan {
  const { edition, addresses, words } = context;
  const shown = places.filter(({ level }) => level !== 'beyond');
  const titles = shown.map(({ title }) => title);
  return {
    spec,
    layers: getLayers(spec).map(({ id }) => addresses.href(toMapPath(id))),
    subject: titles.length > 0 ? words.list(titles) : (edition.gazetteer.byCode.get(spec.main[0] ?? '')?.title ?? ''),
    pins: [],
    places: shown.map((place) => toPlaceLink(context, place)),
    namesKey: getNamesKey(context),
  };
}

/** Lays out a map from its plan, which happens only when its page is made. */
export function buildMap(plan: MapPlan, { words, placeNames }: Pick<PageFrame, 'words' | 'placeNames'>): MapView {
  const { spec, layers, subject, city, dateline, pins, globe, parts, places, named } = plan;
  const codes = parts?.map(({ code }) => code);
  const layout = layOutMap(spec, {
    pins,
    city: city ?? '',
    ...(codes && { parts: codes }),
    ...(named && { main: named }),
    getName: (code) => placeNames.get(code),
  });
  const marked = [...pins, ...(layout.dot && city !== undefined ? [city] : [])];
  const alt = words.mapAlt(subject, marked.length > 0 ? words.list(marked) : undefined);
  return { ...layout, layers, globe, dateline, parts, places, alt };
}
