import layout from './world-layout.json' with { type: 'json' };
import { once } from '../core/memo.ts';

/** A country on the map of the world. */
interface WorldMapPlace {
  /** ISO 3166-1 alpha-2, or `XK`. */
  readonly code: string;
  /** Whether it is large enough to be drawn. */
  readonly hasOutline: boolean;
  /** The position of its mark, in map units, if it is too small to be clicked. */
  readonly mark?: Mark | undefined;
}

/** The mark of a small country: its position, and the distance from it at which a click opens the country. */
export type Mark = readonly [x: number, y: number, reach: number];

/** The layout of the world map on the page of regions. */
export interface WorldMapLayout {
  readonly width: number;
  readonly height: number;
  /** Largest first. */
  readonly places: readonly WorldMapPlace[];
}

/**
 * The layout of the world map in a short form: `VA 512 203 0` is a place with a mark, and `-GI 480 210 3` one
 * without an outline.
 */
export interface StoredLayout {
  readonly width: number;
  readonly height: number;
  readonly places: readonly string[];
}

/**
 * Reads the layout of the world map. It is stored, because it is always the same and measuring it takes half a second:
 * `measureWorldMap` makes it, and a test compares the two.
 */
export const layOutWorldMap: () => WorldMapLayout = once(() => parseLayout(layout));

function parseLayout({ width, height, places }: StoredLayout): WorldMapLayout {
  return { width, height, places: places.map(parsePlace) };
}

function parsePlace(place: string): WorldMapPlace {
  const [code = '', x, y, reach] = place.replace(/^-/u, '').split(' ');
  const mark = x === undefined ? undefined : ([Number(x), Number(y), Number(reach)] as const);
  return { code, hasOutline: !place.startsWith('-'), mark };
}
