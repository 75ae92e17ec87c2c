import { hash } from 'node:crypto';
import { compareText } from '../core/issue.ts';
import type { Dateline } from '../news/article.ts';
import { getCountries, type Gazetteer } from '../news/region.ts';
import type { LonLat } from './sphere.ts';

/** The specification of a map: everything that determines how it is drawn. */
export interface MapSpec {
  /** The same places have the same id. */
  readonly id: string;
  /** The places that are shaded, each with the codes of its countries, sorted by name. */
  readonly places: readonly { readonly name: string; readonly countries: readonly string[] }[];
  /** Codes of the countries that are shaded, sorted. */
  readonly countries: readonly string[];
  /** Codes of the countries it is centred on. The same as `countries`, unless it shades none. */
  readonly framed: readonly string[];
  /** A place outside these countries that must also be visible. */
  readonly point?: LonLat | undefined;
}

/**
 * Returns the specification of the map for some places.
 *
 * @param codes codes of places as stories have them; places not on Earth are ignored
 * @returns undefined when there is nothing to show
 */
export function toMapSpec(gazetteer: Gazetteer, codes: readonly string[], dateline?: Dateline): MapSpec | undefined {
  const regions = codes.flatMap((code) => gazetteer.byCode.get(code) ?? []).filter(({ level }) => level !== 'beyond');
  // The whole world is not a place among others.
  const named = regions.filter(({ level }) => level !== 'world');
  const byName = new Map(
    named.map((region) => [region.code.toLowerCase(), getCountries(region).map(({ code }) => code)]),
  );
  const places = [...byName]
    .map(([name, countries]) => ({ name, countries }))
    .sort((a, b) => compareText(a.name, b.name));
  const countries = [...new Set(places.flatMap((place) => place.countries))].sort();
  const framed = countries.length > 0 || !dateline ? countries : [dateline.region];
  if (framed.length === 0 && regions.length === 0) return undefined;
  const at: LonLat | undefined = dateline?.at && [dateline.at[1], dateline.at[0]];
  const point = dateline && !framed.includes(dateline.region) ? at : undefined;
  const names = places.map(({ name }) => name).join('-');
  const fallback = dateline && framed.length > 0 ? `from-${dateline.region.toLowerCase()}` : 'world';
  const id = [shorten(names) || fallback, ...(point ?? []).map((degrees) => degrees.toFixed(2))].join('_');
  return { id, places, countries, framed, point };
}

/** Keeps the file name of a map with many places short. */
function shorten(names: string): string {
  return names.length > 60 ? `${names.slice(0, 30)}-${hash('sha1', names).slice(0, 12)}` : names;
}
