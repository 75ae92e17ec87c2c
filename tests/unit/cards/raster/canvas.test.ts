import { describe, expect, it } from 'vitest';
import {
  copyCanvas,
  createCanvas,
  fillArea,
  getPixel,
  paintRuns,
  placeCanvas,
  type Canvas,
} from '../../../../src/cards/raster/canvas.ts';
import { fullLevel } from '../../../../src/cards/raster/coverage.ts';
import { createPalette } from '../../../../src/cards/raster/palette.ts';

const palette = createPalette(['#ffffff', '#000000', '#cc0000']);

/** The pixels of a canvas, a digit each. */
const read = (canvas: Canvas) =>
  Array.from({ length: canvas.height }, (_, y) =>
    Array.from({ length: canvas.width }, (_, x) => getPixel(canvas, x, y)).join(''),
  );

describe('a canvas', () => {
  it('has rows as a PNG file has them: a byte of zero, then two pixels in a byte', () => {
    const canvas = createCanvas(5, 2, 7);
    fillArea(canvas, { left: 1, top: 1, width: 3, height: 1 }, 2);
    expect(read(canvas)).toEqual(['77777', '72227']);
    expect([...canvas.rows]).toEqual([0, 0x77, 0x77, 0x77, 0, 0x72, 0x22, 0x77]);
  });

  it('is not changed by what is drawn on its copy', () => {
    const canvas = createCanvas(4, 1, 0);
    fillArea(copyCanvas(canvas), { left: 0, top: 0, width: 4, height: 1 }, 1);
    expect(read(canvas)).toEqual(['0000']);
  });

  it('takes another at an even place', () => {
    const canvas = createCanvas(8, 3, 0);
    placeCanvas(canvas, createCanvas(4, 1, 5), 2, 1);
    expect(read(canvas)).toEqual(['00000000', '00555500', '00000000']);
    expect(() => placeCanvas(canvas, createCanvas(4, 1, 5), 3, 1)).toThrow('whole bytes');
    expect(() => placeCanvas(canvas, createCanvas(3, 1, 5), 2, 1)).toThrow('whole bytes');
  });

  it('cuts off runs outside it', () => {
    const canvas = createCanvas(4, 2, 0);
    const runs = Int16Array.of(-1, 0, 4, fullLevel, 0, -2, 3, fullLevel, 1, 3, 9, fullLevel, 2, 0, 4, fullLevel);
    paintRuns(canvas, runs, palette.getBlend('#000000'));
    expect(read(canvas)).toEqual(['1000', '0001']);
    paintRuns(canvas, Int16Array.of(0, 0, 4, fullLevel), palette.getBlend('#cc0000'), 2, 1);
    expect(read(canvas)).toEqual(['1000', '0022']);
  });
});
