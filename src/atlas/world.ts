import { geoEqualEarth, type GeoProjection } from 'd3-geo';
import { memoize, once } from '../core/memo.ts';
import { flatten } from './flat-lines.ts';
import { getOutlines, type Shape } from './outlines.ts';
import { getBox } from './path-data.ts';
import type { Point } from './projection.ts';
import type { Points } from './simplify.ts';
import { toLonLat, type Vector } from './sphere.ts';

/** A map of the world, in the equal-area projection Equal Earth. */
export interface World {
  readonly width: number;
  readonly height: number;
  /** Returns the outlines of all land. */
  getLand(): readonly Points[];
  /**
   * Returns the combined outlines of some countries, given as codes separated by spaces. Empty if they are too small to
   * be drawn.
   */
  getCountries(codes: string): readonly Points[];
  /** Projects a place onto the map. */
  toPoint(place: Vector): Point;
}

/** The content and the colours of a world map. */
export interface WorldOptions {
  readonly width: number;
  /** Degrees of longitude in its middle. */
  readonly middle: number;
  /** Whether it extends to Antarctica. */
  readonly hasAntarctica: boolean;
  /** Units by which lines may deviate. */
  readonly tolerance: number;
}

/**
 * Prepares a map of the world.
 *
 * Source: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, 2018
 */
export function createWorld({ width, middle, hasAntarctica, tolerance }: WorldOptions): World {
  const { shapes, merge } = getOutlines();
  const [top, bottom] = hasAntarctica ? [90, -90] : [83.7, -57];
  // Without resampling: the outlines have more points than the map.
  const projection = geoEqualEarth().precision(0).rotate([-middle, 0]);
  projection.fitWidth(width, { type: 'Sphere' });
  const height = Math.ceil(getY(projection, middle, bottom) - getY(projection, middle, top));
  const [left, above] = projection.translate();
  projection.translate([left, above - getY(projection, middle, top)]).clipExtent([
    [-4, -4],
    [width + 4, height + 4],
  ]);
  const drawn = [...shapes.values()].filter(({ code }) => hasAntarctica || code !== 'AQ');
  // Islets are left out, unless a country has nothing else.
  const toRings = (some: readonly Shape[]) => {
    const { rings } = flatten(projection, merge(some), tolerance);
    const large = rings.filter((ring) => isLarger(ring, 2 * tolerance));
    return large.length > 0 ? large : rings.filter((ring) => isLarger(ring, 1));
  };
  return {
    width,
    height,
    getLand: once(() => toRings(drawn)),
    getCountries: memoize((codes: string) => toRings(codes.split(' ').flatMap((code) => shapes.get(code) ?? []))),
    toPoint: (place) => projection([...toLonLat(place)]) ?? [0, 0],
  };
}

function getY(projection: GeoProjection, longitude: number, latitude: number): number {
  return projection([longitude, latitude])?.[1] ?? 0;
}

function isLarger(ring: Points, least: number): boolean {
  const { left, top, right, bottom } = getBox(ring);
  return right - left >= least || bottom - top >= least;
}
