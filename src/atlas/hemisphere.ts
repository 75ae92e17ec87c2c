import type { Arc } from './shape.ts';
import type { Point } from './projection.ts';
import type { Points } from './simplify.ts';
import { toLonLat, type Vector } from './sphere.ts';

/** A ring of unit vectors: x, y and z of each. */
export interface SphereRing {
  readonly vectors: Points;
  /** 1 if it runs clockwise around the smaller part of the sphere, else −1. */
  readonly direction: 1 | -1;
}

/** The disc that a globe is drawn as. */
export interface Disc {
  /** The position of its centre, in x and in y. */
  readonly middle: number;
  readonly radius: number;
}

/** Joins the points of arcs to a ring, without those whose removal stays within a tolerance in radians. */
export function toSphereRing(runs: readonly number[], arcs: readonly Arc[], tolerance: number): SphereRing {
  const ring: number[] = [];
  for (const run of runs) {
    const arc = arcs[run < 0 ? ~run : run];
    const count = arc?.significance.length ?? 0;
    // The last point of each is the first of the next.
    for (let step = 0; step < count - 1; step += 1) {
      const at = run < 0 ? count - 1 - step : step;
      if ((arc?.significance[at] ?? 0) < tolerance) continue;
      ring.push(arc?.vectors[3 * at] ?? 0, arc?.vectors[3 * at + 1] ?? 0, arc?.vectors[3 * at + 2] ?? 0);
    }
  }
  return { vectors: ring, direction: getDirection(ring) };
}

const turn = 2 * Math.PI;

function getDirection(ring: Points): 1 | -1 {
  let area = 0;
  let [x, y, z] = ring.slice(-3);
  for (let at = 0; at < ring.length; at += 3) {
    const [nextX = 0, nextY = 0, nextZ = 0] = [ring[at], ring[at + 1], ring[at + 2]];
    area += toTurn(Math.atan2(nextY, nextX) - Math.atan2(y ?? 0, x ?? 0)) * (1 + ((z ?? 0) + nextZ) / 2);
    [x, y, z] = [nextX, nextY, nextZ];
  }
  // Around the North Pole, everything south of the ring has been measured.
  const isSmall = Math.abs(area) < turn;
  return area > 0 === isSmall ? 1 : -1;
}

/** Returns an angle between −π and π. */
function toTurn(angle: number): number {
  return angle > Math.PI ? angle - turn : angle < -Math.PI ? angle + turn : angle;
}

/** Draws a point of the globe, seen from far above a place. */
export function drawPoint(place: Vector, view: Vector, disc: Disc): Point {
  const { east, north } = getAxes(view);
  return [disc.middle + disc.radius * dot(place, east), disc.middle - disc.radius * dot(place, north)];
}

/**
 * Draws a ring on the globe, seen from far above a place. Behind the horizon it follows the edge of the disc. Empty if
 * all of it is there.
 */
export function drawHemisphere({ vectors, direction }: SphereRing, view: Vector, disc: Disc): readonly Points[] {
  const { east, north } = getAxes(view);
  const pen = createPen(disc);
  const toAngle = (place: Vector) => Math.atan2(dot(place, north), dot(place, east));
  let before: Vector = [vectors.at(-3) ?? 0, vectors.at(-2) ?? 0, vectors.at(-1) ?? 0];
  let [wasSeen, angleBefore, winding, isAnySeen] = [dot(before, view) > 0, toAngle(before), 0, false];
  for (let at = 0; at < vectors.length; at += 3) {
    const here: Vector = [vectors[at] ?? 0, vectors[at + 1] ?? 0, vectors[at + 2] ?? 0];
    const [isSeen, angle] = [dot(here, view) > 0, toAngle(here)];
    winding += toTurn(angle - angleBefore);
    const edge = isSeen === wasSeen ? angle : toAngle(cross(before, here, view));
    if (!wasSeen) pen.follow(angleBefore, edge);
    else if (!isSeen) pen.enter(edge, angle);
    if (isSeen) pen.put(dot(here, east), dot(here, north));
    isAnySeen ||= isSeen;
    [before, wasSeen, angleBefore] = [here, isSeen, angle];
  }
  if (!isAnySeen) return [];
  // A ring around the point behind the centre bounds what is outside of it.
  const isInverse = Math.round(winding / turn) * direction > 0;
  return isInverse ? [pen.points, drawCircle(disc)] : [pen.points];
}

/** Draws points on a disc and lines along its edge. */
function createPen({ middle, radius }: Disc) {
  const points: number[] = [];
  const put = (x: number, y: number) => points.push(middle + radius * x, middle - radius * y);
  const follow = (from: number, to: number) => {
    const angle = toTurn(to - from);
    const steps = Math.ceil(Math.abs(angle) / edgeStep);
    for (let step = 1; step <= steps; step += 1) {
      put(Math.cos(from + (angle * step) / steps), Math.sin(from + (angle * step) / steps));
    }
  };
  const enter = (edge: number, to: number) => {
    put(Math.cos(edge), Math.sin(edge));
    follow(edge, to);
  };
  return { points, put, follow, enter };
}

/** Steps along the edge are so small that it stays round. */
const edgeStep = turn / 40;

function drawCircle(disc: Disc): Points {
  const { points, follow } = createPen(disc);
  for (const quarter of [0, 1, 2, 3]) follow((quarter * turn) / 4, ((quarter + 1) * turn) / 4);
  return points;
}

/** Returns where the line from one place to another crosses the horizon. */
function cross(from: Vector, to: Vector, view: Vector): Vector {
  const [here, there] = [dot(from, view), dot(to, view)];
  const share = here / (here - there);
  return [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2]),
  ];
}

function getAxes(view: Vector): { readonly east: Vector; readonly north: Vector } {
  const longitude = (toLonLat(view)[0] * Math.PI) / 180;
  const east: Vector = [-Math.sin(longitude), Math.cos(longitude), 0];
  const [x, y, z] = view;
  return { east, north: [y * east[2] - z * east[1], z * east[0] - x * east[2], x * east[1] - y * east[0]] };
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
