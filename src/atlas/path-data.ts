import type { Points } from './simplify.ts';

/** A rectangle, in units of the map. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Returns the smallest box around some points. */
export function getBox(points: Points): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < points.length; index += 2) {
    const [x, y] = [points[index] ?? 0, points[index + 1] ?? 0];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

/** Returns whether one box is wholly inside another. */
function isInBox(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

function isApart(a: Box, b: Box): boolean {
  return a.right < b.left || a.left > b.right || a.bottom < b.top || a.top > b.bottom;
}

/**
 * Clips a ring to a box. Where it leaves the box it follows the edge.
 *
 * Source: I. Sutherland, G. Hodgman, Reentrant polygon clipping, 1974
 */
export function clipRing(ring: Points, box: Box): Points {
  const own = getBox(ring);
  if (isInBox(own, box)) return ring;
  if (isApart(own, box)) return [];
  let points = clipSide(ring, 0, box.left, 1);
  points = clipSide(points, 0, box.right, -1);
  points = clipSide(points, 1, box.top, 1);
  points = clipSide(points, 1, box.bottom, -1);
  return points;
}

/** Keeps the part on one side of a straight line along an axis. */
function clipSide(points: Points, axis: 0 | 1, edge: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  const count = points.length / 2;
  for (let index = 0; index < count; index += 1) {
    const next = (index + 1) % count;
    const [x, y] = [points[2 * index] ?? 0, points[2 * index + 1] ?? 0];
    const [nextX, nextY] = [points[2 * next] ?? 0, points[2 * next + 1] ?? 0];
    const here = sign * ((axis === 0 ? x : y) - edge);
    const there = sign * ((axis === 0 ? nextX : nextY) - edge);
    if (here >= 0) kept.push(x, y);
    if (here >= 0 !== there >= 0) {
      const share = here / (here - there);
      kept.push(x + share * (nextX - x), y + share * (nextY - y));
    }
  }
  return kept;
}

/** Clips a line to a box: the pieces that touch it, with one point beyond it at each end. */
export function clipLine(line: Points, box: Box): readonly Points[] {
  const own = getBox(line);
  if (isInBox(own, box)) return [line];
  if (isApart(own, box)) return [];
  const pieces: Points[] = [];
  let start = -1;
  const count = line.length / 2;
  for (let index = 0; index + 1 < count; index += 1) {
    const isSeen = !isApart(getBox(line.slice(2 * index, 2 * index + 4)), box);
    if (isSeen && start < 0) start = index;
    if (start >= 0 && !isSeen) pieces.push(line.slice(2 * start, 2 * index + 2));
    if (!isSeen) start = -1;
  }
  if (start >= 0) pieces.push(line.slice(2 * start));
  return pieces;
}

/**
 * Renders lines as the `d` of an SVG path: whole units, each point relative to the one before, as short as the grammar
 * allows.
 *
 * @param isClosed they are rings
 * @example toPathData([[0, 0, 4, 0, 4, 3]], true) // 'm0 0 4 0 0 3z'
 *
 * Source: https://www.w3.org/TR/SVG2/paths.html#PathDataBNF
 */
export function toPathData(lines: readonly Points[], isClosed: boolean): string {
  let [data, atX, atY] = ['', 0, 0];
  for (const line of lines) {
    const [startX, startY] = [Math.round(line[0] ?? 0), Math.round(line[1] ?? 0)];
    let [x, y] = [startX, startY];
    let steps = '';
    for (let index = 2; index < line.length; index += 2) {
      const [nextX, nextY] = [Math.round(line[index] ?? 0), Math.round(line[index + 1] ?? 0)];
      if (nextX === x && nextY === y) continue;
      steps += toStep(nextX - x, nextY - y);
      [x, y] = [nextX, nextY];
    }
    if (steps === '') continue;
    data += `m${toStep(startX - atX, startY - atY).trimStart()}${steps}${isClosed ? 'z' : ''}`;
    [atX, atY] = isClosed ? [startX, startY] : [x, y];
  }
  return data;
}

/** A minus sign separates as well as a space. */
function toStep(x: number, y: number): string {
  return `${x < 0 ? '' : ' '}${x}${y < 0 ? '' : ' '}${y}`;
}
