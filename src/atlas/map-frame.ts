import type { Shape } from './shape.ts';
import type { Box } from './path-data.ts';
import {
  createAzimuthalEqualArea,
  createEqualEarth,
  equalEarthWidth,
  isInside,
  toPoint,
  type PlaneFrame,
  type Point,
  type Projection,
} from './projection.ts';
import { getAngle, toCap, toLonLat, toVector, type LonLat, type Vector } from './sphere.ts';

/** The size of a map of part of the world in its units, each about a pixel of a wide screen. */
export const mapSize = { width: 1120, height: 400 } as const;

/** The height of a map of the whole world, from 83.7° north to 57° south. */
const worldHeight = 455;

/** The middle of the map, which is all that a phone shows. The places of a story are inside it. */
export const safeArea: Box = { left: 260, top: 0, right: 860, bottom: 400 };

/** The area for the places themselves, a little away from the edge. */
const inner: Box = { left: 284, top: 24, right: 836, bottom: 376 };

/** The middle half of what a phone shows. The middle of the main place is inside it, whatever else must be visible. */
const middleHalf: Box = { left: 410, top: 100, right: 710, bottom: 300 };

/** A map's projection, its scale and its size. */
export interface MapFrame extends PlaneFrame {
  /** Equal Earth has upright meridians, which a wide map needs. The azimuthal projection has truer shapes. */
  readonly kind: 'azimuthal' | 'equal-earth';
  readonly width: number;
  readonly height: number;
  /** Whether it shows the whole world, so that a phone must not crop its sides. */
  readonly isWorld: boolean;
}

/** The maximum angle in radians from the middle of an azimuthal map to the places on it: they are 60° wide together. */
const widestRadians = (30 * Math.PI) / 180;

/** The latitude in degrees beyond which a place is around a pole, where no meridian is upright. */
const polarDegrees = 75;

/**
 * Kilometres from top to bottom of the map of a small place: the first with other countries around it, else the last.
 */
const heightsKm = [1000, 1500, 2200, 3200, 4400] as const;
const minNeighbours = 3;
const earthRadiusKm = 6371;

/** The corners of some places, with more points that must be visible. */
interface Subject {
  readonly corners: readonly Vector[];
  readonly points: readonly Vector[];
}

/**
 * Builds the frame of an equal-area map around some places, with north up in the middle of them. One small place gets
 * wide surroundings; a large one, or several, get little more than they need.
 *
 * @param main the places that it is framed on, all of the world if there is none
 * @param points more places that must be visible, such as cities
 */
export function buildMapFrame(
  main: readonly Shape[],
  shapes: Iterable<Shape>,
  points: readonly Vector[] = [],
): MapFrame {
  const corners = listFramed(main).flatMap((shape) => shape.corners);
  if (corners.length === 0) return buildWorldFrame(0);
  const { centre, radius } = toCap(corners);
  const [longitude, latitude] = toLonLat(centre);
  const reach = Math.max(radius, ...points.map((point) => getAngle(centre, point)));
  if (Math.abs(latitude) > polarDegrees || reach <= widestRadians) {
    return fit({ corners, points }, { kind: 'azimuthal', centre: [longitude, latitude] }, shapes);
  }
  const middle = points.length > 0 ? longitude : getMiddle(corners);
  const frame = fit({ corners, points }, { kind: 'equal-earth', centre: [middle, 0] }, shapes);
  return frame.width / frame.scale > equalEarthWidth ? buildWorldFrame(middle) : frame;
}

/** A map of more countries than this is one of a region. */
const manyCountries = 4;

/** Leaves out a country that is itself wider than a region: the map of Europe does not reach to the Pacific for Russia. */
function listFramed(main: readonly Shape[]): readonly Shape[] {
  return main.length > manyCountries ? main.filter(({ cap }) => cap.radius <= widestRadians) : main;
}

/** Returns the projection of a frame. */
export function getProjection(frame: MapFrame): Projection {
  return frame.kind === 'azimuthal' ? createAzimuthalEqualArea(frame) : createEqualEarth(frame);
}

/** Returns whether a place is in the part of a map that every screen shows, a little away from its edge. */
export function isInMiddle(frame: MapFrame, place: Vector): boolean {
  return frame.isWorld || isInside(toPoint(getProjection(frame), place), inner);
}

/** Degrees east in the middle of a map of the whole world, so that its edges are in the Bering Strait. */
const worldMiddle = 11;
/** The least distance in degrees between places on whose middle the whole world is cut. */
const minGap = 60;
const northmost = 83.7;

function buildWorldFrame(middle: number): MapFrame {
  const scale = mapSize.width / equalEarthWidth;
  const flat = createEqualEarth({ centre: [middle, 0], scale, offset: [0, 0] });
  const [, top] = toPoint(flat, toVector([middle, northmost]));
  return {
    kind: 'equal-earth',
    centre: [middle, 0],
    scale,
    offset: [mapSize.width / 2, -top],
    width: mapSize.width,
    height: worldHeight,
    isWorld: true,
  };
}

/** Returns the meridian opposite the widest gap between places. */
function getMiddle(places: readonly Vector[]): number {
  const longitudes = places.map((place) => toLonLat(place)[0]).sort((a, b) => a - b);
  const gaps = longitudes.map((east, index) => ({
    east,
    width: (east - (longitudes.at(index - 1) ?? 0) + 360) % 360,
  }));
  const widest = gaps.reduce((a, b) => (b.width > a.width ? b : a));
  return widest.width < minGap ? worldMiddle : toDegrees(widest.east - widest.width / 2 + 180);
}

function toDegrees(longitude: number): number {
  return ((longitude + 540) % 360) - 180;
}

/** Finds the scale and the offset of a frame. */
function fit(
  { corners, points }: Subject,
  plane: { readonly kind: MapFrame['kind']; readonly centre: LonLat },
  shapes: Iterable<Shape>,
): MapFrame {
  const flat = { ...plane, ...mapSize, scale: 1, offset: [0, 0], isWorld: false } as const;
  const projection = getProjection(flat);
  const own = getExtent(corners.map((corner) => toPoint(projection, corner)));
  const all = getExtent([...corners, ...points].map((place) => toPoint(projection, place)));
  const north =
    plane.kind === 'equal-earth' ? -toPoint(projection, toVector([plane.centre[0], northmost]))[1] : Infinity;
  const largest = Math.min(getOwnScale(own), getScale(own, all));
  const toFrame = (scale: number): MapFrame => ({ ...flat, scale, offset: getOffset(scale, own, all, north) });
  const scales = heightsKm.map((km) => Math.min((mapSize.height * earthRadiusKm) / km, largest));
  const surrounded = scales.find(
    (scale) => scale === largest || hasNeighbours(getProjection(toFrame(scale)), corners, shapes),
  );
  return toFrame(surrounded ?? scales.at(-1) ?? largest);
}

function getExtent(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Returns the largest scale of a place by itself: a small country fills half of the area, a continent most of it. */
function getOwnScale({ left, top, right, bottom }: Box): number {
  const degrees = (Math.max(right - left, bottom - top) * 90) / Math.PI;
  const fill = 0.52 + 0.34 * Math.min(1, Math.max(0, (degrees - 3) / 22));
  return Math.min(
    (fill * (safeArea.right - safeArea.left)) / Math.max(right - left, 1e-6),
    (fill * (safeArea.bottom - safeArea.top)) / Math.max(bottom - top, 1e-6),
  );
}

/** Returns the largest scale at which everything is visible while the main place is in the middle half. */
function getScale(own: Box, all: Box): number {
  const [x, y] = getCentre(own);
  return Math.min(
    (inner.right - inner.left) / Math.max(all.right - all.left, 1e-6),
    (inner.bottom - inner.top) / Math.max(all.bottom - all.top, 1e-6),
    (inner.right - middleHalf.left) / Math.max(all.right - x, 1e-6),
    (middleHalf.right - inner.left) / Math.max(x - all.left, 1e-6),
    (inner.bottom - middleHalf.top) / Math.max(all.bottom - y, 1e-6),
    (middleHalf.bottom - inner.top) / Math.max(y - all.top, 1e-6),
  );
}

/** Returns the offset that has everything in the middle, or as near as the main place in its half of the map allows. */
function getOffset(scale: number, own: Box, all: Box, beyond: number): Point {
  const [x, y] = getCentre(own);
  const [allX, allY] = getCentre(all);
  // No emptiness beyond the poles.
  const below = Math.min(mapSize.height / 2 - scale * allY, scale * beyond);
  return [
    clamp(mapSize.width / 2 - scale * allX, middleHalf.left - scale * x, middleHalf.right - scale * x),
    clamp(below, middleHalf.top - scale * y, middleHalf.bottom - scale * y),
  ];
}

function getCentre({ left, top, right, bottom }: Box): Point {
  return [(left + right) / 2, (top + bottom) / 2];
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Returns whether there is enough around the places to recognise where they are. */
function hasNeighbours(projection: Projection, corners: readonly Vector[], shapes: Iterable<Shape>): boolean {
  let count = 0;
  for (const { cap, corners: others } of shapes) {
    if (!corners.includes(others[0] ?? [0, 0, 0]) && isInside(toPoint(projection, cap.centre), inner)) count += 1;
  }
  return count >= minNeighbours;
}
