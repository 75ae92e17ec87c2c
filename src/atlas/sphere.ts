/** A place on the unit sphere: x towards 0° N 0° E, y towards 0° N 90° E, z towards the North Pole. */
export type Vector = readonly [x: number, y: number, z: number];

/** Everything within an angle of a centre. */
export interface Cap {
  readonly centre: Vector;
  /** Radians. */
  readonly radius: number;
}

/** Degrees of longitude and latitude, in this order, as in GeoJSON. */
export type LonLat = readonly [longitude: number, latitude: number];

const degree = Math.PI / 180;

/** @example toVector([90, 0]) // [0, 1, 0] */
export function toVector([longitude, latitude]: LonLat): Vector {
  const [lambda, phi] = [longitude * degree, latitude * degree];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** @example toLonLat([0, 1, 0]) // [90, 0] */
export function toLonLat([x, y, z]: Vector): LonLat {
  return [Math.atan2(y, x) / degree, Math.asin(clamp(z)) / degree];
}

/** Returns the angle between two places, in radians. */
export function getAngle(a: Vector, b: Vector): number {
  return Math.acos(clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));
}

/** Returns the place at some degrees from another, in a direction in degrees clockwise from north. */
export function toPlaceAround([longitude, latitude]: LonLat, degrees: number, direction: number): Vector {
  const [phi, angle, bearing] = [latitude * degree, degrees * degree, direction * degree];
  const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing);
  const east = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * sine);
  return toVector([longitude + east / degree, Math.asin(clamp(sine)) / degree]);
}

/** Returns whether two caps overlap. */
export function isTouching(a: Cap, b: Cap): boolean {
  return getAngle(a.centre, b.centre) <= a.radius + b.radius;
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

/** Returns the mean direction of vectors. */
export function getMean(vectors: readonly Vector[]): Vector {
  let [x, y, z] = [0, 0, 0];
  for (const vector of vectors) {
    x += vector[0];
    y += vector[1];
    z += vector[2];
  }
  return normalize(x, y, z);
}

function normalize(x: number, y: number, z: number): Vector {
  const length = Math.hypot(x, y, z);
  return length < 1e-9 ? [1, 0, 0] : [x / length, y / length, z / length];
}

/**
 * Returns a small cap that contains all vectors, though not quite the smallest: the centre moves towards the farthest
 * in ever smaller steps.
 *
 * Source: M. Bădoiu, K. L. Clarkson, Smaller core-sets for balls, 2003
 */
export function toCap(vectors: readonly Vector[]): Cap {
  let centre = getMean(vectors);
  for (let step = 2; step < 24; step += 1) {
    const [x, y, z] = getFarthest(centre, vectors);
    const share = 1 / step;
    centre = normalize(
      centre[0] + share * (x - centre[0]),
      centre[1] + share * (y - centre[1]),
      centre[2] + share * (z - centre[2]),
    );
  }
  return { centre, radius: getAngle(centre, getFarthest(centre, vectors)) };
}

function getFarthest(centre: Vector, vectors: readonly Vector[]): Vector {
  let [farthest, least] = [centre, Infinity];
  for (const vector of vectors) {
    const cosine = centre[0] * vector[0] + centre[1] * vector[1] + centre[2] * vector[2];
    if (cosine < least) {
      farthest = vector;
      least = cosine;
    }
  }
  return farthest;
}
