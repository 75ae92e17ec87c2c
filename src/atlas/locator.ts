import { getFrame, getMiddle, getShapes, getWorld } from './map-surface.ts';
import { safeArea, mapSize } from './map-frame.ts';
import { getAnchor, isTiny, placeLabels, type Label, type ScreenView } from './labels.ts';
import type { MapSpec } from './map-spec.ts';
import type { Shape } from './outlines.ts';
import {
  createAzimuthalEqualArea,
  isInside,
  toPoint,
  type AzimuthalFrame,
  type Point,
  type Projection,
} from './projection.ts';
import { toVector, type LonLat } from './sphere.ts';

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
  const shaded = getShapes(spec.countries);
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
    rings: getShapes(spec.countries)
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
