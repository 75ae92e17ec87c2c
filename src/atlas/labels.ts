import polylabel from 'polylabel';
import { memoize, once } from '../core/memo.ts';
import { joinParts, projectLines, thinLines } from './lines.ts';
import { createFact } from './facts.ts';
import { getOutlines, type Arc, type Part, type Shape } from './outlines.ts';
import type { Box } from './path-data.ts';
import { createAzimuthalEqualArea, isInside, toPlace, toPoint, type Point, type Projection } from './projection.ts';
import { toLonLat, toVector, type Vector } from './sphere.ts';

/** Words on a map. Positions are shares of its width and height, so that they are valid at any size. */
export interface Label {
  readonly text: string;
  readonly kind: 'city' | 'here' | 'other';
  /** 0 at the left or top edge, 1 at the right or bottom edge: where the text is anchored. */
  readonly x: number;
  readonly y: number;
  /** The end of the text that is anchored there, on the physical left or right. */
  readonly anchor: 'start' | 'middle' | 'end';
  /** Whether it fits on wide screens only. */
  readonly isWide: boolean;
}

/** The part of a map that a screen shows, and its scale. */
export interface ScreenView {
  /** The visible part of the map, in map units. */
  readonly view: Box;
  /** Pixels per unit of the map. */
  readonly scale: number;
}

/** A label that may be placed on a map. */
export interface LabelOptions {
  readonly projection: Projection;
  /** The whole map, in its units. */
  readonly width: number;
  readonly height: number;
  readonly phone: ScreenView;
  /** Whether to name countries other than those that the map is about. */
  readonly hasOthers: boolean;
  /** Codes of the countries that the map is about. */
  readonly shaded: ReadonlySet<string>;
  readonly city?: { readonly text: string; readonly at: Vector } | undefined;
  /** Returns the name of a country by its code. One without a name is left out. */
  getName(code: string): string | undefined;
}

const letterPx = 6.8;
const linePx = 16;
/** The distance from the middle of a city's dot to its name. */
const cityGapPx = 9;
/** The maximum number of other countries named on a map. */
const most = { narrow: 6, wide: 12 } as const;

interface Candidate extends Label {
  readonly point: Point;
}

/** Places labels on a map: the city, the countries it is about, then their neighbours, as far as there is room. */
export function placeLabels(options: LabelOptions): readonly Label[] {
  const { projection, width, height, phone, hasOthers, shaded, city } = options;
  const here = getLargestFirst().filter(({ code }) => shaded.has(code));
  const cities = city ? toCityCandidates(city, options) : [];
  const dots = [
    ...(city ? [toPoint(projection, city.at)] : []),
    ...here.filter((shape) => isTiny(shape, projection)).map((shape) => toPoint(projection, getAnchor(shape))),
  ];
  const narrow = new Board(phone, dots);
  const wide = new Board({ view: { left: 0, top: 0, right: width, bottom: height }, scale: 1 }, dots);

  const placed: Label[] = [];
  // The first position that fits on a phone, else the first that fits on a wide screen.
  const place = (candidates: readonly Candidate[], isForPhones = true): boolean => {
    const everywhere = isForPhones ? candidates.find((candidate) => narrow.take(candidate)) : undefined;
    if (everywhere) wide.take(everywhere);
    const found = everywhere ?? candidates.find((candidate) => wide.take(candidate));
    if (found) placed.push({ ...found, isWide: found !== everywhere });
    return found !== undefined;
  };
  place(cities);
  for (const shape of here) place(toCandidates(shape, 'here', options));
  let count = 0;
  for (const shape of hasOthers ? getLargestFirst() : []) {
    if (count >= most.wide) break;
    if (shaded.has(shape.code)) continue;
    if (place(toCandidates(shape, 'other', options), count < most.narrow)) count += 1;
  }
  return placed.map(({ text, kind, x, y, anchor, isWide }) => ({ text, kind, x, y, anchor, isWide }));
}

/** Returns all countries, the largest first. */
const getLargestFirst = once(() => [...getOutlines().shapes.values()].sort((a, b) => b.area - a.area));

/** A map at one size, with its labels so far. */
class Board {
  readonly #scale: number;
  readonly #edge: Box;
  readonly #taken: Box[];

  constructor({ scale, view: { left, top, right, bottom } }: ScreenView, dots: readonly Point[]) {
    this.#scale = scale;
    this.#edge = { left: left * scale + 3, top: top * scale + 3, right: right * scale - 3, bottom: bottom * scale - 3 };
    this.#taken = dots.map(([x, y]) => around([x * scale, y * scale], 7, 7));
  }

  /** Writes a label if there is room for it. */
  take({ point: [x, y], text, anchor, kind }: Candidate): boolean {
    const width = text.length * letterPx + 2;
    const left = x * this.#scale;
    const middle =
      anchor === 'start' ? left + cityGapPx + width / 2 : anchor === 'end' ? left - cityGapPx - width / 2 : left;
    const box = around([middle, y * this.#scale], width / 2, linePx / 2);
    const { left: first, top, right, bottom } = this.#edge;
    if (box.left < first || box.right > right || box.top < top || box.bottom > bottom) return false;
    // A city's name may be beside its own dot.
    const others = kind === 'city' ? this.#taken.slice(1) : this.#taken;
    if (others.some((other) => isOver(box, other))) return false;
    this.#taken.push(box);
    return true;
  }
}

function around([x, y]: Point, width: number, height: number): Box {
  return { left: x - width, top: y - height, right: x + width, bottom: y + height };
}

function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** Tries the right side of its dot, then the left. */
function toCityCandidates({ text, at }: NonNullable<LabelOptions['city']>, options: LabelOptions): Candidate[] {
  const point = toPoint(options.projection, at);
  const base = { text, kind: 'city', ...toShares(point, options), point, isWide: false } as const;
  return [
    { ...base, anchor: 'start' },
    { ...base, anchor: 'end' },
  ];
}

function toCandidates(shape: Shape, kind: 'here' | 'other', options: LabelOptions): Candidate[] {
  const { projection, width, height } = options;
  const text = options.getName(shape.code);
  if (text === undefined) return [];
  const point = toPoint(projection, getAnchor(shape));
  if (!isInside(point, { left: 0, top: 0, right: width, bottom: height })) return [];
  const size = getSize(shape, projection);
  const isBeside = size < tinySize;
  if (kind === 'other' && isBeside && (!isIsland(shape) || size < minSeen)) return [];
  if (kind === 'other' && !isBeside && size < 0.75 * text.length * letterPx) return [];
  const base = { text, kind, ...toShares(point, options), point, isWide: false } as const;
  if (!isBeside) return [{ ...base, anchor: 'middle' }];
  return [
    { ...base, anchor: 'start' },
    { ...base, anchor: 'end' },
  ];
}

function toShares([x, y]: Point, { width, height }: LabelOptions): { readonly x: number; readonly y: number } {
  return { x: x / width, y: y / height };
}

/** Units below which an islet is an invisible speck. Its name would float in the sea. */
const minSeen = 1.5;

/** Units below which a country is an islet or a dot, with its name beside it. */
const tinySize = 16;

/** Returns whether a country is so small on a map that it needs a mark to be found. */
export function isTiny(shape: Shape, projection: Projection): boolean {
  return getSize(shape, projection) < tinySize;
}

/** Returns whether a country has no land border, so that its name can be on the sea. */
function isIsland({ parts }: Shape): boolean {
  const { borders } = getOutlines();
  return (
    parts.length > 0 &&
    !parts.some(({ rings }) => rings.some((ring) => ring.some((run) => borders.has(run < 0 ? ~run : run))))
  );
}

/** Returns the width of a country's main part on a map, in units. */
function getSize(shape: Shape, projection: Projection): number {
  const { centre, radius } = shape.parts[0]?.cap ?? shape.cap;
  const [x, y] = toPoint(projection, centre);
  const beside = toPoint(projection, getDegreeAway(shape));
  return (2 * radius * Math.hypot(beside[0] - x, beside[1] - y) * 180) / Math.PI;
}

/** Returns the point a degree from the centre of a country's main part, towards the equator. */
const getDegreeAway = memoize(({ cap, parts }: Shape): Vector => {
  const [longitude, latitude] = toLonLat((parts[0]?.cap ?? cap).centre);
  return toVector([longitude, latitude > 0 ? latitude - 1 : latitude + 1]);
});

/** Returns the point in a country that is farthest from its borders, where its name goes. */
export function getAnchor({ code, cap }: Shape): Vector {
  return getAnchors()[code] ?? cap.centre;
}

/** Returns the anchors of all countries that have an outline, by their codes. */
export const getAnchors: () => Readonly<Record<string, Vector>> = createFact('anchors', () => {
  const { arcs, shapes } = getOutlines();
  return Object.fromEntries(
    [...shapes.values()].flatMap(({ code, parts: [part] }) => (part ? [[code, findAnchor(part, arcs)]] : [])),
  );
});

function findAnchor(part: Part, arcs: readonly Arc[]): Vector {
  const scale = 100 / part.cap.radius;
  const frame = { centre: toLonLat(part.cap.centre), scale, offset: [0, 0] } as const;
  const projection = createAzimuthalEqualArea(frame);
  const tolerance = 1 / scale;
  const lines = thinLines(projectLines(arcs, [part], { projection, view: part.cap, tolerance }), tolerance);
  const rings = joinParts([part], arcs, lines).map((ring) =>
    Array.from({ length: ring.length / 2 }, (_, index): [number, number] => [
      ring[2 * index] ?? 0,
      ring[2 * index + 1] ?? 0,
    ]),
  );
  const largest = rings.toSorted((a, b) => b.length - a.length);
  const [x = 0, y = 0] = largest[0] && largest[0].length > 2 ? polylabel(largest, 1) : [0, 0];
  return toPlace(frame, [x, y]);
}
