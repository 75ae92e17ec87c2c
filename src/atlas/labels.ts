import polylabel from 'polylabel';
import { memoize } from '../core/memo.ts';
import { joinParts, projectLines, thinLines } from './lines.ts';
import { createFact } from './facts.ts';
import { getOutlines, type Arc, type Part, type Shape } from './outlines.ts';
import type { Box } from './path-data.ts';
import type { Points } from './simplify.ts';
import { createAzimuthalEqualArea, isInside, toPlace, toPoint, type Point, type Projection } from './projection.ts';
import { toLonLat, toVector, type Vector } from './sphere.ts';

/** Words on a map. Positions are shares of its width and height, so that they are valid at any size. */
export interface Label {
  readonly text: string;
  /** The main place, a place of the event, the city of the dateline, another place in the story, or one around it. */
  readonly kind: 'main' | 'pin' | 'city' | 'lit' | 'other';
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

/** A place that is marked by a dot, with its name beside it. */
export interface NamedPoint {
  readonly text: string;
  readonly at: Vector;
}

/** The labels that may be placed on a map. */
export interface LabelOptions {
  readonly projection: Projection;
  /** The whole map, in its units. */
  readonly width: number;
  readonly height: number;
  readonly phone: ScreenView;
  /** The narrowest of the screens that show the whole map. */
  readonly wide: ScreenView;
  /** The countries that the map is framed on, the most important first. */
  readonly main: readonly Shape[];
  /** Other countries that it is about, the most important first. */
  readonly lit: readonly Shape[];
  /** All countries in view, the largest first. */
  readonly others: readonly Shape[];
  /** Where it happened. */
  readonly pins: readonly NamedPoint[];
  /** The city of the dateline. */
  readonly city?: NamedPoint | undefined;
  /** The corner in which the map has a globe. */
  readonly corner?: Corner | undefined;
  /** Returns the name of a country by its code. One without a name is left out. */
  getName(code: string): string | undefined;
  /** Returns the point for the name of a country whose middle is not on the map. Undefined if too little of it is. */
  getSeenAnchor(code: string): Point | undefined;
}

/** A corner of a map, by its physical sides. */
export interface Corner {
  readonly isRight: boolean;
  readonly isBottom: boolean;
}

const letterPx = 6.8;
const linePx = 16;
/** The distance from the middle of a dot to its name. */
const gapPx = 9;
/** The maximum number of countries named on a map that it is not about. */
const most = { narrow: 6, wide: 12 } as const;
/** The size of the globe in a corner, with the space around it. */
const globePx = { narrow: 68, wide: 104 } as const;

interface Candidate extends Label {
  readonly point: Point;
}

/**
 * Places labels on a map: the main place, places of the event, the city, other places that it is about, then their
 * neighbours, as far as there is room. The names of a single main place and of places of the event are always there.
 */
export function placeLabels(options: LabelOptions): readonly Label[] {
  const { projection, phone, main, lit, others, pins, city, corner } = options;
  const dots = [
    ...[...pins, ...(city ? [city] : [])].map(({ at }) => toPoint(projection, at)),
    ...[...main, ...lit]
      .filter((shape) => isTiny(shape, projection))
      .map((shape) => toPoint(projection, getAnchor(shape))),
  ];
  const narrow = new Board(phone, dots, corner && { corner, px: globePx.narrow });
  const wide = new Board(options.wide, dots, corner && { corner, px: globePx.wide });

  const placed: Label[] = [];
  // The first position that fits on every screen, else the first that fits on a wide one.
  const place = (candidates: readonly Candidate[], isForPhones = true): boolean => {
    const everywhere = isForPhones
      ? candidates.find((candidate) => wide.hasRoom(candidate) && narrow.take(candidate))
      : undefined;
    if (everywhere) wide.put(everywhere);
    const found = everywhere ?? candidates.find((candidate) => wide.take(candidate));
    if (found) placed.push({ ...found, isWide: found !== everywhere });
    return found !== undefined;
  };
  const force = (candidates: readonly Candidate[]) => {
    const found = candidates.find((candidate) => narrow.hasRoom(candidate)) ?? candidates[0];
    if (!found) return;
    narrow.put(found);
    wide.put(found);
    placed.push(found);
  };
  const [single] = main;
  if (main.length === 1 && single) force(toCandidates(single, 'main', options));
  for (const pin of pins) force(toPointCandidates(pin, 'pin', options));
  if (city) place(toPointCandidates(city, 'city', options));
  if (main.length > 1) for (const shape of main) place(toCandidates(shape, 'main', options));
  for (const shape of lit) place(toCandidates(shape, 'lit', options));
  let count = 0;
  for (const shape of others) {
    if (count >= most.wide) break;
    if (main.includes(shape) || lit.includes(shape)) continue;
    if (place(toCandidates(shape, 'other', options), count < most.narrow)) count += 1;
  }
  return placed.map(({ text, kind, x, y, anchor, isWide }) => ({ text, kind, x, y, anchor, isWide }));
}

/** A map at one size, with its labels so far. */
class Board {
  readonly #scale: number;
  readonly #edge: Box;
  readonly #taken: Box[];

  constructor(
    { scale, view: { left, top, right, bottom } }: ScreenView,
    dots: readonly Point[],
    globe: { readonly corner: Corner; readonly px: number } | undefined,
  ) {
    this.#scale = scale;
    this.#edge = { left: left * scale + 3, top: top * scale + 3, right: right * scale - 3, bottom: bottom * scale - 3 };
    this.#taken = dots.map(([x, y]) => around([x * scale, y * scale], 7, 7));
    if (!globe) return;
    const { corner, px } = globe;
    const [x, y] = [corner.isRight ? right * scale : left * scale, corner.isBottom ? bottom * scale : top * scale];
    this.#taken.push(around([x, y], px, px));
  }

  /** Writes a label if there is room for it. */
  take(candidate: Candidate): boolean {
    const isFree = this.hasRoom(candidate);
    if (isFree) this.put(candidate);
    return isFree;
  }

  /** Returns whether there is room for a label. */
  hasRoom(candidate: Candidate): boolean {
    const box = this.#toBox(candidate);
    const { left, top, right, bottom } = this.#edge;
    if (box.left < left || box.right > right || box.top < top || box.bottom > bottom) return false;
    return !this.#taken.some((other) => isOver(box, other));
  }

  /** Writes a label. */
  put(candidate: Candidate): void {
    this.#taken.push(this.#toBox(candidate));
  }

  #toBox({ point: [x, y], text, anchor }: Candidate): Box {
    const width = text.length * letterPx + 2;
    const left = x * this.#scale;
    const middle = anchor === 'start' ? left + gapPx + width / 2 : anchor === 'end' ? left - gapPx - width / 2 : left;
    return around([middle, y * this.#scale], width / 2, linePx / 2);
  }
}

function around([x, y]: Point, width: number, height: number): Box {
  return { left: x - width, top: y - height, right: x + width, bottom: y + height };
}

function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** Tries the right side of its dot, the left, then above and below it. */
function toPointCandidates({ text, at }: NamedPoint, kind: 'pin' | 'city', options: LabelOptions): Candidate[] {
  const point = toPoint(options.projection, at);
  return toBesideCandidates({ text, kind }, point, options);
}

/** Units above and below a dot at which its name is clear of it on every screen. */
const liftUnits = 27;

function toBesideCandidates(
  { text, kind }: Pick<Label, 'text' | 'kind'>,
  point: Point,
  options: LabelOptions,
): Candidate[] {
  const put = (anchor: Label['anchor'], lift: number): Candidate => {
    const moved: Point = [point[0], point[1] + lift];
    return { text, kind, ...toShares(moved, options), point: moved, anchor, isWide: false };
  };
  return [put('start', 0), put('end', 0), put('middle', -liftUnits), put('middle', liftUnits)];
}

/** Units by which names may be moved up or down to make room for a dot, that of the main place farther. */
const moves = { main: [0, -22, 22, -38, 38, -56, 56, -80, 80], part: [0, -14, 14, -22, 22], none: [0] } as const;

function toCandidates(shape: Shape, kind: 'main' | 'lit' | 'other', options: LabelOptions): Candidate[] {
  const { projection, width, height } = options;
  const text = options.getName(shape.code);
  if (text === undefined) return [];
  const anchor = toPoint(projection, getAnchor(shape));
  const isOnMap = isInside(anchor, { left: 0, top: 0, right: width, bottom: height });
  const point = isOnMap ? anchor : kind === 'lit' ? options.getSeenAnchor(shape.code) : undefined;
  if (!point) return [];
  const size = getSize(shape, projection);
  const isBeside = size < tinySize;
  if (kind === 'other' && !isWorthNaming(shape, size, text, projection)) return [];
  if (isBeside) return toBesideCandidates({ text, kind }, point, options);
  const inside = moves[getMobility(kind, options)].map((move): Candidate => {
    const moved: Point = [point[0], point[1] + move];
    return { text, kind, ...toShares(moved, options), point: moved, anchor: 'middle', isWide: false };
  });
  // One of several at the edge of the map has its name beside its middle.
  return kind === 'main' && options.main.length > 1
    ? [...inside, ...toBesideCandidates({ text, kind }, point, options)]
    : inside;
}

function getMobility(kind: 'main' | 'lit' | 'other', { main }: LabelOptions): keyof typeof moves {
  if (kind === 'main') return main.length === 1 ? 'main' : 'none';
  return kind === 'lit' && main.length === 0 ? 'part' : 'none';
}

/** Returns whether a country that a map is not about helps to see where it is: not if its name would be in the sea. */
function isWorthNaming(shape: Shape, size: number, text: string, projection: Projection): boolean {
  if (size >= tinySize) return size >= 0.75 * text.length * letterPx;
  return isIsland(shape) && size >= minSeen && measureDegree(shape, projection) >= closeUnits;
}

function toShares([x, y]: Point, { width, height }: LabelOptions): { readonly x: number; readonly y: number } {
  return { x: x / width, y: y / height };
}

/** Units below which an islet is an invisible speck. Its name would float in the sea. */
const minSeen = 1.5;

/** Units of the map per degree of latitude from which on islets that it is not about are named. */
const closeUnits = 18;

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
  const { radius } = shape.parts[0]?.cap ?? shape.cap;
  return (360 / Math.PI) * radius * measureDegree(shape, projection);
}

/** Returns the length of a degree at a country on a map, in units. */
function measureDegree(shape: Shape, projection: Projection): number {
  const [x, y] = toPoint(projection, (shape.parts[0]?.cap ?? shape.cap).centre);
  const beside = toPoint(projection, getDegreeAway(shape));
  return Math.hypot(beside[0] - x, beside[1] - y);
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
  const rings = joinParts([part], arcs, lines);
  return toPlace(frame, findPole(rings, 1));
}

/** Returns the point in some rings that is farthest from them, approximately. The longest is the outer one. */
export function findPole(rings: readonly Points[], precision: number): Point {
  const polygon = rings
    .map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, index): [number, number] => [
        ring[2 * index] ?? 0,
        ring[2 * index + 1] ?? 0,
      ]),
    )
    .sort((a, b) => b.length - a.length);
  const [x = 0, y = 0] = polygon[0] && polygon[0].length > 2 ? polylabel(polygon, precision) : [0, 0];
  return [x, y];
}
