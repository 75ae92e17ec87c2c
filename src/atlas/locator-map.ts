import { memoize } from '../core/memo.ts';
import { drawGraticule } from './graticule.ts';
import { joinParts, projectLines, thinLines, type ProjectedLine } from './lines.ts';
import { getProjection, type MapFrame } from './map-frame.ts';
import { getView } from './map-surface.ts';
import { getOutlines } from './outlines.ts';
import type { Part, Shape } from './shape.ts';
import { clipLine, clipRing, getBox, toPathData, type Box } from './path-data.ts';
import { createUnrolled, createRoll } from './projection.ts';
import type { Points } from './simplify.ts';
import { isTouching } from './sphere.ts';
import { rollLines, rollRings } from './unroll.ts';

/** The shapes of a map, each as the `d` attribute of an SVG path. */
export interface MapPaths {
  /** The lines of latitude and longitude. */
  readonly graticule: string;
  /** All land but the main place. */
  readonly land: string;
  /** Other places that the map is about. */
  readonly others: string;
  /** The main place. */
  readonly here: string;
  /** Borders between countries, except those of the main place, which its outline shows. */
  readonly borders: string;
}

/** The number of points of a map that make 4 kB of Brotli with everything else. */
const pointBudget = 820;
/** The approximate stretch of the projection at a map's edge, relative to its middle. */
const stretch = 1.2;
/** Lines are clipped this far outside the map, so that the cuts are invisible. */
const bleed = 4;

/** A part of a country that is on the map. */
interface Seen {
  readonly code: string;
  readonly part: Part;
}

/** The outlines in a frame, thinned, from which pieces of its maps are drawn. */
export interface Sheet {
  readonly seen: readonly Seen[];
  /** Returns the joined outlines of some parts on the map. */
  toRings(some: readonly Seen[]): readonly Points[];
  /** Returns borders on the map by the indexes of their arcs. */
  toLines(borders: readonly number[]): readonly Points[];
}

/** How much of the outlines a sheet shows. */
export interface SheetOptions {
  readonly frame: MapFrame;
  /** Codes of the countries whose smallest islands are shown too. */
  readonly main: readonly string[];
  /** The maximum number of points. */
  readonly points?: number;
  /** The maximum error of lines in units, if the number of points allows it: half a pixel by default. */
  readonly finest?: number;
  /** All countries by default. */
  readonly shapes?: Iterable<Shape>;
}

/** Draws the lowest image of a frame. */
export function drawBase(frame: MapFrame, main: readonly string[]): Partial<MapPaths> {
  const { seen, toRings, toLines } = getSheet(JSON.stringify({ frame, main }));
  const here = new Set(main);
  const others = seen.filter(({ code }) => !here.has(code));
  const bounds = toBounds(frame);
  const lines = getBorders(seen, (a, b) => here.has(a) === here.has(b));
  return {
    graticule: drawGraticule(getProjection(frame), getView(frame), frame.scale, bounds),
    land: toPathData(toRings(others), true),
    borders: toPathData(toLines(lines), false),
    here: toPathData(toRings(seen.filter(({ code }) => here.has(code))), true),
  };
}

/** Draws the image of the other places that a map is about, and the borders between them. */
export function drawOthers(frame: MapFrame, main: readonly string[], codes: readonly string[]): Partial<MapPaths> {
  const { seen, toRings, toLines } = getSheet(JSON.stringify({ frame, main }));
  const tinted = new Set(codes);
  const borders = getBorders(seen, (a, b) => tinted.has(a) && tinted.has(b));
  return {
    others: toPathData(toRings(seen.filter(({ code }) => tinted.has(code))), true),
    borders: toPathData(toLines(borders), false),
  };
}

/** Draws each of some countries for itself, those that are large enough to be seen. */
export function drawPlaces(frame: MapFrame, codes: readonly string[]): ReadonlyMap<string, string> {
  const { seen, toRings } = getSheet(JSON.stringify({ frame, main: [] }));
  const byCode = Map.groupBy(seen, ({ code }) => code);
  return new Map(codes.map((code) => [code, toPathData(toRings(byCode.get(code) ?? []), true)]));
}

/** Images of the same frame are drawn one after another. */
const getSheet = memoize((key: string): Sheet => buildSheet(JSON.parse(key)), 8);

/**
 * Builds the sheet of a frame: the outlines that lie in it, simplified on the plane to half a pixel, or to as little
 * more as keeps a map within 4 kB when it shows half a continent.
 *
 * Measured once, in November 2026, beside the libraries: `geoAzimuthalEqualArea` with `clipExtent` of d3-geo 3.1.2,
 * `presimplify` with `sphericalTriangleArea` and `simplify` of topojson-simplify 3.0.3, `merge` and `mesh` of
 * topojson-client. On 10,000 frames of countries and of random sets of up to three near ones, thinned to about as many
 * bytes, ours take 2.7 ms of processor time a map, those of the libraries 11.6 ms. Both draw the same pictures, but
 * where the area of triangles decides, fjords and islets go first. `npm run bench -- maps` times ours.
 */
export function buildSheet({ frame, main, points = pointBudget, finest = 0.5, shapes }: SheetOptions): Sheet {
  const { arcs, shapes: all } = getOutlines();
  const isRolled = frame.kind === 'equal-earth';
  const projection = isRolled ? createUnrolled(frame.centre) : getProjection(frame);
  const view = getView(frame);
  const shaded = new Set(main);
  const touching = [...(shapes ?? all.values())].flatMap(({ code, parts }) =>
    parts.filter(({ cap }) => isTouching(cap, view)).map((part): Seen => ({ code, part })),
  );
  const scale = stretch * frame.scale;
  const candidates = touching.filter((one) => isVisible(one, shaded, finest / scale));
  const fine = projectLines(
    arcs,
    candidates.map(({ part }) => part),
    { projection, view, tolerance: finest / scale },
  );
  const bounds = toBounds(frame);
  const tolerance = findTolerance(fine, { least: finest / scale, points, bounds, frame });
  const lines = thinLines(fine, tolerance);
  return {
    seen: candidates.filter((one) => isVisible(one, shaded, stretch * tolerance)),
    toRings: (some) => {
      const rings = joinParts(
        some.map(({ part }) => part),
        arcs,
        lines,
      );
      return clip(isRolled ? rollRings(rings, frame) : rings, bounds);
    },
    toLines: (borders) => {
      const some = borders.map((index) => lines.get(index) ?? []);
      return (isRolled ? rollLines(some, frame) : some).flatMap((line) => clipLine(line, bounds));
    },
  };
}

function toBounds({ width, height }: MapFrame): Box {
  return { left: -bleed, top: -bleed, right: width + bleed, bottom: height + bleed };
}

/** Leaves out islands smaller than the tolerance, unless the map is about them. */
function isVisible({ code, part }: Seen, shaded: ReadonlySet<string>, minRadians: number): boolean {
  return part.cap.radius > minRadians || shaded.has(code);
}

interface Budget {
  /** The least tolerance, in radians. */
  readonly least: number;
  readonly points: number;
  readonly bounds: Box;
  readonly frame: MapFrame;
}

/** Finds the tolerance in radians that leaves as many points on the map as the budget allows. */
function findTolerance(
  lines: ReadonlyMap<number, ProjectedLine>,
  { least, points: most, bounds, frame }: Budget,
): number {
  // The most significant points are enough if there are many.
  for (let bar = 64 * least; ; bar /= 2) {
    const onSheet = listSignificance(lines, Math.max(bar, least), frame, bounds);
    if (onSheet.length > most) return Float64Array.from(onSheet).sort()[onSheet.length - most] ?? least;
    if (bar <= least) return least;
  }
}

/** Lists the significance of the points on the map for which it is at least a value. */
function listSignificance(
  lines: ReadonlyMap<number, ProjectedLine>,
  bar: number,
  frame: MapFrame,
  { left, top, right, bottom }: Box,
): readonly number[] {
  const onSheet: number[] = [];
  const roll = frame.kind === 'equal-earth' ? createRoll(frame) : undefined;
  for (const { points, significance } of lines.values()) {
    // A line without a point between its ends is a dot.
    for (let at = 1; at < significance.length - 1; at += 1) {
      const own = significance[at] ?? 0;
      if (own < bar) continue;
      let [x, y] = [points[2 * at] ?? 0, points[2 * at + 1] ?? 0];
      if (roll) {
        const rolled: number[] = [];
        roll(x, y, rolled);
        [x = 0, y = 0] = rolled;
      }
      if (x > left && x < right && y > top && y < bottom) onSheet.push(own);
    }
  }
  return onSheet;
}

/** Clips rings to the map. A ring smaller than a whole unit disappears. */
function clip(rings: readonly Points[], bounds: Box): readonly Points[] {
  return rings
    .map((ring) => clipRing(ring, bounds))
    .filter((ring) => {
      const { left, top, right, bottom } = getBox(ring);
      return right - left >= 1 || bottom - top >= 1;
    });
}

/** Returns the arcs between countries, each once, that are between some of them. */
function getBorders(seen: readonly Seen[], isBetween: (a: string, b: string) => boolean): readonly number[] {
  const { borders } = getOutlines();
  const indexes = new Set<number>();
  for (const { part } of seen) {
    for (const ring of part.rings) {
      for (const run of ring) {
        const index = run < 0 ? ~run : run;
        const pair = borders.get(index);
        if (pair && isBetween(...pair)) indexes.add(index);
      }
    }
  }
  return [...indexes];
}
