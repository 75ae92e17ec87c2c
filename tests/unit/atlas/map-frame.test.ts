import { describe, expect, it } from 'vitest';
import { buildMapFrame, getProjection, mapSize, safeArea, type MapFrame } from '../../../src/atlas/map-frame.ts';
import { getOutlines } from '../../../src/atlas/outlines.ts';
import { isInside, toPoint } from '../../../src/atlas/projection.ts';
import { toCap, toLonLat, toVector, type LonLat, type Vector } from '../../../src/atlas/sphere.ts';

const { shapes } = getOutlines();
const find = (...codes: string[]) => codes.flatMap((code) => shapes.get(code) ?? []);
const frame = (codes: string[], ...points: LonLat[]) =>
  buildMapFrame(find(...codes), shapes.values(), points.map(toVector));
const kmHigh = ({ scale }: MapFrame) => (mapSize.height * 6371) / scale;
const berlin: LonLat = [13.4, 52.5];
const kursk: LonLat = [36.2, 51.7];
const whole = { left: 0, top: 0, right: 1120, bottom: 455 };

/** Returns by how many degrees north is off from straight up at a place. */
function getTilt(map: MapFrame, place: Vector): number {
  const [longitude, latitude] = toLonLat(place);
  const [x, y] = toPoint(getProjection(map), place);
  const [north, up] = toPoint(getProjection(map), toVector([longitude, latitude + 0.1]));
  return (Math.abs(Math.atan2(north - x, y - up)) * 180) / Math.PI;
}

/** The middle of places on a map, a share of its width and of its height. */
function getMiddle(map: MapFrame, codes: string[]) {
  const points = find(...codes)
    .flatMap(({ corners }) => corners)
    .map((corner) => toPoint(getProjection(map), corner));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2 / map.width,
    y: (Math.min(...ys) + Math.max(...ys)) / 2 / map.height,
  };
}

describe('the frame of a map', () => {
  it('is the world without places, and for places everywhere', () => {
    expect(frame([])).toMatchObject({ isWorld: true, kind: 'equal-earth', width: mapSize.width });
    expect(frame(['AR', 'CN', 'US', 'AU', 'ZA', 'FI']).isWorld).toBe(true);
    expect(frame(['RO']).isWorld).toBe(false);
  });

  it('shows a small place with its neighbours: more of the sea around an island than of land around Luxembourg', () => {
    expect(kmHigh(frame(['LU']))).toBeCloseTo(1000, 0);
    expect(kmHigh(frame(['MU']))).toBeGreaterThan(1500);
  });

  it('has the whole of a place in the middle that a phone shows, across the date line too', () => {
    for (const codes of [['FJ'], ['RU'], ['KP', 'KR'], ['NZ', 'WS'], ['US', 'JP'], ['142']]) {
      const found = frame(codes);
      const outside = find(...codes)
        .flatMap(({ corners }) => corners)
        .filter((corner) => !isInside(toPoint(getProjection(found), corner), safeArea));
      expect(outside, codes.join()).toEqual([]);
    }
  });

  it('has upright meridians when it is wide, unless it is around a pole', () => {
    expect(frame(['RU']).kind).toBe('equal-earth');
    expect(frame(['BE'], kursk).kind).toBe('azimuthal');
    expect(frame(['US'], kursk).kind).toBe('equal-earth');
    expect(frame(['AQ']).kind).toBe('azimuthal');
  });

  it('of a region is not widened by a country that is wider than regions', () => {
    const western = frame(['FR', 'DE', 'PL', 'UA', 'SE', 'IT']);
    expect(frame(['FR', 'DE', 'PL', 'UA', 'SE', 'IT', 'RU'])).toEqual(western);
    expect(frame(['UA', 'RU']).scale).toBeLessThan(western.scale);
  });

  it('widens for a place outside, and is the same for one within', () => {
    expect(frame(['DE'], berlin)).toEqual(frame(['DE']));
    expect(frame(['FR'], kursk).scale).toBeLessThan(frame(['FR']).scale);
  });

  it.each([
    [['BE'], [kursk]],
    [['US'], [kursk]],
    [['KP'], [kursk]],
    [['PE'], [[116.4, 39.9] as const]],
    [['UA'], [[16.4, 48.2] as const]],
  ])('of %j with %j shows both, the main place upright in the middle half', (codes, points) => {
    const found = frame(codes, ...points);
    for (const point of points) {
      expect(isInside(toPoint(getProjection(found), toVector(point)), found.isWorld ? whole : safeArea)).toBe(true);
    }
    const { x, y } = getMiddle(found, codes);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0.25);
    expect(Math.max(x, y)).toBeLessThanOrEqual(0.75);
    const { centre } = toCap(find(...codes).flatMap(({ corners }) => corners));
    expect(getTilt(found, centre)).toBeLessThan(10);
  });

  it('has north up in the middle of every country but the Antarctic', () => {
    const codes = [...shapes.keys()].filter((code) => /^[A-Z]{2}$/u.test(code) && code !== 'AQ');
    const tilted = codes.filter((code) => {
      const { centre } = toCap(find(code).flatMap(({ corners }) => corners));
      return getTilt(frame([code]), centre) >= 10;
    });
    expect(codes.length).toBeGreaterThan(230);
    expect(tilted).toEqual([]);
  });
});
