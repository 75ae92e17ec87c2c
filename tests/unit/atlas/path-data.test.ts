import { describe, expect, it } from 'vitest';
import { clipLine, clipRing, getBox, toPathData } from '../../../src/atlas/path-data.ts';

const box = { left: 0, top: 0, right: 10, bottom: 10 };

/** The points of a ring, wherever it starts. */
const pairs = (flat: readonly number[]) => new Set(flat.map((x, at) => (at % 2 ? '' : `${x},${flat[at + 1]}`)));

describe('boxes', () => {
  it('are the smallest around points', () => {
    expect(getBox([3, 1, -2, 8, 5, 4])).toEqual({ left: -2, top: 1, right: 5, bottom: 8 });
    expect(getBox([]).left).toBe(Infinity);
  });
});

describe('clipRing', () => {
  it.each([
    ['inside, is left as it is', [1, 1, 9, 1, 9, 9], [1, 1, 9, 1, 9, 9]],
    ['outside, is gone', [11, 0, 20, 0, 20, 10], []],
    ['over an edge, follows it', [5, 2, 15, 2, 15, 8, 5, 8], [5, 2, 10, 2, 10, 8, 5, 8]],
    ['around it, becomes it', [-5, -5, 15, -5, 15, 15, -5, 15], [0, 0, 10, 0, 10, 10, 0, 10]],
  ])('a ring %s', (_of, ring, clipped) => {
    const points = clipRing(ring, box);
    expect(pairs(points)).toEqual(pairs(clipped));
  });
});

describe('clipLine', () => {
  it('keeps the pieces that touch a box, with one point beyond it at each end', () => {
    expect(clipLine([1, 1, 9, 9], box)).toEqual([[1, 1, 9, 9]]);
    expect(clipLine([20, 20, 30, 30], box)).toEqual([]);
    expect(clipLine([-30, 5, -20, 5, 5, 5, 20, 5, 30, 5], box)).toEqual([[-20, 5, 5, 5, 20, 5]]);
    const twice = [5, 5, 20, 5, 30, 5, 30, 8, 20, 8, 5, 8];
    expect(clipLine(twice, box)).toEqual([
      [5, 5, 20, 5],
      [20, 8, 5, 8],
    ]);
  });
});

describe('toPathData', () => {
  it.each([
    ['a ring', [[0, 0, 4, 0, 4, 3]], true, 'm0 0 4 0 0 3z'],
    [
      'an open line, whose end the next one starts from',
      [
        [0, 0, 4, 0],
        [4, 1, 5, 1],
      ],
      false,
      'm0 0 4 0m0 1 1 0',
    ],
    [
      'a ring after a ring, from its start',
      [
        [1, 1, 2, 1, 2, 2],
        [3, 3, 4, 3, 4, 4],
      ],
      true,
      'm1 1 1 0 0 1zm2 2 1 0 0 1z',
    ],
    ['a minus in the place of a space', [[5, 5, 4, 6, 3, 4]], false, 'm5 5-1 1-1-2'],
    ['rounded points, without those that fall together', [[0, 0, 0.4, 0.4, 1.6, 0]], false, 'm0 0 2 0'],
    ['nothing, of a line within one unit', [[0, 0, 0.3, 0.3]], true, ''],
    ['nothing, of no lines', [], true, ''],
  ])('writes %s', (_of, lines, isClosed, data) => {
    expect(toPathData(lines, isClosed)).toBe(data);
  });
});
