import type { Box } from './path-data.ts';
import type { LonLat, Vector } from './sphere.ts';

/** Projects a unit vector and appends its x and y, in units of the map from its top left corner, to a list of points. */
export type Projection = (x: number, y: number, z: number, points: number[]) => void;

/** A point of a map, in its units, from the top left corner. */
export type Point = readonly [x: number, y: number];

/** The centre of a map, its scale and the position of its centre. */
export interface PlaneFrame {
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
export function createAzimuthalEqualArea({ centre, scale, offset }: PlaneFrame): Projection {
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

/**
 * Creates the projection Equal Earth. Areas are true, parallels are straight, and meridians stand upright near the
 * middle one. It is cut along the meridian opposite.
 */
export function createEqualEarth({ centre, scale, offset }: PlaneFrame): Projection {
  const unroll = createUnrolled(centre);
  const roll = createRoll({ scale, offset });
  return (x, y, z, points) => {
    const angles: number[] = [];
    unroll(x, y, z, angles);
    const [longitude = 0, latitude = 0] = angles;
    roll(longitude, latitude, points);
  };
}

/** Creates the projection of vectors to longitude from a meridian and latitude, in radians. */
export function createUnrolled([middle]: LonLat): Projection {
  const lambda = (middle * Math.PI) / 180;
  const [sinLambda, cosLambda] = [Math.sin(lambda), Math.cos(lambda)];
  return (x, y, z, points) => {
    points.push(
      Math.atan2(cosLambda * y - sinLambda * x, cosLambda * x + sinLambda * y),
      Math.asin(Math.max(-1, Math.min(1, z))),
    );
  };
}

const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796] as const;
const halfRoot = Math.sqrt(3) / 2;

/**
 * Creates the function that turns longitude and latitude in radians into a point of a map in Equal Earth, and appends
 * it to a list of points.
 *
 * Source: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, 2018
 */
export function createRoll({
  scale,
  offset: [left, top],
}: Pick<PlaneFrame, 'scale' | 'offset'>): (longitude: number, latitude: number, points: number[]) => void {
  return (longitude, latitude, points) => {
    const theta = Math.asin(halfRoot * Math.sin(latitude));
    const square = theta * theta;
    const sixth = square * square * square;
    const along = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square);
    points.push(
      left + (scale * longitude * Math.cos(theta)) / (halfRoot * along),
      top - scale * theta * (a1 + a2 * square + sixth * (a3 + a4 * square)),
    );
  };
}

/** The width of the whole world in Equal Earth at a scale of 1. */
export const equalEarthWidth = (2 * Math.PI) / (halfRoot * a1);

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

/** Returns the place at a point of an azimuthal map. */
export function toPlace({ centre, scale, offset }: PlaneFrame, [x, y]: Point): Vector {
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
