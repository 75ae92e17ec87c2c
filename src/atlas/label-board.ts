import type { Box } from './path-data.ts';
import type { Point } from './projection.ts';

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

/** A corner of a map, by its physical sides. */
export interface Corner {
  readonly isRight: boolean;
  readonly isBottom: boolean;
}

/** A label that may be written, and its anchor in units of the map. */
export interface Candidate extends Label {
  readonly point: Point;
}

/** The average width of a letter. */
export const letterPx = 6.8;
const linePx = 16;
/** The distance from the middle of a dot to its name. */
const gapPx = 9;

/** A map at one size, with its labels so far. */
export class Board {
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
