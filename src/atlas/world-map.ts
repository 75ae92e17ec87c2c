import { memoize, once } from '../core/memo.ts';
import { getAnchor } from './labels.ts';
import { buildSheet } from './locator-map.ts';
import { getProjection, type MapFrame } from './map-frame.ts';
import { getOutlines, type Shape } from './outlines.ts';
import { toPathData } from './path-data.ts';
import { equalEarthWidth, toPoint } from './projection.ts';
import { layOutWorldMap, type StoredLayout } from './world-layout.ts';

/** The world map in units, with 11° east in the middle, so that the cut runs through the Bering Strait. */
const frame: MapFrame = {
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

const getSheet = once(() => buildSheet({ frame, main: [...getOutlines().shapes.keys()], points }));

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
  const { width, height } = frame;
  const projection = getProjection(frame);
  const unitsPerSteradian = (0.78 * width * height) / sphereSteradians;
  const shapes = [...getOutlines().shapes.values()].toSorted((a, b) => b.area - a.area);
  const toPlace = (shape: Shape): string => {
    const name = getOutline(shape.code) !== '' ? shape.code : `-${shape.code}`;
    const isSmall = Math.sqrt((shape.parts[0]?.share ?? 0) * shape.area * unitsPerSteradian) < minSize;
    return isSmall ? [name, ...toPoint(projection, getAnchor(shape)).map(Math.round)].join(' ') : name;
  };
  return { width, height, places: shapes.map(toPlace) };
}

/**
 * Renders the outlines of the world as one SVG file, from which pages take pieces with `<use>`: `#land` is all of it,
 * `#ro` is Romania. Colours come from the page.
 */
export function renderWorldOutlines(): string {
  const { width, height } = frame;
  const paths = layOutWorldMap()
    .places.filter(({ hasOutline }) => hasOutline)
    .map(({ code }) => `<path id="${code.toLowerCase()}" fill-rule="evenodd" d="${getOutline(code)}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><g id="land">${paths.join('')}</g></svg>\n`;
}
