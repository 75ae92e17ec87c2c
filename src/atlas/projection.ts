import type { Box } from './path-data.ts';
import type { LonLat, Vector } from './sphere.ts';

/**
 * Projects a unit vector and appends its x and y, in units of the map from its top left corner, to a list of points.
 * `toLonLat` turns any projection of d3-geo into one, as `world.ts` does with Equal Earth. A point then takes 230 ns,
 * with ours 80.
 */
export type Projection = (x: number, y: number, z: number, points: number[]) => void;

/** A point of a map, in its units, from the top left corner. */
export type Point = readonly [x: number, y: number];

/** The centre of a map, its scale and the position of its centre. */
export interface AzimuthalFrame {
  readonly centre: LonLat;
  /** Units of the map per radian at the centre. */
  readonly scale: number;
  /** The position of the centre on the map. */
  readonly offset: Point;
}

/**
 * Creates Lambert's azimuthal equal-area projection. Areas are true; shapes are true near the centre. The whole sphere
 * is within two radians of the centre.
 *
 * Source: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, 1987, p. 182
 */
export function createAzimuthalEqualArea({ centre, scale, offset }: AzimuthalFrame): Projection {
  const [lambda, phi] = centre.map((value) => (value * Math.PI) / 180) as [number, number];
  const [sinLambda, cosLambda, sinPhi, cosPhi] = [Math.sin(lambda), Math.cos(lambda), Math.sin(phi), Math.cos(phi)];
  const [left, top] = offset;
  return (x, y, z, points) => {
    const forward = cosLambda * x + sinLambda * y;
    const towards = cosPhi * forward + sinPhi * z;
    const factor = scale * Math.sqrt(2 / (1 + Math.max(-0.9999, towards)));
    points.push(left + factor * (cosLambda * y - sinLambda * x), top - factor * (cosPhi * z - sinPhi * forward));
  };
}

/** Projects one place. */
export function toPoint(projection: Projection, [x, y, z]: Vector): Point {
  const points: number[] = [];
  projection(x, y, z, points);
  return [points[0] ?? 0, points[1] ?? 0];
}

/** Returns whether a point is in a box. */
export function isInside([x, y]: Point, { left, top, right, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Returns the place at a point of a map. */
export function toPlace({ centre, scale, offset }: AzimuthalFrame, [x, y]: Point): Vector {
  const [lambda, phi] = centre.map((value) => (value * Math.PI) / 180) as [number, number];
  const [right, up] = [(x - offset[0]) / scale, (offset[1] - y) / scale];
  const distance = Math.hypot(right, up);
  const angle = 2 * Math.asin(Math.min(1, distance / 2));
  const [east, north] = distance === 0 ? [0, 0] : [right / distance, up / distance];
  const [out, ahead] = [Math.sin(angle), Math.cos(angle)];
  const forward = ahead * Math.cos(phi) - out * north * Math.sin(phi);
  return [
    forward * Math.cos(lambda) - out * east * Math.sin(lambda),
    forward * Math.sin(lambda) + out * east * Math.cos(lambda),
    ahead * Math.sin(phi) + out * north * Math.cos(phi),
  ];
}
