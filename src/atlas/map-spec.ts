import { hash } from 'node:crypto';
import type { Dateline, EventPlace } from '../news/article.ts';
import { getCountries, type Gazetteer, type Region } from '../news/region.ts';
import type { LonLat } from './sphere.ts';

/** The specification of a map: everything that determines how it is drawn. */
export interface MapSpec {
  /** The name of the main place, from which those of its files are made. */
  readonly name: string;
  /** Codes of the countries that it is framed on. All of the world if there is none. */
  readonly main: readonly string[];
  /** Whether these are shaded. */
  readonly isShaded: boolean;
  /** Codes of the countries that are tinted, sorted. */
  readonly others: readonly string[];
  /** Places that must be visible. */
  readonly points: readonly LonLat[];
  /** The city of the dateline, which is visible unless it is far away. */
  readonly city?: LonLat | undefined;
}

/** Places on a story's map that are no countries. */
interface Marks {
  readonly dateline?: Dateline | undefined;
  readonly places?: readonly EventPlace[];
}

/**
 * Returns the specification of a story's map.
 *
 * @param codes codes of its places, the main one first; places not on Earth are ignored
 * @returns undefined when there is nothing to show
 */
export function toMapSpec(
  gazetteer: Gazetteer,
  codes: readonly string[],
  { dateline, places = [] }: Marks = {},
): MapSpec | undefined {
  const regions = listRegions(gazetteer, codes);
  // The whole world is not a place among others.
  const [main, ...others] = regions.filter(({ level }) => level !== 'world');
  const marks = {
    points: places.map(({ at }) => toLonLat(at)).filter((at) => at !== undefined),
    city: toLonLat(dateline?.at),
  };
  if (main) return { ...toSharedSpec([main]), ...marks, others: listOthers(others, main) };
  if (regions.length > 0) return { ...toSharedSpec([]), ...marks };
  if (!dateline) return undefined;
  const { region } = dateline;
  return { name: `from-${region.toLowerCase()}`, main: [region], isShaded: false, others: [], ...marks };
}

/**
 * Returns the specification of the map of several places, all of them main ones.
 *
 * @returns undefined when there is nothing to show
 */
export function toPlacesMapSpec(gazetteer: Gazetteer, codes: readonly string[]): MapSpec | undefined {
  const regions = listRegions(gazetteer, codes);
  return regions.length > 0 ? toSharedSpec(regions.filter(({ level }) => level !== 'world')) : undefined;
}

/** Returns the specification of the map of a place whose parts its page shades and links. */
export function toPartsMapSpec(gazetteer: Gazetteer, code: string): MapSpec | undefined {
  const spec = toPlacesMapSpec(gazetteer, [code]);
  return spec && { ...spec, name: `in-${spec.name}`, isShaded: false };
}

function listRegions(gazetteer: Gazetteer, codes: readonly string[]): readonly Region[] {
  return codes.flatMap((code) => gazetteer.byCode.get(code) ?? []).filter(({ level }) => level !== 'beyond');
}

function toSharedSpec(places: readonly Region[]): MapSpec {
  const names = [...new Set(places.map(({ code }) => code.toLowerCase()))].sort();
  return {
    name: names.length > 0 ? shorten(names.join('-')) : 'world',
    main: listCodes(places),
    isShaded: true,
    others: [],
    points: [],
  };
}

function listCodes(places: readonly Region[]): readonly string[] {
  return [...new Set(places.flatMap((place) => getCountries(place).map(({ code }) => code)))].sort();
}

function listOthers(places: readonly Region[], main: Region): readonly string[] {
  const own = new Set(listCodes([main]));
  return listCodes(places).filter((code) => !own.has(code));
}

function toLonLat(at: readonly [latitude: number, longitude: number] | undefined): LonLat | undefined {
  return at && [at[1], at[0]];
}

/** Keeps the file name of a map with many places short. */
export function shorten(names: string): string {
  return names.length > 60 ? `${names.slice(0, 30)}-${hash('sha1', names).slice(0, 12)}` : names;
}
