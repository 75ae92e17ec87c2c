import { geoEqualEarth, type GeoProjection } from 'd3-geo';
import { memoize } from '../core/memo.ts';
import { flatten } from './flat-lines.ts';
import { getOutlines } from './outlines.ts';
import { getBox, toPathData } from './path-data.ts';
import type { Point } from './projection.ts';
import type { Points } from './simplify.ts';
import { toLonLat, type Vector } from './sphere.ts';

/** A map of the world, in the equal-area projection Equal Earth. */
export interface World {
  readonly width: number;
  readonly height: number;
  /** The `d` of all land but Antarctica where it is cut off. */
  readonly land: string;
  readonly borders: string;
  /** Gives the `d` of a country; empty for one that is too small to be drawn. */
  getCountry(code: string): string;
  /** Puts a place on the map. */
  toPoint(place: Vector): Point;
}

/** What a map of the world shows and how. */
export interface WorldOptions {
  readonly width: number;
  /** Degrees of longitude in its middle. */
  readonly middle: number;
  /** It reaches down to Antarctica. */
  readonly hasAntarctica: boolean;
  /** Units by which lines may be off. */
  readonly tolerance: number;
}

/**
 * Prepares a map of the world; its countries are drawn when they are asked for, once.
 *
 * Source: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, 2018
 */
export function createWorld({ width, middle, hasAntarctica, tolerance }: WorldOptions): World {
  const { shapes, merge, getBorders } = getOutlines();
  const [top, bottom] = hasAntarctica ? [90, -90] : [83.7, -57];
  const projection = geoEqualEarth().rotate([-middle, 0]);
  projection.fitWidth(width, { type: 'Sphere' });
  const height = Math.ceil(getY(projection, middle, bottom) - getY(projection, middle, top));
  const [left, above] = projection.translate();
  projection.translate([left, above - getY(projection, middle, top)]).clipExtent([
    [-4, -4],
    [width + 4, height + 4],
  ]);
  const least = 2 * tolerance;
  const drawn = [...shapes.values()].filter(({ code }) => hasAntarctica || code !== 'AQ');
  return {
    width,
    height,
    land: toPathData(flatten(projection, merge(drawn), tolerance).rings.filter((ring) => isLarger(ring, least)), true),
    borders: toPathData(flatten(projection, getBorders(), tolerance).lines, false),
    getCountry: memoize((code) => {
      const shape = shapes.get(code);
      return shape ? toPathData(flatten(projection, merge([shape]), tolerance).rings.filter((ring) => isLarger(ring, 1)), true) : '';
    }),
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
