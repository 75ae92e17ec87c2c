import type { Face } from '../core/face.ts';
import { once } from '../core/memo.ts';
import { joinRuns } from './lines.ts';
import { drawHemisphere, drawPoint, toSphereRing, type SphereRing } from './hemisphere.ts';
import { getOutlines } from './outlines.ts';
import type { Part, Shape } from './shape.ts';
import { getBox, toPathData } from './path-data.ts';
import { simplify, type Points } from './simplify.ts';
import { toCap, toLonLat, toPlaceAround, toVector, type LonLat, type Vector } from './sphere.ts';
import { globeSize, renderGlobe, type Globe } from './svg.ts';

/** Units by which outlines may deviate. */
const tolerance = 0.7;
const frame = { middle: globeSize / 2, radius: globeSize / 2 - 1 } as const;

/** Places with a smaller area on a globe than this, in square units, get a dot: France does, Turkey does not. */
const minArea = 60;

/** Draws a globe centred on some countries as an SVG file. */
export function drawGlobe(codes: readonly string[], face?: Face): string {
  const { shapes } = getOutlines();
  return renderGlobe(turnGlobe(codes.flatMap((code) => shapes.get(code) ?? [])), face);
}

function turnGlobe(shapes: readonly Shape[]): Globe {
  const { centre } = toCap(shapes.flatMap(({ corners }) => corners));
  const view = turn(centre);
  const area = shapes.reduce((total, shape) => total + shape.area, 0) * (globeSize / 2) ** 2;
  const draw = (rings: readonly SphereRing[]) =>
    rings.flatMap((ring) => drawHemisphere(ring, view, frame)).map((ring) => simplify(ring, tolerance));
  return {
    land: toPathData(
      draw(getLand()).filter((ring) => measure(ring) > 3 * tolerance),
      true,
    ),
    here: toPathData(draw(toRings(shapes.flatMap(({ parts }) => parts))), true),
    dot: area < minArea ? drawPoint(centre, view, frame) : undefined,
  };
}

/** Returns the land of the whole world, coarse enough for a globe. */
const getLand = once(() => {
  const parts = [...getOutlines().shapes.values()].flatMap((shape) => shape.parts);
  return toRings(parts.filter(({ cap }) => cap.radius * frame.radius > tolerance));
});

function toRings(parts: readonly Part[]): readonly SphereRing[] {
  const { arcs } = getOutlines();
  return joinRuns(parts, arcs).map((runs) => toSphereRing(runs, arcs, tolerance / frame.radius));
}

function measure(ring: Points): number {
  const { left, top, right, bottom } = getBox(ring);
  return Math.max(right - left, bottom - top);
}

/** The least land that a globe shows, as a share of the most that one can show. */
const minLand = 0.3;
/**
 * Degrees by which a globe may be turned away from a place so that land is visible. The place is still well in front.
 */
const turns = [20, 32, 42] as const;
/** No globe is shown from straight above a pole, except for Antarctica. */
const steepest = 52;

/** Finds the point to look at a place from: straight above it, or so that some land is in sight. */
function turn(place: Vector): Vector {
  const [longitude, latitude] = toLonLat(place);
  const level = toVector([longitude, latitude < -70 ? latitude : Math.max(-steepest, Math.min(steepest, latitude))]);
  const least = getLeastLand();
  if (weighLand(level) >= least) return level;
  for (const angle of turns) {
    const best = getAround([longitude, latitude], angle).reduce((a, b) => (weighLand(a) >= weighLand(b) ? a : b));
    if (weighLand(best) >= least || angle === turns.at(-1)) return best;
  }
  return level;
}

const getLeastLand = once(() => minLand * Math.max(...getLandPoints().map(({ at }) => weighLand(at))));

/** Returns points in all directions at an angle from a place. */
function getAround(place: LonLat, degrees: number): readonly Vector[] {
  return Array.from({ length: 16 }, (_, index) => toPlaceAround(place, degrees, index * 22.5)).filter(
    (vector) => Math.abs(toLonLat(vector)[1]) <= steepest,
  );
}

/** The parts of countries as points, each with its area. */
const getLandPoints = once(() =>
  [...getOutlines().shapes.values()].flatMap(({ area, parts }) =>
    parts.filter(({ share }) => share > 0.05).map(({ cap, share }) => ({ at: cap.centre, area: area * share })),
  ),
);

/** Returns how much land is in front when the globe is seen from above a place. */
function weighLand([x, y, z]: Vector): number {
  return getLandPoints().reduce(
    (total, { at, area }) => total + area * Math.max(0, x * at[0] + y * at[1] + z * at[2]) ** 2,
    0,
  );
}
