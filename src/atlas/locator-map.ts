import { mapSize } from './map-frame.ts';
import { drawGraticule } from './graticule.ts';
import { joinParts, projectLines, thinLines, type ProjectedLine } from './lines.ts';
import { getOutlines, type Part } from './outlines.ts';
import { clipLine, clipRing, getBox, toPathData, type Box } from './path-data.ts';
import { createAzimuthalEqualArea, type AzimuthalFrame } from './projection.ts';
import type { Points } from './simplify.ts';
import { isTouching, toVector, type Cap } from './sphere.ts';

/** The shapes of a map, each as the `d` attribute of an SVG path. */
export interface MapPaths {
  /** The lines of latitude and longitude. */
  readonly graticule: string;
  readonly land: string;
  readonly borders: string;
  /** The places that the map is about. */
  readonly here: string;
}

/** The maximum error of lines in units, half a pixel, if the budget allows it. */
const finest = 0.5;
/** The number of points of a map that make 4 kB of Brotli with everything else. */
const pointBudget = 1110;
/** The approximate stretch of the projection at a map's edge, relative to its middle. */
const stretch = 1.2;
/** Lines are clipped a little outside the map, so that the cuts are invisible. */
const bleed: Box = { left: -4, top: -4, right: mapSize.width + 4, bottom: mapSize.height + 4 };

/** A part of a country that is on the map. */
interface Seen {
  readonly code: string;
  readonly part: Part;
}

/**
 * Draws a frame: the outlines that lie in it, simplified on the plane to half a pixel, or to as little more as keeps a
 * map within 4 kB when it shows half a continent.
 *
 * Measured once, in November 2026, beside the libraries: `geoAzimuthalEqualArea` with `clipExtent` of d3-geo 3.1.2,
 * `presimplify` with `sphericalTriangleArea` and `simplify` of topojson-simplify 3.0.3, `merge` and `mesh` of
 * topojson-client. On 10,000 frames of countries and of random sets of up to three near ones, thinned to about as many
 * bytes, ours take 2.7 ms of processor time a map, those of the libraries 11.6 ms. Both draw the same pictures, but
 * where the area of triangles decides, fjords and islets go first. `npm run bench -- maps` times ours.
 */
export function drawFrame(frame: AzimuthalFrame, shaded: ReadonlySet<string>): MapPaths {
  const { arcs, shapes } = getOutlines();
  const projection = createAzimuthalEqualArea(frame);
  const view = getView(frame);
  const seen = [...shapes.values()].flatMap(({ code, parts }) =>
    parts.filter(({ cap }) => isTouching(cap, view)).map((part): Seen => ({ code, part })),
  );
  const scale = stretch * frame.scale;
  const candidates = seen.filter((one) => isVisible(one, shaded, finest / scale));
  const fine = projectLines(
    arcs,
    candidates.map(({ part }) => part),
    { projection, view, tolerance: finest / scale },
  );
  const tolerance = findTolerance(fine.values(), finest / scale);
  const lines = thinLines(fine, tolerance);
  const visible = candidates.filter((one) => isVisible(one, shaded, stretch * tolerance));
  const join = (some: readonly Seen[]) =>
    joinParts(
      some.map(({ part }) => part),
      arcs,
      lines,
    );
  const borders = getBorders(visible).map((index) => lines.get(index) ?? []);
  return {
    graticule: drawGraticule(projection, view, frame.scale, bleed),
    land: toPathData(clip(join(visible)), true),
    borders: toPathData(
      borders.flatMap((line) => clipLine(line, bleed)),
      false,
    ),
    here: toPathData(clip(join(visible.filter(({ code }) => shaded.has(code)))), true),
  };
}

/** Returns the part of the globe that a frame shows. */
function getView({ centre, scale, offset: [x, y] }: AzimuthalFrame): Cap {
  const farthest = Math.hypot(Math.max(x, mapSize.width - x), Math.max(y, mapSize.height - y));
  return { centre: toVector(centre), radius: 2 * Math.asin(Math.min(1, farthest / scale / 2)) };
}

/** Leaves out islands smaller than the tolerance, unless the map is about them. */
function isVisible({ code, part }: Seen, shaded: ReadonlySet<string>, minRadians: number): boolean {
  return part.cap.radius > minRadians || shaded.has(code);
}

/** Finds the tolerance in radians that leaves as many points on the map as the budget allows. */
function findTolerance(lines: Iterable<ProjectedLine>, least: number): number {
  const onSheet: number[] = [];
  for (const { points, significance } of lines) {
    // A line without a point between its ends is a dot.
    for (let at = 1; at < significance.length - 1; at += 1) {
      const [x, y] = [points[2 * at] ?? 0, points[2 * at + 1] ?? 0];
      if (x > bleed.left && x < bleed.right && y > bleed.top && y < bleed.bottom) onSheet.push(significance[at] ?? 0);
    }
  }
  if (onSheet.length <= pointBudget) return least;
  return Float64Array.from(onSheet).sort()[onSheet.length - pointBudget] ?? least;
}

/** Clips rings to the map. A ring smaller than a whole unit disappears. */
function clip(rings: readonly Points[]): readonly Points[] {
  return rings
    .map((ring) => clipRing(ring, bleed))
    .filter((ring) => {
      const { left, top, right, bottom } = getBox(ring);
      return right - left >= 1 || bottom - top >= 1;
    });
}

/** Returns the lines between countries, each once. */
function getBorders(seen: readonly Seen[]): readonly number[] {
  const { borders } = getOutlines();
  const runs = seen.flatMap(({ part }) => part.rings.flat());
  return [...new Set(runs.map((run) => (run < 0 ? ~run : run)))].filter((index) => borders.has(index));
}
