import { getAnchor, getSize, isIsland, isTiny, measureDegree, tinySize } from './anchors.ts';
import { Board, letterPx, type Candidate, type Corner, type Label, type ScreenView } from './label-board.ts';
import { isInside, toPoint, type Point, type Projection } from './projection.ts';
import type { Shape } from './shape.ts';
import type { Vector } from './sphere.ts';

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

/** The maximum number of countries named on a map that it is not about. */
const most = { narrow: 6, wide: 12 } as const;
/** The size of the globe in a corner, with the space around it. */
const globePx = { narrow: 68, wide: 104 } as const;

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
