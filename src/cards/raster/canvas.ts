import { runLength, type Runs } from './coverage.ts';
import type { Blend } from './palette.ts';

/** A picture whose pixels are indexes of a palette, one byte each. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
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
  return { width, height, pixels: new Uint8Array(width * height).fill(index) };
}

/** Returns a copy to draw on. */
export function copyCanvas({ width, height, pixels }: Canvas): Canvas {
  return { width, height, pixels: pixels.slice() };
}

/** Fills an area that is inside the canvas. */
export function fillArea({ width, pixels }: Canvas, area: Area, index: number): void {
  for (let y = area.top; y < area.top + area.height; y += 1) {
    pixels.fill(index, y * width + area.left, y * width + area.left + area.width);
  }
}

/** Copies a smaller canvas to a place inside a larger one. */
export function placeCanvas(onto: Canvas, canvas: Canvas, left: number, top: number): void {
  for (let y = 0; y < canvas.height; y += 1) {
    const row = canvas.pixels.subarray(y * canvas.width, (y + 1) * canvas.width);
    onto.pixels.set(row, (top + y) * onto.width + left);
  }
}

/** Paints what runs cover, moved by some pixels. What lies outside the canvas is cut off. */
export function paintRuns({ width, height, pixels }: Canvas, runs: Runs, blend: Blend, moveX = 0, moveY = 0): void {
  for (let run = 0; run < runs.length; run += runLength) {
    const y = (runs[run] ?? 0) + moveY;
    if (y < 0 || y >= height) continue;
    const left = (runs[run + 1] ?? 0) + moveX;
    const end = y * width + Math.min(width, left + (runs[run + 2] ?? 0));
    const level = runs[run + 3] ?? 0;
    for (let at = y * width + Math.max(0, left); at < end; at += 1) {
      pixels[at] = blend[16 * (pixels[at] ?? 0) + level] ?? 0;
    }
  }
}
