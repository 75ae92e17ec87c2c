import { once } from '../core/memo.ts';
import { getAnchor } from './labels.ts';
import { getOutlines, type Shape } from './outlines.ts';
import { toPathData } from './path-data.ts';
import { layOutWorldMap, type StoredLayout } from './world-layout.ts';
import { createWorld, type World } from './world.ts';

/** The world map in units, with 11° east in the middle, so that the cut runs through the Bering Strait. */
const getWorldMap: () => World = once(() =>
  createWorld({ width: 1000, middle: 11, hasAntarctica: true, tolerance: 1 }),
);

/** Countries narrower than this, in units, get a mark. */
const minSize = 7;
const sphereSteradians = 4 * Math.PI;

/** Measures the layout of the world map. */
export function measureWorldMap(): StoredLayout {
  const { width, height, toPoint, getCountries } = getWorldMap();
  const unitsPerSteradian = (0.78 * width * height) / sphereSteradians;
  const shapes = [...getOutlines().shapes.values()].toSorted((a, b) => b.area - a.area);
  const toPlace = (shape: Shape): string => {
    const name = getCountries(shape.code).length > 0 ? shape.code : `-${shape.code}`;
    const isSmall = Math.sqrt((shape.parts[0]?.share ?? 0) * shape.area * unitsPerSteradian) < minSize;
    return isSmall ? [name, ...toPoint(getAnchor(shape)).map(Math.round)].join(' ') : name;
  };
  return { width, height, places: shapes.map(toPlace) };
}

/**
 * Renders the outlines of the world as one SVG file, from which pages take pieces with `<use>`: `#land` is all of it,
 * `#ro` is Romania. Colours come from the page.
 */
export function renderWorldOutlines(): string {
  const { width, height, getCountries } = getWorldMap();
  const paths = layOutWorldMap()
    .places.filter(({ hasOutline }) => hasOutline)
    .map(
      ({ code }) =>
        `<path id="${code.toLowerCase()}" fill-rule="evenodd" d="${toPathData(getCountries(code), true)}"/>`,
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><g id="land">${paths.join('')}</g></svg>\n`;
}
