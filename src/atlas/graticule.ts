import { memoize } from '../core/memo.ts';
import { clipLine, toPathData, type Box } from './path-data.ts';
import { toPoint, type Projection } from './projection.ts';
import { simplify, type Points } from './simplify.ts';
import { getAngle, toVector, type Cap, type Vector } from './sphere.ts';

/** The approximate distance of lines from each other, in units of the map. */
const spacing = 130;
const steps = [2, 5, 10, 15, 30] as const;

/** How far outside a view lines are drawn, in radians. */
const margin = 0.15;

/** Draws meridians and parallels, which show how a map without land is oriented. */
export function drawGraticule(projection: Projection, view: Cap, scale: number, box: Box): string {
  const step = steps.find((degrees) => (degrees * Math.PI * scale) / 180 >= spacing) ?? 30;
  const lines = getGraticule(step)
    .filter((line) => isNear(line, view))
    .flatMap(({ vectors }) => projectSeen(vectors, projection, view, (box.right - box.left) / 2));
  return toPathData(
    lines.flatMap((line) => clipLine(simplify(line, 0.7), box)),
    false,
  );
}

/** A meridian with the one opposite, or a parallel: everything at a distance from a pole. */
interface GraticuleLine {
  readonly vectors: readonly Vector[];
  readonly pole: Vector;
  /** Radians. */
  readonly distance: number;
}

function isNear({ pole, distance }: GraticuleLine, { centre, radius }: Cap): boolean {
  return Math.abs(getAngle(pole, centre) - distance) <= radius + margin;
}

/** The lines at intervals of some degrees. */
const getGraticule = memoize((step: number): readonly GraticuleLine[] => {
  const latitudes = range(-90 + step, 90 - step, step / 2);
  const longitudes = range(-180, 180, step / 2);
  const meridians = range(-180, 180 - step, step).map((longitude) => ({
    vectors: latitudes.map((latitude) => toVector([longitude, latitude])),
    pole: toVector([longitude + 90, 0]),
    distance: Math.PI / 2,
  }));
  const parallels = range(-90 + step, 90 - step, step).map((latitude) => ({
    vectors: longitudes.map((longitude) => toVector([longitude, latitude])),
    pole: toVector([0, 90]),
    distance: ((90 - latitude) * Math.PI) / 180,
  }));
  return [...meridians, ...parallels];
});

function range(first: number, last: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((last - first) / step + 1.001) }, (_, index) => first + index * step);
}

/** Returns the parts of a line that are in a view or near it, without steps from one edge of the world to the other. */
function projectSeen(
  line: readonly Vector[],
  projection: Projection,
  { centre, radius }: Cap,
  longest: number,
): readonly Points[] {
  const least = Math.cos(Math.min(Math.PI, radius + margin));
  const pieces: number[][] = [[]];
  for (const [x, y, z] of line) {
    const isSeen = x * centre[0] + y * centre[1] + z * centre[2] > least;
    const [left = 0, top = 0] = isSeen ? toPoint(projection, [x, y, z]) : [];
    const isFar = Math.abs(left - (pieces.at(-1)?.at(-2) ?? left)) > longest;
    if (!isSeen || isFar) pieces.push([]);
    if (isSeen) pieces.at(-1)?.push(left, top);
  }
  return pieces.filter(({ length }) => length > 2);
}
