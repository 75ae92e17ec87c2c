import { memoize } from '../core/memo.ts';
import { findPole, getAnchor, isTiny } from './anchors.ts';
import type { Corner, Label, ScreenView } from './label-board.ts';
import { placeLabels, type NamedPoint } from './labels.ts';
import { buildSheet } from './locator-map.ts';
import { getProjection, safeArea, type MapFrame } from './map-frame.ts';
import type { MapSpec } from './map-spec.ts';
import { getFrame, getSeen, getShapes } from './map-surface.ts';
import { getOutlines } from './outlines.ts';
import type { Shape } from './shape.ts';
import { isInside, toPoint, type Point } from './projection.ts';
import { toVector, type LonLat } from './sphere.ts';

/** A map's size and marks, without its words. Positions are shares of its width and height. */
export interface MapMarks {
  /** In the map's units. */
  readonly width: number;
  readonly height: number;
  /** Whether it shows the whole world, in which case a phone must not crop its sides. */
  readonly isWorld: boolean;
  /** Where it happened. */
  readonly pins: readonly Point[];
  /** The position of the city of the dateline, if it is in view and is no place of the event. */
  readonly dot?: Point | undefined;
  /** Marks around countries that are too small to see. */
  readonly rings: readonly Point[];
}

/** The overlay of a drawn map. */
export interface MapLayout extends MapMarks {
  /** The corner that is free for a globe. Undefined for a map of the world. */
  readonly corner?: Corner | undefined;
  readonly labels: readonly Label[];
}

/** The words on a map besides names of countries. */
export interface MapWords {
  /** Names of the places of the event, in the order of the specification. */
  readonly pins: readonly string[];
  readonly city: string;
  /** Codes of the countries that a region’s page links, the most important first. Nothing beyond the region is named then. */
  readonly parts?: readonly string[];
  /** Codes of the main countries, the most important first. The largest are by default. */
  readonly main?: readonly string[];
  /** Returns the name of a country by its code. One without a name is left out. */
  getName(code: string): string | undefined;
}

/** Marks the places of a map. */
export function markPlaces(spec: MapSpec): MapMarks {
  const { frame, ...marked } = findMarks(spec);
  const toShare = ([x, y]: Point): Point => [x / frame.width, y / frame.height];
  return {
    width: frame.width,
    height: frame.height,
    isWorld: frame.isWorld,
    pins: marked.pins.map(toShare),
    dot: marked.dot && toShare(marked.dot),
    rings: marked.rings.map(toShare),
  };
}

/** Marks the places of a map and lays out its labels. */
export function layOutMap(spec: MapSpec, words: MapWords): MapLayout {
  const { frame, lit, pins, dot, rings } = findMarks(spec);
  const { isWorld, width, height } = frame;
  const projection = getProjection(frame);
  const key = JSON.stringify(frame);
  // The names of specks would cover the map of a continent.
  const unnamed = new Set(
    spec.main.length > manyCountries
      ? getShapes(spec.main)
          .filter((shape) => isTiny(shape, projection))
          .map(({ code }) => code)
      : [],
  );
  const corner = isWorld ? undefined : findFreeCorner([...pins, ...(dot ? [dot] : []), ...rings]);
  return {
    ...markPlaces(spec),
    corner,
    labels: placeLabels({
      projection,
      width,
      height,
      phone: toPhone(frame),
      wide: toWide(frame),
      main: words.main ? getShapes(words.main) : sortBySize(getShapes(spec.isShaded ? spec.main : [])),
      lit: words.parts ? getShapes(words.parts) : sortBySize(getShapes(lit)),
      others: isWorld ? [] : listShown(key).filter(({ code }) => !words.parts || spec.main.includes(code)),
      pins: spec.points.map((at, index) => toNamed(words.pins[index] ?? '', at)),
      city: dot && spec.city && toNamed(words.city, spec.city),
      corner,
      getName: (code) => (unnamed.has(code) ? undefined : words.getName(code)),
      getSeenAnchor: (code) => findSeenAnchor(`${code} ${key}`).at,
    }),
  };
}

function toNamed(text: string, at: LonLat): NamedPoint {
  return { text, at: toVector(at) };
}

function sortBySize(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.toSorted((a, b) => b.area - a.area);
}

/** The least distance of a name from the edges of its country, and of the map, in units. */
const minRoom = 12;

const findSeenAnchor = memoize((key: string): { readonly at: Point | undefined } => {
  const [code, frame]: [string, MapFrame] = [key.slice(0, key.indexOf(' ')), JSON.parse(key.slice(key.indexOf(' ')))];
  const { seen, toRings } = buildSheet({ frame, main: [], finest: 3, shapes: getShapes([code]) });
  const point = findPole(toRings(seen), 8);
  const { width, height } = frame;
  const room = { left: minRoom, top: minRoom, right: width - minRoom, bottom: height - minRoom };
  return { at: isInside(point, room) ? point : undefined };
});

/** The countries whose names may be on a map. */
const listShown = memoize((key: string): readonly Shape[] => {
  const frame: MapFrame = JSON.parse(key);
  const projection = getProjection(frame);
  const sheet = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  return [...getOutlines().shapes.values()]
    .filter((shape) => isInside(toPoint(projection, getAnchor(shape)), sheet))
    .sort((a, b) => b.area - a.area);
});

/** Marks those of some countries that are too small to see on a map, by their codes. */
export function markTiny(spec: MapSpec, codes: readonly string[]): ReadonlyMap<string, Point> {
  const { frame } = getFrame(spec);
  const projection = getProjection(frame);
  const tiny = getShapes(codes).filter((shape) => isTiny(shape, projection));
  return new Map(tiny.map((shape) => [shape.code, toPoint(projection, getAnchor(shape))]));
}

/** A map of more countries than this counts as one of a region. */
const manyCountries = 12;

/** Units around a place of the event within which the city of the dateline is the same place. */
const samePlace = 6;

function findMarks(spec: MapSpec) {
  const found = getFrame(spec);
  const { frame } = found;
  const projection = getProjection(frame);
  const pins = spec.points.map((at) => toPoint(projection, toVector(at)));
  const city = spec.city && toPoint(projection, toVector(spec.city));
  const isOwn = city && !pins.some(([x, y]) => Math.hypot(x - city[0], y - city[1]) < samePlace);
  const lit = getSeen(found, spec.others);
  return {
    frame,
    lit,
    pins,
    dot:
      city && isOwn && isInside(city, { left: 0, top: 0, right: frame.width, bottom: frame.height }) ? city : undefined,
    rings: getShapes([...(spec.isShaded ? spec.main : []), ...lit])
      .filter((shape) => isTiny(shape, projection))
      .map((shape) => toPoint(projection, getAnchor(shape))),
  };
}

/** A phone shows a unit of a map at about 0.6 pixels, and one of the whole world at a third of a pixel. */
function toPhone({ isWorld, width, height }: MapFrame): ScreenView {
  if (!isWorld) return { view: safeArea, scale: 0.6 };
  return { view: { left: 0, top: 0, right: width, bottom: height }, scale: 0.32 };
}

/** Screens that show all of a map are at least as wide as this, in pixels (`region-top.css`, `locator-map.css`). */
const wholePx = { region: 944, world: 832 } as const;

function toWide({ isWorld, width, height }: MapFrame): ScreenView {
  const scale = (isWorld ? wholePx.world : wholePx.region) / width;
  return { view: { left: 0, top: 0, right: width, bottom: height }, scale };
}

/** The part of a map that a globe covers on a phone, in units. */
const globeUnits = 115;

/** Finds a corner without marks, at the bottom if possible. */
function findFreeCorner(marks: readonly Point[]): Corner | undefined {
  const corners = [true, false].flatMap((isBottom) => [true, false].map((isRight) => ({ isRight, isBottom })));
  return corners.find(
    ({ isRight, isBottom }) =>
      !marks.some(
        ([x, y]) =>
          (isRight ? x > safeArea.right - globeUnits : x < safeArea.left + globeUnits) &&
          (isBottom ? y > safeArea.bottom - globeUnits : y < safeArea.top + globeUnits),
      ),
  );
}
