import type { Shape } from './outlines.ts';
import type { Box } from './path-data.ts';
import { createAzimuthalEqualArea, isInside, toPoint, type AzimuthalFrame, type Projection } from './projection.ts';
import { toCap, toLonLat, type Vector } from './sphere.ts';

/** The size of a locator map in its units, each about a pixel of a wide screen. */
export const mapSize = { width: 1120, height: 400 } as const;

/** The middle of the map, which is all that a phone shows. The places of a story are inside it. */
export const safeArea: Box = { left: 260, top: 0, right: 860, bottom: 400 };

/** The area for the places themselves, a little away from the edge. */
const inner: Box = {
  left: safeArea.left + 24,
  top: safeArea.top + 24,
  right: safeArea.right - 24,
  bottom: safeArea.bottom - 24,
};

/** The maximum angle from the middle to the farthest place, in radians. Beyond it, the map shows the whole world. */
const widestRadians = (48 * Math.PI) / 180;

/**
 * Kilometres from top to bottom of the map of a small place: the first with other countries around it, else the last.
 */
const heightsKm = [1000, 1500, 2200, 3200, 4400] as const;
const minNeighbours = 3;
const earthRadiusKm = 6371;

/**
 * Builds the frame of an equal-area map centred on some places, all of them in the middle of the map. One small place
 * gets wide surroundings; a large one, or several, get little more than they need.
 *
 * @param point a city that must be seen too
 * @returns undefined when the places are too far apart for one side of the globe, or when there is none
 */
export function buildMapFrame(
  places: readonly Shape[],
  shapes: Iterable<Shape>,
  point?: Vector,
): AzimuthalFrame | undefined {
  const corners = places.flatMap((shape) => shape.corners);
  const frame = fit(corners, shapes);
  if (!point || !frame) return point && corners.length === 0 ? fit([point], shapes) : frame;
  return isInside(toPoint(createAzimuthalEqualArea(frame), point), inner) ? frame : fit([...corners, point], shapes);
}

function fit(corners: readonly Vector[], shapes: Iterable<Shape>): AzimuthalFrame | undefined {
  const cap = toCap(corners);
  if (corners.length === 0 || cap.radius > widestRadians) return undefined;
  const centre = toLonLat(cap.centre);
  const plane = createAzimuthalEqualArea({ centre, scale: 1, offset: [0, 0] });
  const points = corners.map((corner) => toPoint(plane, corner));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fill = getFill(cap.radius);
  const largest = Math.min(
    (fill * (safeArea.right - safeArea.left)) / Math.max(right - left, 1e-6),
    (fill * (safeArea.bottom - safeArea.top)) / Math.max(bottom - top, 1e-6),
  );
  const toFrame = (scale: number): AzimuthalFrame => ({
    centre,
    scale,
    offset: [mapSize.width / 2 - (scale * (left + right)) / 2, mapSize.height / 2 - (scale * (top + bottom)) / 2],
  });
  const scales = heightsKm.map((km) => (mapSize.height * earthRadiusKm) / km).map((scale) => Math.min(scale, largest));
  const surrounded = scales.find(
    (scale) => scale === largest || hasNeighbours(createAzimuthalEqualArea(toFrame(scale)), corners, shapes),
  );
  return toFrame(surrounded ?? scales.at(-1) ?? largest);
}

/** Returns the share of the safe area that the places may fill: half for a small country, most for a continent. */
function getFill(radiusRadians: number): number {
  const degrees = (radiusRadians * 180) / Math.PI;
  return 0.52 + 0.34 * Math.min(1, Math.max(0, (degrees - 3) / 22));
}

/** Returns whether there is enough around the places to recognise where they are. */
function hasNeighbours(projection: Projection, corners: readonly Vector[], shapes: Iterable<Shape>): boolean {
  let count = 0;
  for (const { cap, corners: others } of shapes) {
    if (!corners.includes(others[0] ?? [0, 0, 0]) && isInside(toPoint(projection, cap.centre), inner)) count += 1;
  }
  return count >= minNeighbours;
}

/** Returns whether places fit on one side of the globe. False if there is none. */
export function isOneSided(places: readonly Shape[]): boolean {
  const corners = places.flatMap((shape) => shape.corners);
  return corners.length > 0 && toCap(corners).radius <= widestRadians;
}
