import { memoize } from '../core/memo.ts';
import { clipLine, toPathData, type Box } from './path-data.ts';
import type { Projection } from './projection.ts';
import { simplify, type Points } from './simplify.ts';
import { toVector, type Cap, type Vector } from './sphere.ts';

/** The approximate distance of lines from each other, in units of the map. */
const spacing = 130;
const steps = [2, 5, 10, 15, 30] as const;

/** Draws meridians and parallels, which show how a map without land is oriented. */
export function drawGraticule(projection: Projection, view: Cap, scale: number, box: Box): string {
  const step = steps.find((degrees) => (degrees * Math.PI * scale) / 180 >= spacing) ?? 30;
  const lines = getGraticule(step).flatMap((line) => projectSeen(line, projection, view));
  return toPathData(
    lines.flatMap((line) => clipLine(simplify(line, 0.7), box)),
    false,
  );
}

/** The lines at intervals of some degrees, as unit vectors. */
const getGraticule = memoize((step: number): readonly (readonly Vector[])[] => {
  const latitudes = range(-90 + step, 90 - step, step / 4);
  const longitudes = range(-180, 180, step / 4);
  const meridians = range(-180, 180 - step, step).map((longitude) =>
    latitudes.map((latitude) => toVector([longitude, latitude])),
  );
  const parallels = range(-90 + step, 90 - step, step).map((latitude) =>
    longitudes.map((longitude) => toVector([longitude, latitude])),
  );
  return [...meridians, ...parallels];
});

function range(first: number, last: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((last - first) / step + 1.001) }, (_, index) => first + index * step);
}

/** Returns the parts of a line that are in a view or near it. */
function projectSeen(line: readonly Vector[], projection: Projection, { centre, radius }: Cap): readonly Points[] {
  const least = Math.cos(Math.min(Math.PI, radius + 0.15));
  const pieces: number[][] = [[]];
  for (const [x, y, z] of line) {
    if (x * centre[0] + y * centre[1] + z * centre[2] > least) projection(x, y, z, pieces.at(-1) ?? []);
    else if (pieces.at(-1)?.length !== 0) pieces.push([]);
  }
  return pieces.filter(({ length }) => length > 2);
}
