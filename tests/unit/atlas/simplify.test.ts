import { describe, expect, it } from 'vitest';
import { measureSignificance, simplify } from '../../../src/atlas/simplify.ts';

/** A line with a small bump at its second point and a large one at its fourth. */
const line = [0, 0, 1, 1, 2, 0, 3, 5, 4, 0];

describe('measureSignificance', () => {
  it('returns how far a line is off without each point, never more than the point that split it', () => {
    const [first, bump, dip, peak, last] = measureSignificance(line);
    expect([first, last]).toEqual([Infinity, Infinity]);
    expect(peak).toBe(5);
    expect(dip).toBeGreaterThan(1);
    expect(bump).toBeCloseTo(1, 6);
    expect(Math.max(bump ?? 0, dip ?? 0)).toBeLessThanOrEqual(peak ?? 0);
  });

  it('knows lines of no point, one and two', () => {
    expect(measureSignificance([])).toEqual([]);
    expect(measureSignificance([3, 4])).toEqual([Infinity]);
    expect(measureSignificance([3, 4, 5, 6])).toEqual([Infinity, Infinity]);
  });

  it('measures a closed line, whose ends are one point', () => {
    expect(measureSignificance([0, 0, 3, 4, 0, 0])).toEqual([Infinity, 5, Infinity]);
  });
});

describe('simplify', () => {
  it.each([
    [0.5, line],
    [1.5, [0, 0, 2, 0, 3, 5, 4, 0]],
    [5, [0, 0, 3, 5, 4, 0]],
    [6, [0, 0, 4, 0]],
  ])('with a tolerance of %f keeps %j', (tolerance, kept) => {
    expect(simplify(line, tolerance)).toEqual(kept);
  });

  it('leaves lines of two points alone', () => {
    expect(simplify([0, 0, 1, 1], 100)).toEqual([0, 0, 1, 1]);
  });
});
