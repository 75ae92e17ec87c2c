import { describe, expect, it } from 'vitest';
import { createCoverage, fullLevel, moveRuns, type FillRule } from '../../../../src/cards/raster/coverage.ts';
import { addRings, addStrokes, buildCircle, type Line } from '../../../../src/cards/raster/outline.ts';

const asIs = { left: 0, top: 0, scaleX: 1, scaleY: 1 };

function fill(rings: readonly Line[], rule: FillRule = 'nonzero'): readonly (readonly number[])[] {
  const coverage = createCoverage(40, 20);
  addRings(coverage, rings, asIs);
  const runs = [...coverage.take(rule)];
  return Array.from({ length: runs.length / 4 }, (_, run) => runs.slice(4 * run, 4 * run + 4));
}

const toBox = (left: number, top: number, right: number, bottom: number): Line =>
  [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ].flat();

/** Adds up the levels of runs, in pixels. */
const measure = (runs: readonly (readonly number[])[]) =>
  runs.reduce((sum, [, , count = 0, level = 0]) => sum + (count * level) / fullLevel, 0);

describe('coverage', () => {
  it('is a run for each row of a box', () => {
    expect(fill([toBox(3, 1, 30, 3)])).toEqual([
      [1, 3, 27, fullLevel],
      [2, 3, 27, fullLevel],
    ]);
  });

  it('is in part where a side passes through a pixel', () => {
    expect(fill([toBox(3 + 1 / 3, 1, 6 + 1 / 3, 2)])).toEqual([
      [1, 3, 1, 2],
      [1, 4, 2, fullLevel],
      [1, 6, 1, 1],
    ]);
    expect(fill([toBox(2, 1 + 1 / 3, 4, 2)])).toEqual([[1, 2, 2, 2]]);
  });

  it('does not depend on the direction of an outline', () => {
    const box = toBox(2.4, 2.7, 17.1, 9.3);
    const reversed = Array.from({ length: 4 }, (_, at) => box.slice(6 - 2 * at, 8 - 2 * at)).flat();
    expect(fill([reversed])).toEqual(fill([box]));
  });

  it('has a hole where rings overlap by the even-odd rule, and none by the other', () => {
    const rings = [toBox(2, 2, 20, 12), toBox(5, 4, 10, 8)];
    expect(measure(fill(rings, 'evenodd'))).toBe(18 * 10 - 5 * 4);
    expect(measure(fill(rings, 'nonzero'))).toBe(18 * 10);
  });

  it('is about the area of a circle', () => {
    const circle = measure(fill([buildCircle(15, 10, 8)]));
    expect(Math.abs(circle - Math.PI * 64)).toBeLessThan(3);
  });

  it('is cut off at the edges', () => {
    expect(measure(fill([toBox(-10, -10, 100, 100)]))).toBe(40 * 20);
    expect(fill([toBox(-10, 5, -2, 8)])).toEqual([]);
    expect(fill([toBox(45, 5, 60, 8)])).toEqual([]);
  });

  it('is empty after it was taken', () => {
    const coverage = createCoverage(40, 20);
    addRings(coverage, [toBox(1, 1, 30, 15)], asIs);
    coverage.take('nonzero');
    expect(coverage.take('nonzero')).toHaveLength(0);
  });

  it('of a line is as wide as the pen', () => {
    const coverage = createCoverage(40, 20);
    addStrokes(coverage, [[2, 5, 12, 5, 12, 5, 12, 15]], 2, asIs);
    const runs = coverage.take('nonzero');
    expect(runs.slice(0, 4)).toEqual(Int16Array.of(4, 2, 10, fullLevel));
    expect(runs.slice(-4)).toEqual(Int16Array.of(14, 11, 2, fullLevel));
  });

  it('moves as a whole', () => {
    expect([...moveRuns(Int16Array.of(1, 2, 3, 1, 2, 2, 5, 2), -4, 10)]).toEqual([11, -2, 3, 1, 12, -2, 5, 2]);
  });
});
