import { describe, expect, it } from 'vitest';
import { getAngle, getMean, isTouching, toCap, toLonLat, toVector, type LonLat } from '../../../src/atlas/sphere.ts';

const degrees = (a: LonLat, b: LonLat) => (getAngle(toVector(a), toVector(b)) * 180) / Math.PI;
const toCapAt = (longitude: number) => ({ centre: toVector([longitude, 0]), radius: Math.PI / 18 });

describe('places on the sphere', () => {
  it.each<[LonLat, readonly number[]]>([
    [
      [0, 0],
      [1, 0, 0],
    ],
    [
      [90, 0],
      [0, 1, 0],
    ],
    [
      [-90, 0],
      [0, -1, 0],
    ],
    [
      [0, 90],
      [0, 0, 1],
    ],
  ])('%j is the vector %j, and back', (place, vector) => {
    toVector(place).forEach((value, axis) => expect(value).toBeCloseTo(vector[axis] ?? NaN, 12));
    toLonLat(toVector(place)).forEach((value, axis) => expect(value).toBeCloseTo(place[axis] ?? NaN, 9));
  });

  it('are apart by an angle, across the date line too', () => {
    expect(degrees([0, 0], [0, 90])).toBeCloseTo(90, 9);
    expect(degrees([179, 0], [-179, 0])).toBeCloseTo(2, 9);
    expect(degrees([10, 50], [10, 50])).toBeCloseTo(0, 5);
  });

  it('have a mean on the date line, and one even where they cancel out', () => {
    expect(Math.abs(toLonLat(getMean([toVector([170, 0]), toVector([-170, 0])]))[0])).toBeCloseTo(180, 9);
    expect(getMean([toVector([0, 0]), toVector([180, 0])])).toEqual([1, 0, 0]);
  });
});

describe('toCap', () => {
  it('contains all places and little more', () => {
    const places = [toVector([170, 0]), toVector([-170, 0]), toVector([180, 5])];
    const { centre, radius } = toCap(places);
    for (const place of places) expect(getAngle(centre, place)).toBeLessThanOrEqual(radius + 1e-9);
    expect((radius * 180) / Math.PI).toBeLessThan(11.5);
  });

  it('tells which caps touch', () => {
    expect(isTouching(toCapAt(0), toCapAt(19))).toBe(true);
    expect(isTouching(toCapAt(0), toCapAt(21))).toBe(false);
  });
});
