import { once } from '../core/memo.ts';
import { createFact } from './facts.ts';
import { getAnchor } from './labels.ts';
import { getOutlines } from './outlines.ts';
import { toPathData } from './path-data.ts';
import { createWorld, type World } from './world.ts';

/** A country on the map of the world. */
interface WorldMapPlace {
  /** ISO 3166-1 alpha-2, or `XK`. */
  readonly code: string;
  /** Whether it is large enough to be drawn. */
  readonly hasOutline: boolean;
  /** The position of its mark, in map units, if it is too small to be clicked. */
  readonly mark?: readonly [x: number, y: number] | undefined;
}

/** The layout of the world map on the page of regions. */
export interface WorldMapLayout {
  readonly width: number;
  readonly height: number;
  /** Largest first. */
  readonly places: readonly WorldMapPlace[];
}

/** The world map in units, with 11° east in the middle, so that the cut runs through the Bering Strait. */
const getWorldMap: () => World = once(() =>
  createWorld({ width: 1000, middle: 11, hasAntarctica: true, tolerance: 1 }),
);

/** Countries narrower than this, in units, get a mark. */
const minSize = 7;
const sphereSteradians = 4 * Math.PI;

/** Lays out the world map. */
export function layOutWorldMap(): WorldMapLayout {
  return getLayout('');
}

const getLayout = createFact('world', (): WorldMapLayout => {
  const { width, height, toPoint, getCountries } = getWorldMap();
  const unitsPerSteradian = (0.78 * width * height) / sphereSteradians;
  const shapes = [...getOutlines().shapes.values()].toSorted((a, b) => b.area - a.area);
  return {
    width,
    height,
    places: shapes.map((shape) => {
      const isSmall = Math.sqrt((shape.parts[0]?.share ?? 0) * shape.area * unitsPerSteradian) < minSize;
      const [x, y] = toPoint(getAnchor(shape));
      return {
        code: shape.code,
        hasOutline: getCountries(shape.code).length > 0,
        mark: isSmall ? [Math.round(x), Math.round(y)] : undefined,
      };
    }),
  };
});

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
