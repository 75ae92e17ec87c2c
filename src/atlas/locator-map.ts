import { buildFrame, safe, sheet } from './frame.ts';
import { drawGraticule } from './graticule.ts';
import { buildLines, joinParts, simplifyLines, type LineOptions, type Lines } from './lines.ts';
import { getOutlines, type Part, type Shape } from './outlines.ts';
import { clipLine, clipRing, getBox, toPathData, type Box } from './path-data.ts';
import { createAzimuthalEqualArea, type AzimuthalFrame } from './projection.ts';
import type { Points } from './simplify.ts';
import { isTouching, toVector, type Cap } from './sphere.ts';

/** What a map is drawn of, as the `d` of SVG paths. */
export interface MapPaths {
  /** Lines of latitude and longitude. */
  readonly graticule: string;
  readonly land: string;
  readonly borders: string;
  /** The places that the map is about. */
  readonly here: string;
}

/** Half a pixel, about: lines are off by no more where the budget allows it. */
const finest = 0.5;
/** What a map of half a continent comes to. */
const usual = 2;
const narrowRadians = 0.3;
/** Points of a map: 4 kB of Brotli with all else. */
const pointBudget = 1850;
/** Lines are cut a little outside the sheet, so that the cuts are not seen. */
const bleed: Box = { left: -4, top: -4, right: sheet.width + 4, bottom: sheet.height + 4 };

/** A part of a country that lies on the sheet. */
interface Seen {
  readonly code: string;
  readonly part: Part;
}

/**
 * Draws a frame: the outlines that lie in it, simplified on the plane to half a pixel, or to as little more as keeps a map within
 * 4 kB when it shows half a continent.
 */
export function drawFrame(frame: AzimuthalFrame, shaded: ReadonlySet<string>): MapPaths {
  const { arcs, shapes } = getOutlines();
  const projection = createAzimuthalEqualArea(frame);
  const view = getView(frame);
  const seen = [...shapes.values()].flatMap(({ code, parts }) =>
    parts.filter(({ cap }) => isTouching(cap, view)).map((part): Seen => ({ code, part })),
  );
  const { lines, tolerance } = fitLines(seen, shaded, { projection, view, scale: 1.2 * frame.scale });
  const visible = seen.filter((one) => isVisible(one, shaded, tolerance / frame.scale));
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

/** The part of the globe that a frame shows. */
function getView({ centre, scale, offset: [x, y] }: AzimuthalFrame): Cap {
  const farthest = Math.hypot(Math.max(x, sheet.width - x), Math.max(y, sheet.height - y));
  return { centre: toVector(centre), radius: 2 * Math.asin(Math.min(1, farthest / scale / 2)) };
}

/** An island smaller than the tolerance is left out, unless the map is about it. */
function isVisible({ code, part }: Seen, shaded: ReadonlySet<string>, leastRadians: number): boolean {
  return part.cap.radius > leastRadians || shaded.has(code);
}

/** Finds how fine the lines can be; what that is is seen from a rough drawing, so that no map costs much. */
function fitLines(
  seen: readonly Seen[],
  shaded: ReadonlySet<string>,
  options: Omit<LineOptions, 'tolerance'>,
): { readonly lines: Lines; readonly tolerance: number } {
  const { arcs } = getOutlines();
  const build = (tolerance: number) => {
    const parts = seen.filter((one) => isVisible(one, shaded, tolerance / options.scale)).map(({ part }) => part);
    return buildLines(arcs, parts, { ...options, tolerance });
  };
  // A country and its neighbours never have too many points.
  let tolerance = options.view.radius < narrowRadians ? finest : usual;
  let lines = build(tolerance);
  let count = countPoints(lines);
  if (count < pointBudget && tolerance > finest) {
    // Four times finer is three times as many points at the most.
    tolerance = Math.max(finest, usual * (count / pointBudget) ** 1.3);
    lines = build(tolerance);
    count = countPoints(lines);
  }
  while (count > pointBudget) {
    tolerance *= Math.max(1.08, count / pointBudget);
    lines = simplifyLines(lines, tolerance);
    count = countPoints(lines);
  }
  return { lines, tolerance };
}

/** Counts the points that lie on the sheet; lines of two points are dots. */
function countPoints(lines: Lines): number {
  let count = 0;
  for (const line of lines.values()) {
    if (line.length <= 4) continue;
    for (let index = 0; index < line.length; index += 2) {
      const [x, y] = [line[index] ?? 0, line[index + 1] ?? 0];
      if (x > bleed.left && x < bleed.right && y > bleed.top && y < bleed.bottom) count += 1;
    }
  }
  return count;
}

/** Cuts rings to the sheet; a ring of which no whole unit is left is gone. */
function clip(rings: readonly Points[]): readonly Points[] {
  return rings
    .map((ring) => clipRing(ring, bleed))
    .filter((ring) => {
      const { left, top, right, bottom } = getBox(ring);
      return right - left >= 1 || bottom - top >= 1;
    });
}

/** Gives the lines between countries, each once. */
function getBorders(seen: readonly Seen[]): readonly number[] {
  const { borders } = getOutlines();
  const runs = seen.flatMap(({ part }) => part.rings.flat());
  return [...new Set(runs.map((run) => (run < 0 ? ~run : run)))].filter((index) => borders.has(index));
}
