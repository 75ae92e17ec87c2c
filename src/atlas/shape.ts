import { toCode } from './country-codes.ts';
import { createAzimuthalEqualArea } from './projection.ts';
import { getAngle, getMean, toCap, toLonLat, toVector, type Cap, type LonLat, type Vector } from './sphere.ts';

/** A line that is a coast or a border between two countries. */
export interface Arc {
  /** The nodes where it starts and ends. The same point has the same number. */
  readonly start: number;
  readonly end: number;
  /** Its points as unit vectors: x, y and z of each. */
  readonly vectors: Float64Array;
  /** The error of the line without each point, in radians. */
  readonly significance: readonly number[];
}

/** One polygon of a country: an island, or the mainland. */
export interface Part {
  /** Indexes of arcs, as in TopoJSON: `~index` is an arc in reverse. The first ring is the outer one. */
  readonly rings: readonly (readonly number[])[];
  readonly cap: Cap;
  /** The share of the country's area, 0 to 1. */
  readonly share: number;
}

/** The outline of a country or territory. */
export interface Shape {
  /** ISO 3166-1 alpha-2, or `XK`. */
  readonly code: string;
  /** Largest first. Empty for a place that is too small for the data. */
  readonly parts: readonly Part[];
  /** The area of all parts, in steradians. */
  readonly area: number;
  /** The points that a map of the place must include. Remote parts do not count. */
  readonly corners: readonly Vector[];
  readonly cap: Cap;
}

/** The rings of a polygon. */
export type Rings = Part['rings'];

/** One polygon of the data, and what its country's shape needs to know of it. */
export interface Polygon {
  readonly code: string;
  readonly rings: Part['rings'];
  readonly vectors: readonly Vector[];
  readonly cap: Cap;
  readonly area: number;
}

/** Measures a polygon. `a3` is the data's name of its country. */
export function buildPolygon(arcs: readonly Arc[], a3: string, rings: Rings): Polygon {
  const vectors = listPoints(arcs, rings[0] ?? []);
  const cap = toCap(vectors);
  const area = Math.abs(rings.reduce((total, ring) => total + measureRing(arcs, ring), 0));
  return { code: toCode(a3, cap.centre), rings, vectors, cap, area };
}

/** The share of a polygon's size by which its corners may be off. */
const coarseness = 0.02;

/** Returns the points of a ring that matter at its own size. */
function listPoints(arcs: readonly Arc[], ring: readonly number[]): readonly Vector[] {
  const outer = ring.flatMap((run) => arcs[run < 0 ? ~run : run] ?? []);
  const list = (least: number): readonly Vector[] =>
    outer.flatMap(({ vectors, significance }) =>
      significance.flatMap((own, at): Vector[] =>
        own < least ? [] : [[vectors[3 * at] ?? 0, vectors[3 * at + 1] ?? 0, vectors[3 * at + 2] ?? 0]],
      ),
    );
  const largest = outer.reduce((most, { significance }) => {
    for (const own of significance) if (own > most && own < Infinity) most = own;
    return most;
  }, 0);
  return list(coarseness * largest);
}

/**
 * Returns the area inside a ring of arcs in steradians, positive if it runs clockwise: the area between each line and
 * the South Pole, as if the sine of the latitude changed evenly along it.
 */
function measureRing(arcs: readonly Arc[], ring: readonly number[]): number {
  let area = 0;
  for (const run of ring) {
    const { vectors } = arcs[run < 0 ? ~run : run] ?? { vectors: [] };
    let own = 0;
    let before = Math.atan2(vectors[1] ?? 0, vectors[0] ?? 0);
    for (let at = 3; at < vectors.length; at += 3) {
      const longitude = Math.atan2(vectors[at + 1] ?? 0, vectors[at] ?? 0);
      const width = ((longitude - before + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
      own += width * (1 + ((vectors[at - 1] ?? 0) + (vectors[at + 2] ?? 0)) / 2);
      before = longitude;
    }
    area += run < 0 ? -own : own;
  }
  return area;
}

/** Builds the shape of a country from its polygons. */
export function buildShape(code: string, polygons: readonly Polygon[]): Shape {
  const area = polygons.reduce((total, polygon) => total + polygon.area, 0);
  const sorted = polygons.toSorted((a, b) => b.area - a.area);
  // The Vatican's outline is so small that its area in the data is zero.
  const getShare = (own: number) => (area === 0 ? 1 / polygons.length : own / area);
  const parts = sorted.map(({ rings, cap, area: own }) => ({ rings, cap, share: getShare(own) }));
  const corners = getCorners(selectNear(sorted, area).flatMap((polygon) => polygon.vectors));
  return { code, parts, area, corners, cap: toCap(corners) };
}

/** A part smaller than this share of a country does not affect what its map shows: Prince Edward Island. */
const minShare = 0.0004;
/** A part with a larger share does, wherever it is: one half of Malaysia. */
const largeShare = 0.16;
/** Any other part may widen the map by this factor: Crete, but neither Alaska nor the Canary Islands. */
const mostGrowth = 1.3;
/** States of small islands are shown whole. In steradians, 20,000 square kilometres. */
const smallArea = 0.0005;

/** Selects the polygons of a country that its map must include, from the largest to the smallest. */
function selectNear(polygons: readonly Polygon[], area: number): readonly Polygon[] {
  if (area < smallArea) return polygons.filter((polygon) => area === 0 || polygon.area >= minShare * area);
  const [largest, ...others] = polygons;
  if (!largest) return [];
  const near = [largest];
  let { cap } = largest;
  for (const polygon of others) {
    const share = polygon.area / area;
    if (share < minShare) break;
    const joined = joinCaps(cap, polygon.cap);
    if (share < largeShare && joined.radius > mostGrowth * cap.radius) continue;
    near.push(polygon);
    cap = joined;
  }
  return near;
}

/** Returns the smallest cap around two others. */
function joinCaps(a: Cap, b: Cap): Cap {
  const angle = getAngle(a.centre, b.centre);
  if (angle + b.radius <= a.radius) return a;
  const radius = (angle + a.radius + b.radius) / 2;
  const share = (radius - a.radius) / Math.max(angle, 1e-9);
  const [from, to] = [a.centre, b.centre];
  return { centre: getMean([scale(from, 1 - share), scale(to, share)]), radius };
}

function scale([x, y, z]: Vector, factor: number): Vector {
  return [x * factor, y * factor, z * factor];
}

/** Builds the shape of a place that the data does not draw. */
export function buildSpeck(code: string, at: LonLat): Shape {
  const vector = toVector(at);
  return { code, parts: [], area: 0, corners: [vector], cap: { centre: vector, radius: 0 } };
}

const cornerCount = 32;

/** Returns the vectors farthest from the middle in 32 directions. */
function getCorners(vectors: readonly Vector[]): readonly Vector[] {
  const plane = createAzimuthalEqualArea({ centre: toLonLat(getMean(vectors)), scale: 1, offset: [0, 0] });
  const points: number[] = [];
  for (const [x, y, z] of vectors) plane(x, y, z, points);
  const corners = new Set<Vector>();
  for (let direction = 0; direction < cornerCount; direction += 1) {
    const angle = (2 * Math.PI * direction) / cornerCount;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    let [found, farthest] = [0, -Infinity];
    for (let index = 0; index < vectors.length; index += 1) {
      const distance = cos * (points[2 * index] ?? 0) + sin * (points[2 * index + 1] ?? 0);
      if (distance > farthest) {
        found = index;
        farthest = distance;
      }
    }
    const corner = vectors[found];
    if (corner) corners.add(corner);
  }
  return [...corners];
}
