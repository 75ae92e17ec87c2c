import { memoize } from '../core/memo.ts';
import { buildFrame, sheet } from './frame.ts';
import { isTiny, getAnchor, placeLabels, type Label } from './labels.ts';
import { drawFrame } from './locator-map.ts';
import type { MapSpec } from './map-spec.ts';
import { getOutlines, type Shape } from './outlines.ts';
import { createAzimuthalEqualArea, toPoint, type AzimuthalFrame, type Point } from './projection.ts';
import { toCap, toLonLat, toVector, type LonLat } from './sphere.ts';
import { renderMap } from './svg.ts';
import { createWorld, type World } from './world.ts';

/** What is put on a drawn map: positions are shares of its width and height. */
export interface MapLayout {
  /** In the map's units. */
  readonly width: number;
  readonly height: number;
  /** It shows the whole world: a phone must not cut its sides. */
  readonly isWorld: boolean;
  /** Where the city is. */
  readonly dot?: Point | undefined;
  /** Marks around countries that are too small to be seen. */
  readonly rings: readonly Point[];
  readonly labels: readonly Label[];
}

/** Lays out what is written on a map. */
export function layOutMap(
  spec: MapSpec,
  city: { readonly text: string; readonly at: LonLat } | undefined,
  getName: (code: string) => string | undefined,
): MapLayout {
  const frame = toFrame(spec);
  return frame ? layOutSheet(spec, frame, city, getName) : layOutWorld(spec, city);
}

/** Draws a map as an SVG file. */
export function drawMap(spec: MapSpec): string {
  const frame = toFrame(spec);
  if (frame) return renderMap(sheet, drawFrame(frame, new Set(spec.countries)));
  const world = getWorld(toMiddle(spec));
  const here = spec.countries.map((code) => world.getCountry(code)).join('');
  return renderMap(world, { graticule: '', land: world.land, borders: '', here });
}

function toFrame({ framed, point }: MapSpec): AzimuthalFrame | undefined {
  return buildFrame(toShapes(framed), [...getOutlines().shapes.values()], point && toVector(point));
}

function toShapes(codes: readonly string[]): readonly Shape[] {
  const { shapes } = getOutlines();
  return codes.flatMap((code) => shapes.get(code) ?? []);
}

function layOutSheet(
  spec: MapSpec,
  frame: AzimuthalFrame,
  city: { readonly text: string; readonly at: LonLat } | undefined,
  getName: (code: string) => string | undefined,
): MapLayout {
  const projection = createAzimuthalEqualArea(frame);
  const toShare = ([x, y]: Point): Point => [x / sheet.width, y / sheet.height];
  const tiny = toShapes(spec.countries).filter((shape) => isTiny(shape, projection));
  const at = city && toVector(city.at);
  return {
    ...sheet,
    isWorld: false,
    dot: at && toShare(toPoint(projection, at)),
    rings: tiny.map((shape) => toShare(toPoint(projection, getAnchor(shape)))),
    labels: placeLabels({
      projection,
      shaded: new Set(spec.countries),
      city: city && at && { text: city.text, at },
      getName,
    }),
  };
}

/** The world's map is the same for all stories whose places are far apart, but for what is shaded. */
const getWorld = memoize((middle: number) =>
  createWorld({ width: sheet.width, middle, hasAntarctica: false, tolerance: 1.5 }),
);

/** Degrees between the meridians that a map of the world may be centred on. */
const meridianStep = 60;

/** Gives the meridian across the middle of the places, so that none of them is cut. */
function toMiddle({ framed, point }: MapSpec): number {
  const places = [...toShapes(framed).map(({ cap }) => cap.centre), ...(point ? [toVector(point)] : [])];
  if (places.length === 0) return 0;
  const [longitude] = toLonLat(toCap(places.map(([x, y]) => [x, y, 0] as const)).centre);
  return Math.round(longitude / meridianStep) * meridianStep;
}

function layOutWorld(spec: MapSpec, city: { readonly text: string; readonly at: LonLat } | undefined): MapLayout {
  const world = getWorld(toMiddle(spec));
  const toShare = ([x, y]: Point): Point => [x / world.width, y / world.height];
  const dot = city && toShare(world.toPoint(toVector(city.at)));
  return {
    width: world.width,
    height: world.height,
    isWorld: true,
    dot,
    rings: toShapes(spec.countries)
      .filter((shape) => isTinyOnWorld(shape, world))
      .map((shape) => toShare(world.toPoint(getAnchor(shape)))),
    labels:
      city && dot
        ? [{ text: city.text, kind: 'city', x: dot[0], y: dot[1], anchor: dot[0] > 0.7 ? 'end' : 'start', isWide: false }]
        : [],
  };
}

function isTinyOnWorld({ area }: Shape, { width }: World): boolean {
  return Math.sqrt(area) * (width / 6) < 8;
}
