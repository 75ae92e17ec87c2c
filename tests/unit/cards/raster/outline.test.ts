import { describe, expect, it } from 'vitest';
import { toPathData } from '../../../../src/atlas/path-data.ts';
import { readOutline, readPathData } from '../../../../src/cards/raster/outline.ts';

describe('the outline of a letter', () => {
  it('consists of rings of lines', () => {
    expect(readOutline('M0,0L10,0L10,-5.5ZM1,1L2,1L2,2Z')).toEqual([
      [0, 0, 10, 0, 10, -5.5],
      [1, 1, 2, 1, 2, 2],
    ]);
  });

  it('has curves as straight pieces that end where the curve does', () => {
    const [ring = []] = readOutline('M0,0Q8,0 8,8Z');
    expect(ring.slice(-2)).toEqual([8, 8]);
    expect(ring.slice(4, 6)).toEqual([6, 2]);
  });

  it('is empty for a space, and refused with cubic curves', () => {
    expect(readOutline('')).toEqual([]);
    expect(() => readOutline('M0,0C1,1 2,2 3,3Z')).toThrow('cannot contain C');
  });
});

describe('the path of a map', () => {
  it('is read as it was written', () => {
    const ring = [10, 20, 14, -3, -14, 23];
    const rings = [ring, [1, 1, 2, 1, 2, 2]];
    expect(readPathData(toPathData(rings, true))).toEqual(rings.map((one) => [...one, ...one.slice(0, 2)]));
    const lines = [ring, [5, 5, 105, 5]];
    expect(readPathData(toPathData(lines, false))).toEqual(lines);
    expect(readPathData('')).toEqual([]);
  });
});
