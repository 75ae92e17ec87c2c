import { memoize } from '../core/memo.ts';
import { buildMapFrame, safeArea, mapSize } from './map-frame.ts';
import { getAnchor, isTiny, placeLabels, type Label, type ScreenView } from './labels.ts';
import { drawFrame, type MapPaths } from './locator-map.ts';
import type { MapSpec } from './map-spec.ts';
import { getOutlines, type Shape } from './outlines.ts';
import { toPathData } from './path-data.ts';
import {
  createAzimuthalEqualArea,
  isInside,
  toPoint,
  type AzimuthalFrame,
  type Point,
  type Projection,
} from './projection.ts';
import { toLonLat, toVector, type LonLat } from './sphere.ts';
import { renderMap } from './svg.ts';
import { createWorld } from './world.ts';

/** The overlay of a drawn map. Positions are fractions of its width and height. */
export interface MapLayout {
  /** In the map's units. */
  readonly width: number;
  readonly height: number;
  /** Whether it shows the whole world, in which case a phone must not crop its sides. */
  readonly isWorld: boolean;
  /** The position of the city. */
  readonly dot?: Point | undefined;
  /** Marks around countries that are too small to see. */
  readonly rings: readonly Point[];
  readonly labels: readonly Label[];
}

/** Lays out the labels and marks of a map. */
export function layOutMap(
  spec: MapSpec,
  city: { readonly text: string; readonly at: LonLat } | undefined,
  getName: (code: string) => string | undefined,
): MapLayout {
  const drawing = getDrawing(spec);
  const shaded = toShapes(spec.countries);
  // The names of specks would cover the map of a continent.
  const unnamed = new Set(shaded.length > manyCountries ? shaded.filter(drawing.isTiny).map(({ code }) => code) : []);
  const marks = markPlaces(spec, city?.at);
  return {
    ...marks,
    labels: placeLabels({
      ...drawing,
      hasOthers: !marks.isWorld,
      shaded: new Set(spec.countries),
      city: city && marks.dot ? { text: city.text, at: toVector(city.at) } : undefined,
      getName: (code) => (unnamed.has(code) ? undefined : getName(code)),
    }),
  };
}

/** A map's size and marks, without its words. */
export type MapMarks = Omit<MapLayout, 'labels'>;

/** Marks the city, if it is in view, and the countries that are too small to see. */
export function markPlaces(spec: MapSpec, city: LonLat | undefined): MapMarks {
  const { width, height, projection, isTiny } = getDrawing(spec);
  const toShare = ([x, y]: Point): Point => [x / width, y / height];
  const point = city && toPoint(projection, toVector(city));
  const isSeen = point && isInside(point, { left: 0, top: 0, right: width, bottom: height });
  return {
    width,
    height,
    isWorld: getFrame(spec) === undefined,
    dot: isSeen ? toShare(point) : undefined,
    rings: toShapes(spec.countries)
      .filter(isTiny)
      .map((shape) => toShare(toPoint(projection, getAnchor(shape)))),
  };
}

function getDrawing(spec: MapSpec): Drawing {
  const frame = getFrame(spec);
  return frame ? toSheet(frame) : toWorldSheet(spec);
}

/** A map of more countries than this counts as one of a region. */
const manyCountries = 12;

/** The surface that a map is drawn on. */
interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly projection: Projection;
  readonly phone: ScreenView;
  /** Returns whether a country needs a mark to be found. */
  isTiny(shape: Shape): boolean;
}

/** A phone shows a unit of a locator map at about 0.6 pixels, and one of the world map at a third of a pixel. */
function toSheet(frame: AzimuthalFrame): Drawing {
  const projection = createAzimuthalEqualArea(frame);
  return {
    ...mapSize,
    projection,
    phone: { view: safeArea, scale: 0.6 },
    isTiny: (shape) => isTiny(shape, projection),
  };
}

function toWorldSheet(spec: MapSpec): Drawing {
  const world = getWorld(getMiddle(spec));
  const { width, height } = world;
  return {
    width,
    height,
    projection: (x, y, z, points) => points.push(...world.toPoint([x, y, z])),
    phone: { view: { left: 0, top: 0, right: width, bottom: height }, scale: 0.32 },
    isTiny: ({ area }) => Math.sqrt(area) * (width / 6) < 8,
  };
}

/** One image of a map: all of a locator map, the land of the world, or the places shaded on it. */
export interface MapLayer {
  /** The name of its file. Layers that look the same have the same name. */
  readonly id: string;
  /** Draws it as the `d` of SVG paths. */
  getPaths(): Partial<MapPaths>;
  /** Draws it as an SVG file. */
  draw(): string;
}

/**
 * Returns the images that make up a map, the lowest first. A locator map is one image, shared by all stories with the
 * same places. On the world map, the land is an image shared by all stories, and each place is drawn once.
 */
export function getLayers(spec: MapSpec): readonly MapLayer[] {
  const frame = getFrame(spec);
  if (frame) return [toLayer(spec.id, mapSize, () => drawFrame(frame, new Set(spec.countries)))];
  const middle = getMiddle(spec);
  const world = getWorld(middle);
  const land = () => ({ land: toPathData(world.getLand(), true) });
  const here = () => {
    const rings = spec.places.flatMap(({ countries }) => world.getCountries(countries.join(' ')));
    return { here: toPathData(rings, true) };
  };
  return [
    toLayer(`world-${middle}`, world, land),
    ...(spec.places.length > 0 ? [toLayer(`world-${middle}-${spec.id}`, world, here)] : []),
  ];
}

/** Draws one of the images that make up a map. Throws if the map has no such image. */
export function drawLayer(spec: MapSpec, id: string): string {
  const layer = getLayers(spec).find((one) => one.id === id);
  if (!layer) throw new Error(`The map ${spec.id} has no picture ${id}.`);
  return layer.draw();
}

function toLayer(
  id: string,
  size: { readonly width: number; readonly height: number },
  getPaths: () => Partial<MapPaths>,
): MapLayer {
  return { id, getPaths, draw: () => renderMap(size, getPaths()) };
}

function getFrame({ framed, point }: MapSpec): AzimuthalFrame | undefined {
  return getFrameOf(JSON.stringify([framed, point])).frame;
}

/** Many stories have the same places, which are the key. */
const getFrameOf = memoize((key: string): { readonly frame: AzimuthalFrame | undefined } => {
  const [framed, point] = JSON.parse(key) as [readonly string[], LonLat | null];
  const shapes = [...getOutlines().shapes.values()];
  return { frame: buildMapFrame(toShapes(framed), shapes, point ? toVector(point) : undefined) };
});

function toShapes(codes: readonly string[]): readonly Shape[] {
  const { shapes } = getOutlines();
  return codes.flatMap((code) => shapes.get(code) ?? []);
}

/** The world map is the same for all stories whose places are far apart, except for the shaded places. */
const getWorld = memoize((middle: number) =>
  createWorld({ width: mapSize.width, middle, hasAntarctica: false, tolerance: 2.25 }),
);

/** Meridians in the middle of a world map, in degrees east. The edges are then in the Pacific or in the Atlantic. */
const middles = [10, 150] as const;

/** Returns the meridian that keeps the places closer together, so that none of them is far out at an edge. */
function getMiddle({ framed, point }: MapSpec): number {
  const places = [...toShapes(framed).map(({ cap }) => cap.centre), ...(point ? [toVector(point)] : [])];
  const getSpread = (middle: number) => {
    const offsets = places.map((place) => ((toLonLat(place)[0] - middle + 540) % 360) - 180);
    return Math.max(0, ...offsets) - Math.min(0, ...offsets);
  };
  return getSpread(middles[1]) < getSpread(middles[0]) ? middles[1] : middles[0];
}
