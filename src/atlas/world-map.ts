import { memoize, once } from '../core/memo.ts';
import { getAnchor } from './anchors.ts';
import { buildSheet } from './locator-map.ts';
import { getProjection, type MapFrame } from './map-frame.ts';
import { getOutlines } from './outlines.ts';
import { toPathData } from './path-data.ts';
import { equalEarthWidth, toPoint, type Point } from './projection.ts';
import type { Points } from './simplify.ts';
import { renderPieces } from './svg.ts';
import { layOutWorldMap, type StoredLayout } from './world-layout.ts';

/** The world map in units, with 11° east in the middle, so that the cut runs through the Bering Strait. */
export const worldFrame: MapFrame = {
  kind: 'equal-earth',
  centre: [11, 0],
  scale: 1000 / equalEarthWidth,
  offset: [500, 243.5],
  width: 1000,
  height: 487,
  isWorld: true,
};

/** The number of points of its outlines. */
const points = 9000;

const getSheet = once(() => buildSheet({ frame: worldFrame, main: [...getOutlines().shapes.keys()], points }));

/** Returns the outline of a country. Empty if it is too small. */
const getOutline: (code: string) => string = memoize((code) => {
  const { seen, toRings } = getSheet();
  return toPathData(toRings(seen.filter((one) => one.code === code)), true);
});

/** Countries narrower than this, in units, get a mark. */
const minSize = 7;
const sphereSteradians = 4 * Math.PI;

/** Measures the layout of the world map. */
export function measureWorldMap(): StoredLayout {
  const { width, height } = worldFrame;
  const projection = getProjection(worldFrame);
  const unitsPerSteradian = (0.78 * width * height) / sphereSteradians;
  const shapes = [...getOutlines().shapes.values()].toSorted((a, b) => b.area - a.area);
  const places = shapes.map((shape) => ({
    shape,
    isSmall: Math.sqrt((shape.parts[0]?.share ?? 0) * shape.area * unitsPerSteradian) < minSize,
    at: toPoint(projection, getAnchor(shape)),
  }));
  const spread = spreadMarks(places);
  return {
    width,
    height,
    places: places.map(({ shape, isSmall }, index) => {
      const name = getOutline(shape.code) === '' ? `-${shape.code}` : shape.code;
      const at = spread[index];
      return isSmall && at ? [name, ...at, measureReach(shape.code, at, spread)].map(String).join(' ') : name;
    }),
  };
}

/** The least distance of a mark from others and from the middles of large countries, so that none covers another. */
const minDistance = 7;

/** Moves marks apart, a little in each round. */
function spreadMarks(places: readonly { readonly isSmall: boolean; readonly at: Point }[]): readonly Point[] {
  const points = places.map(({ at: [x, y] }) => ({ x, y }));
  for (let round = 0; round < 200; round += 1) {
    for (const [index, one] of points.entries()) {
      if (places[index]?.isSmall !== true) continue;
      for (const [otherIndex, other] of points.entries()) {
        const [dx, dy] = [one.x - other.x, one.y - other.y];
        const distance = Math.hypot(dx, dy);
        if (other === one || distance >= minDistance) continue;
        // Marks at one point go different ways.
        const angle = distance > 0.01 ? Math.atan2(dy, dx) : index + otherIndex;
        one.x += 0.3 * (minDistance - distance) * Math.cos(angle);
        one.y += 0.3 * (minDistance - distance) * Math.sin(angle);
      }
    }
  }
  return points.map(({ x, y }): Point => [Math.round(x), Math.round(y)]);
}

/** The largest distance from a mark at which a click opens its place. */
const maxReach = 12;

/** The width of a mark. */
const markSize = 10;

/** Returns the distance from a mark at which no other country and no other mark is. 0 in the middle of another one. */
function measureReach(code: string, at: Point, marks: readonly Point[]): number {
  const { seen, toRings } = getSheet();
  const rings = toRings(seen.filter((one) => one.code !== code));
  const toMarks = marks
    .filter((mark) => mark !== at)
    .map((mark) => Math.hypot(mark[0] - at[0], mark[1] - at[1]) - markSize / 2);
  const distances = rings.map((ring) => measureDistance(ring, at));
  return Math.max(0, Math.floor(Math.min(maxReach, ...toMarks, ...distances)));
}

/** Returns the distance of a point from a ring, 0 if it is inside. */
function measureDistance(ring: Points, [x, y]: Point): number {
  let [least, isInside] = [Infinity, false];
  let [fromX = 0, fromY = 0] = ring.slice(-2);
  for (let at = 0; at < ring.length; at += 2) {
    const [toX = 0, toY = 0] = [ring[at], ring[at + 1]];
    const [dx, dy] = [toX - fromX, toY - fromY];
    const share = Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
    least = Math.min(least, Math.hypot(x - fromX - share * dx, y - fromY - share * dy));
    if (fromY > y !== toY > y && x < fromX + (dx * (y - fromY)) / dy) isInside = !isInside;
    [fromX, fromY] = [toX, toY];
  }
  return isInside ? 0 : least;
}

/**
 * Renders the outlines of the world as one SVG file, from which pages take pieces with `<use>`: `#land` is all of it,
 * `#ro` is Romania. Colours come from the page.
 */
export function renderWorldOutlines(): string {
  const drawn = layOutWorldMap().places.filter(({ hasOutline }) => hasOutline);
  return renderPieces(worldFrame, new Map(drawn.map(({ code }) => [code, getOutline(code)])));
}
