/** The points of a line on a plane in sequence: x and y of each. */
export type Points = readonly number[];

/**
 * Returns for every point of a line the largest tolerance at which the point stays, so that one pass serves every
 * tolerance. The ends always stay.
 *
 * @returns distances in the unit of the points
 *
 * Source: D. Douglas, T. Peucker, Algorithms for the reduction of the number of points, 1973; the tolerance of a point
 * is bounded by that of the point that split the line before it
 */
export function measureSignificance(points: Points): readonly number[] {
  const count = points.length / 2;
  if (count === 0) return [];
  const significance: number[] = Array.from({ length: count }, () => 0);
  significance[0] = significance[count - 1] = Infinity;
  const firsts = [0];
  const lasts = [count - 1];
  while (firsts.length > 0) {
    const first = firsts.pop() ?? 0;
    const last = lasts.pop() ?? 0;
    if (last - first < 2) continue;
    const index = getFarthest(points, first, last);
    const distance = Math.sqrt(measureSquare(points, first, last, index));
    significance[index] = Math.min(distance, significance[first] ?? Infinity, significance[last] ?? Infinity);
    firsts.push(first, index);
    lasts.push(index, last);
  }
  return significance;
}

/** Removes the points of a line whose removal stays within a tolerance. */
export function simplify(points: Points, tolerance: number): Points {
  if (points.length <= 4) return points;
  const significance = measureSignificance(points);
  const kept: number[] = [];
  for (let index = 0; index < significance.length; index += 1) {
    if ((significance[index] ?? 0) >= tolerance) kept.push(points[2 * index] ?? 0, points[2 * index + 1] ?? 0);
  }
  return kept;
}

/** Finds the point between two others that is farthest from the straight line between them. */
function getFarthest(points: Points, first: number, last: number): number {
  let [found, farthest] = [first + 1, -1];
  for (let index = first + 1; index < last; index += 1) {
    const square = measureSquare(points, first, last, index);
    if (square > farthest) {
      found = index;
      farthest = square;
    }
  }
  return found;
}

/** Returns the square of the distance of a point from the straight line between two others. */
function measureSquare(points: Points, first: number, last: number, index: number): number {
  const x = points[2 * first] ?? 0;
  const y = points[2 * first + 1] ?? 0;
  const dx = (points[2 * last] ?? 0) - x;
  const dy = (points[2 * last + 1] ?? 0) - y;
  const px = (points[2 * index] ?? 0) - x;
  const py = (points[2 * index + 1] ?? 0) - y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  const offX = px - along * dx;
  const offY = py - along * dy;
  return offX * offX + offY * offY;
}
