import { clipRing, getBox } from './path-data.ts';
import { createRoll, type PlaneFrame } from './projection.ts';
import type { Points } from './simplify.ts';

const turn = 2 * Math.PI;
const world = { left: -Math.PI, top: -Math.PI / 2, right: Math.PI, bottom: Math.PI / 2 } as const;

/**
 * Draws rings of longitudes and latitudes on a map in Equal Earth. Rings across its edge are cut in two, and one around
 * a pole is closed along it.
 */
export function rollRings(rings: readonly Points[], frame: PlaneFrame): readonly Points[] {
  return rings
    .flatMap(cutRing)
    .filter(({ length }) => length > 0)
    .map((ring) => rollPoints(ring, frame));
}

/** Draws lines of longitudes and latitudes, in two pieces where they cross the edge of the map. */
export function rollLines(lines: readonly Points[], frame: PlaneFrame): readonly Points[] {
  return lines.flatMap(cutLine).map((line) => rollPoints(line, frame));
}

function rollPoints(points: Points, frame: PlaneFrame): Points {
  const roll = createRoll(frame);
  const rolled: number[] = [];
  for (let at = 0; at < points.length; at += 2) roll(points[at] ?? 0, points[at + 1] ?? 0, rolled);
  return rolled;
}

function cutRing(ring: Points): readonly Points[] {
  const whole = unrollRing(ring);
  const { left, right } = getBox(whole);
  const copies = [0];
  if (left < world.left) copies.push(turn);
  if (right > world.right) copies.push(-turn);
  return copies.map((shift) => clipRing(shift === 0 ? whole : move(whole, shift), world));
}

/** Makes the longitudes of a ring continuous, beyond 180° where it crosses the edge. */
function unrollRing(ring: Points): Points {
  const points: number[] = [];
  const [first = 0, start = 0] = ring;
  let [shift, before] = [0, first];
  const follow = (longitude: number) => {
    const step = longitude + shift - before;
    if (step > Math.PI) shift -= turn;
    else if (step < -Math.PI) shift += turn;
    before = longitude + shift;
    return before;
  };
  for (let at = 0; at < ring.length; at += 2) points.push(follow(ring[at] ?? 0), ring[at + 1] ?? 0);
  const end = follow(first);
  if (shift === 0) return points;
  const pole = start < 0 ? world.top : world.bottom;
  return [...points, end, start, end, pole, first, pole];
}

function move(points: Points, shift: number): Points {
  return points.map((value, at) => (at % 2 === 0 ? value + shift : value));
}

function cutLine(line: Points): readonly Points[] {
  const pieces: number[][] = [[]];
  for (let at = 0; at < line.length; at += 2) {
    const [x, y] = [line[at] ?? 0, line[at + 1] ?? 0];
    if (at > 0 && Math.abs(x - (line[at - 2] ?? 0)) > Math.PI) pieces.push([]);
    pieces.at(-1)?.push(x, y);
  }
  return pieces.filter(({ length }) => length > 2);
}
