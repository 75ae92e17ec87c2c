import { describe, expect, it } from 'vitest';
import { buildMapFrame, safeArea, mapSize } from '../../../src/atlas/map-frame.ts';
import { getOutlines } from '../../../src/atlas/outlines.ts';
import { createAzimuthalEqualArea, isInside, toPoint } from '../../../src/atlas/projection.ts';
import { toVector } from '../../../src/atlas/sphere.ts';

const { shapes } = getOutlines();
const find = (...codes: string[]) => codes.flatMap((code) => shapes.get(code) ?? []);
const frame = (codes: string[], point?: ReturnType<typeof toVector>) =>
  buildMapFrame(find(...codes), shapes.values(), point);
const kmHigh = (scale: number) => (mapSize.height * 6371) / scale;

describe('the frame of a map', () => {
  it('is undefined without places, and for places on both sides of the globe', () => {
    expect(frame([])).toBeUndefined();
    expect(frame(['AR', 'CN'])).toBeUndefined();
  });

  it('shows a small place with its neighbours: more of the sea around an island than of land around Luxembourg', () => {
    expect(kmHigh(frame(['LU'])?.scale ?? 0)).toBeCloseTo(1000, 0);
    expect(kmHigh(frame(['MU'])?.scale ?? 0)).toBeGreaterThan(1500);
  });

  it('has the whole of a place in the middle that a phone shows, across the date line too', () => {
    for (const codes of [['FJ'], ['RU'], ['KP', 'KR'], ['NZ', 'WS']]) {
      const found = frame(codes);
      if (!found) throw new Error(`No frame of ${codes.join()}.`);
      const projection = createAzimuthalEqualArea(found);
      const outside = find(...codes)
        .flatMap(({ corners }) => corners)
        .filter((corner) => !isInside(toPoint(projection, corner), safeArea));
      expect(outside, codes.join()).toEqual([]);
    }
  });

  it('widens for a city outside the places, and is the same for one within', () => {
    const berlin = toVector([13.4, 52.5]);
    expect(frame(['DE'], berlin)).toEqual(frame(['DE']));
    expect(frame(['FR'], toVector([26.1, 44.43]))?.scale).toBeLessThan(frame(['FR'])?.scale ?? 0);
    expect(frame([], berlin)?.centre[0]).toBeCloseTo(13.4, 6);
  });
});
