import { memoize } from '../core/memo.ts';
import { createFact } from './facts.ts';
import { buildMapFrame, isOneSided, mapSize } from './map-frame.ts';
import type { MapSpec } from './map-spec.ts';
import { getOutlines, type Shape } from './outlines.ts';
import type { AzimuthalFrame } from './projection.ts';
import { toLonLat, toVector, type LonLat } from './sphere.ts';
import { createWorld, type World } from './world.ts';

/** The countries and the point that a map must show. */
export type MapSubject = Pick<MapSpec, 'framed' | 'point'>;

/** Returns the outlines of countries, without those that have none. */
export function getShapes(codes: readonly string[]): readonly Shape[] {
  const { shapes } = getOutlines();
  return codes.flatMap((code) => shapes.get(code) ?? []);
}

/**
 * Returns whether a map shows one side of the globe, which takes a tenth of the time that its frame takes. Which images
 * a map has depends on nothing else.
 */
export function isLocator({ framed, point }: MapSubject): boolean {
  return isLocatorOf(JSON.stringify([framed, point]));
}

const isLocatorOf = createFact('locator', (key): boolean => {
  const { framed, point } = toSubject(key);
  return point ? getFrame({ framed, point }) !== undefined : isOneSided(getShapes(framed));
});

function toSubject(key: string): MapSubject {
  const [framed, point] = JSON.parse(key) as [readonly string[], LonLat | null];
  return { framed, point: point ?? undefined };
}

/** Returns the frame of a locator map. Undefined for a map of the world. */
export function getFrame({ framed, point }: MapSubject): AzimuthalFrame | undefined {
  return getFrameOf(JSON.stringify([framed, point])).frame;
}

/** Many stories have the same places, which are the key. */
const getFrameOf = memoize((key: string): { readonly frame: AzimuthalFrame | undefined } => {
  const { framed, point } = toSubject(key);
  const shapes = [...getOutlines().shapes.values()];
  return { frame: buildMapFrame(getShapes(framed), shapes, point ? toVector(point) : undefined) };
});

/** The world map is the same for all stories whose places are far apart, except for the shaded places. */
export const getWorld: (middle: number) => World = memoize((middle) =>
  createWorld({ width: mapSize.width, middle, hasAntarctica: false, tolerance: 2.25 }),
);

/** Meridians in the middle of a world map, in degrees east. The edges are then in the Pacific or in the Atlantic. */
const middles = [10, 150] as const;

/** Returns the meridian that keeps the places closer together, so that none of them is far out at an edge. */
export function getMiddle({ framed, point }: MapSubject): number {
  return getMiddleOf(JSON.stringify([framed, point]));
}

const getMiddleOf = createFact('middle', (key): number => {
  const { framed, point } = toSubject(key);
  const places = [...getShapes(framed).map(({ cap }) => cap.centre), ...(point ? [toVector(point)] : [])];
  const getSpread = (middle: number) => {
    const offsets = places.map((place) => ((toLonLat(place)[0] - middle + 540) % 360) - 180);
    return Math.max(0, ...offsets) - Math.min(0, ...offsets);
  };
  return getSpread(middles[1]) < getSpread(middles[0]) ? middles[1] : middles[0];
});
