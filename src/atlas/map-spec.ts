import { memoize } from '../core/memo.ts';
import type { Dateline } from '../news/article.ts';
import type { Gazetteer, Region } from '../news/region.ts';
import { getOutlines } from './outlines.ts';
import { getAngle, toVector, type LonLat } from './sphere.ts';

/** What a map shows: everything that its drawing follows from. */
export interface MapSpec {
  /** Name of its file; the same places give the same name. */
  readonly id: string;
  /** Codes of the countries that are shaded, sorted. */
  readonly countries: readonly string[];
  /** Codes of those that it is centred on, the same unless it shades none. */
  readonly framed: readonly string[];
  /** A place outside these countries that must be seen too. */
  readonly point?: LonLat | undefined;
}

/**
 * Tells which map goes with some places.
 *
 * @param codes codes of places as stories have them; what is no place on Earth adds nothing
 * @returns undefined when there is nothing to show
 */
export function toMapSpec(gazetteer: Gazetteer, codes: readonly string[], dateline?: Dateline): MapSpec | undefined {
  const regions = codes.flatMap((code) => gazetteer.byCode.get(code) ?? []);
  const countries = [...new Set(regions.flatMap(getCountries))].sort();
  const at: LonLat | undefined = dateline?.at && [dateline.at[1], dateline.at[0]];
  const framed = countries.length > 0 || !dateline ? countries : [dateline.region];
  const point = at && !isNear(at, framed) ? at : undefined;
  const names = regions.filter((region) => getCountries(region).length > 0).map(({ code }) => code.toLowerCase());
  const isWorld = regions.some(({ level }) => level === 'world');
  if (countries.length === 0 && framed.length === 0 && !isWorld) return undefined;
  const id = [
    [...new Set(names)].sort().join('-') || (dateline ? `from-${dateline.region.toLowerCase()}` : 'world'),
    ...(point ? point.map((degrees) => degrees.toFixed(2)) : []),
  ].join('_');
  return { id, countries, framed, point };
}

/** Gives the countries of a place, itself if it is one. The whole world is no place among others. */
const getCountries: (region: Region) => readonly string[] = memoize((region) => {
  if (region.level === 'world') return [];
  if (region.level === 'country') return [region.code];
  return [...new Set(region.children.flatMap(getCountries))];
});

/** Tells whether a place lies in or beside some countries, but for their far islands. */
function isNear(at: LonLat, codes: readonly string[]): boolean {
  const vector = toVector(at);
  return codes.some((code) => {
    const cap = getOutlines().shapes.get(code)?.cap;
    return cap && getAngle(cap.centre, vector) <= cap.radius + marginRadians;
  });
}

const marginRadians = 0.01;
