import { fullLevel, runLength, type Runs } from './coverage.ts';
import type { Blend } from './palette.ts';

/**
 * A picture as PNG files contain it, with sixteen colours and no filter: a byte of zero before each row, then two pixels
 * in a byte, each the index of a palette.
 */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly rowBytes: number;
  readonly rows: Uint8Array;
}

/** A part of a picture, in whole pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Creates a canvas in one colour. */
export function createCanvas(width: number, height: number, index: number): Canvas {
  const rowBytes = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(rowBytes * height).fill(index * 17);
  for (let y = 0; y < height; y += 1) rows[y * rowBytes] = 0;
  return { width, height, rowBytes, rows };
}

/** Returns a copy to draw on. */
export function copyCanvas({ rows, ...size }: Canvas): Canvas {
  return { ...size, rows: rows.slice() };
}

/** Returns the colour of a pixel, as an index of the palette. */
export function getPixel({ rows, rowBytes }: Canvas, x: number, y: number): number {
  return ((rows[y * rowBytes + 1 + (x >> 1)] ?? 0) >> getShift(x)) & 15;
}

/** The first of two pixels takes the high bits of their byte. */
function getShift(x: number): 0 | 4 {
  return x % 2 === 0 ? 4 : 0;
}

/** Sets the colour of a pixel. */
export function setPixel({ rows, rowBytes }: Canvas, x: number, y: number, index: number): void {
  const at = y * rowBytes + 1 + (x >> 1);
  rows[at] = ((rows[at] ?? 0) & (240 >> getShift(x))) | (index << getShift(x));
}

/** Fills an area that is inside the canvas. */
export function fillArea(canvas: Canvas, { left, top, width, height }: Area, index: number): void {
  for (let y = top; y < top + height; y += 1) fillRow(canvas, y, left, left + width, index);
}

/** Fills pixels of a row: whole bytes, and half a byte at each end. */
function fillRow({ rows, rowBytes }: Canvas, y: number, left: number, right: number, index: number): void {
  const row = y * rowBytes + 1;
  const [from, to] = [row + ((left + 1) >> 1), row + (right >> 1)];
  if (left % 2 === 1 && left < right) rows[from - 1] = ((rows[from - 1] ?? 0) & 240) | index;
  if (from < to) rows.fill(index * 17, from, to);
  if (right % 2 === 1 && left < right) rows[to] = ((rows[to] ?? 0) & 15) | (index << 4);
}

/**
 * Copies a smaller canvas to a place inside a larger one.
 *
 * @throws if half bytes would have to be moved: the place and the width must be even
 */
export function placeCanvas(onto: Canvas, canvas: Canvas, left: number, top: number): void {
  if (left % 2 !== 0 || canvas.width % 2 !== 0) throw new Error('A canvas can only be placed in whole bytes.');
  for (let y = 0; y < canvas.height; y += 1) {
    const row = canvas.rows.subarray(y * canvas.rowBytes + 1, (y + 1) * canvas.rowBytes);
    onto.rows.set(row, (top + y) * onto.rowBytes + 1 + left / 2);
  }
}

/** Paints what runs cover, moved by some pixels. What lies outside the canvas is cut off. */
export function paintRuns(canvas: Canvas, runs: Runs, blend: Blend, moveX = 0, moveY = 0): void {
  for (let run = 0; run < runs.length; run += runLength) {
    const y = (runs[run] ?? 0) + moveY;
    if (y < 0 || y >= canvas.height) continue;
    const left = (runs[run + 1] ?? 0) + moveX;
    const right = Math.min(canvas.width, left + (runs[run + 2] ?? 0));
    const level = runs[run + 3] ?? 0;
    if (level === fullLevel) fillRow(canvas, y, Math.max(0, left), right, blend[level] ?? 0);
    else blendRow(canvas, y, Math.max(0, left), right, level, blend);
  }
}

function blendRow(
  { rows, rowBytes }: Canvas,
  y: number,
  left: number,
  right: number,
  level: number,
  blend: Blend,
): void {
  const row = y * rowBytes + 1;
  for (let x = left; x < right; x += 1) {
    const at = row + (x >> 1);
    const pair = rows[at] ?? 0;
    const shift = getShift(x);
    const under = (pair >> shift) & 15;
    rows[at] = pair ^ ((under ^ (blend[16 * under + level] ?? 0)) << shift);
  }
}
