import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildMapFrame, safeArea, mapSize } from '../../../src/atlas/map-frame.ts';
import { layOutMap } from '../../../src/atlas/locator.ts';
import { drawLayer, getLayers } from '../../../src/atlas/map-layers.ts';
import { getFrame, isLocator } from '../../../src/atlas/map-surface.ts';
import { toMapSpec, type MapSpec } from '../../../src/atlas/map-spec.ts';
import { getOutlines } from '../../../src/atlas/outlines.ts';
import { createAzimuthalEqualArea, isInside, toPlace, toPoint } from '../../../src/atlas/projection.ts';
import { getAngle, toVector, type LonLat } from '../../../src/atlas/sphere.ts';
import { createGazetteer } from '../../../src/news/region.ts';

const groups = { islands: { title: 'Islands', members: ['FJ', 'WS'] } };
const gazetteer = createGazetteer({ names: {}, groups, beyond: { space: { title: 'Space' } } }, 'en');
const { shapes } = getOutlines();
const countries = [...gazetteer.byCode.values()].filter(({ level }) => level === 'country').map(({ code }) => code);

const spec = (...codes: string[]) => {
  const found = toMapSpec(gazetteer, codes);
  if (!found) throw new Error(`No map of ${codes.join()}.`);
  return found;
};
const getName = (code: string) => gazetteer.byCode.get(code)?.title;

/** Bytes of a map in Brotli. The best quality takes twenty times longer, so it is for maps near the limit. */
function weigh(map: MapSpec): number {
  const draw = (quality: number) =>
    getLayers(map)
      .map((layer) => brotliCompressSync(drawLayer(layer), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }))
      .reduce((total, { length }) => total + length, 0);
  const rough = draw(5);
  return rough > 4096 ? draw(11) : rough;
}

describe('outlines', () => {
  it('exist for every country and territory, each with corners to frame it by', () => {
    for (const code of countries) expect(shapes.get(code)?.corners.length, code).toBeGreaterThan(0);
  });

  it('know which countries touch', () => {
    const pairs = [...getOutlines().borders.values()].map((pair) => pair.toSorted().join(' '));
    expect(pairs).toEqual(expect.arrayContaining(['FR IT', 'CD RW', 'KP KR', 'GF SR', 'CH FR']));
    expect(pairs).not.toContain('ES GB');
  });
});

describe('the projection', () => {
  it('returns the place at a point', () => {
    const frame = { centre: [178, -18] as LonLat, scale: 900, offset: [560, 200] as const };
    const projection = createAzimuthalEqualArea(frame);
    for (const place of [
      [178, -18],
      [-179, -16],
      [166, -77],
      [-70, 40],
    ] as const) {
      const vector = toVector(place);
      expect(getAngle(toPlace(frame, toPoint(projection, vector)), vector)).toBeLessThan(1e-6);
    }
  });

  it('keeps areas: a degree square at the edge is as large as one in the middle', () => {
    const projection = createAzimuthalEqualArea({ centre: [0, 0], scale: 1000, offset: [0, 0] });
    const measure = (longitude: number, latitude: number) => {
      const corner = (east: number, north: number) =>
        toPoint(projection, toVector([longitude + east, latitude + north]));
      const [a, b, c, d] = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
      const cross = ([ax, ay]: typeof a, [bx, by]: typeof a) => ax * by - ay * bx;
      return Math.abs(cross(a, b) + cross(b, c) + cross(c, d) + cross(d, a)) / 2;
    };
    const shrink = Math.cos((40.5 * Math.PI) / 180);
    expect(measure(50, 40) / (measure(0, 0) * shrink)).toBeCloseTo(1, 2);
  });
});

describe('the frame of one country', () => {
  it.each(countries)('%s is all in the middle of the map, which is all that a phone shows', (code) => {
    const shape = shapes.get(code);
    const frame = shape && buildMapFrame([shape], shapes.values());
    if (!shape || !frame) throw new Error(`${code} has no frame.`);
    const projection = createAzimuthalEqualArea(frame);
    for (const corner of shape.corners) expect(isInside(toPoint(projection, corner), safeArea), code).toBe(true);
  });
});

describe('a map', () => {
  it('is one locator map for places near each other, shared whatever their order and number of mentions', () => {
    expect(getLayers(spec('RO', 'UA'))).toHaveLength(1);
    expect(spec('UA', 'RO').id).toBe(spec('RO', 'UA').id);
    expect(layOutMap(spec('RO'), undefined, getName)).toMatchObject({ ...mapSize, isWorld: false });
  });

  it('is the world when they are too far apart, over land that all share, cut in the ocean that lies between them least', () => {
    expect(getLayers(spec('US', 'JP')).map(({ id }) => id)).toEqual(['world-150', 'world-150-jp', 'world-150-us']);
    expect(getLayers(spec('US', 'FR')).map(({ id }) => id)).toEqual(['world-10', 'world-10-fr', 'world-10-us']);
    expect(layOutMap(spec('PE', 'CN'), undefined, getName).isWorld).toBe(true);
  });

  it('of the world has an image for each place that all stories share, and one for many places', () => {
    const find = (id: string, ...codes: string[]) => getLayers(spec(...codes)).find((layer) => layer.id === id);
    expect(find('world-10-fr', 'US', 'FR')).toEqual(find('world-10-fr', 'FR', 'BR'));
    expect(find('world-10', 'US', 'FR')).toEqual(find('world-10', 'FR', 'BR'));
    expect(getLayers(spec('US', 'FR', 'BR'))).toHaveLength(4);
    expect(getLayers(spec('US', 'FR', 'BR', 'ZA')).map(({ id }) => id)).toEqual(['world-10', 'world-10-br-fr-us-za']);
  });

  it('is of one side of the globe exactly when it has a frame', () => {
    const valletta = [14.51, 35.9] as const;
    const pairs = countries.flatMap((one, index) => {
      const framed = [one, countries[(7 * index + 31) % countries.length] ?? one];
      return [{ framed }, { framed: [one], point: valletta }];
    });
    const found = Map.groupBy(pairs, isLocator);
    expect((found.get(true) ?? []).filter((subject) => !getFrame(subject))).toEqual([]);
    expect((found.get(false) ?? []).filter((subject) => getFrame(subject))).toEqual([]);
    expect(Math.min(found.get(true)?.length ?? 0, found.get(false)?.length ?? 0)).toBeGreaterThan(20);
  });

  it('shows a city outside the countries of its story too', () => {
    const dateline = { place: 'Valletta', region: 'MT', at: [35.9, 14.51] } as const;
    const found = toMapSpec(gazetteer, ['TN'], dateline);
    const layout = found && layOutMap(found, { text: 'Valletta', at: [14.51, 35.9] }, getName);
    expect(found?.id).toBe('tn_14.51_35.90');
    expect(layout?.dot).toBeDefined();
    expect(layout?.labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['Valletta', 'Tunisia']));
  });

  it('shows the country that a story was filed from if it is about no place on Earth, and nothing of space itself', () => {
    const dateline = { place: 'Kourou', region: 'GF', at: [5.16, -52.65] } as const;
    expect(toMapSpec(gazetteer, ['space'], dateline)).toMatchObject({ id: 'from-gf', countries: [], framed: ['GF'] });
    expect(toMapSpec(gazetteer, ['space'])).toBeUndefined();
  });

  it('shades the members of a group and the countries of a region', () => {
    expect(spec('islands').countries).toEqual(['FJ', 'WS']);
    expect(spec('143').countries).toEqual(['KG', 'KZ', 'TJ', 'TM', 'UZ']);
  });

  it('has a short name however many places a story has', () => {
    expect(spec(...countries.slice(0, 90)).id.length).toBeLessThan(60);
    expect(spec(...countries.slice(0, 90)).id).not.toBe(spec(...countries.slice(0, 91)).id);
  });

  it('marks a country that is too small to be seen', () => {
    expect(layOutMap(spec('SG'), undefined, getName).rings).toHaveLength(1);
    expect(layOutMap(spec('FR'), undefined, getName).rings).toEqual([]);
  });

  it('has labels that lie on it and not on each other', () => {
    for (const codes of [['RO'], ['RU'], ['US'], ['FJ'], ['NG', 'GB'], ['CL'], ['PE', 'CN']]) {
      const { labels, width, height } = layOutMap(spec(...codes), undefined, getName);
      const boxes = labels.map(({ text, x, y, anchor }) => {
        const size = 6.8 * text.length;
        const left = x * width + { start: 9, middle: -size / 2, end: -9 - size }[anchor];
        return { text, left, right: left + size, top: y * height - 8, bottom: y * height + 8 };
      });
      for (const [index, box] of boxes.entries()) {
        expect(box.left, box.text).toBeGreaterThanOrEqual(0);
        expect(box.right, box.text).toBeLessThanOrEqual(width);
        for (const other of boxes.slice(index + 1)) {
          const isOver =
            box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
          expect(isOver, `${box.text} over ${other.text}`).toBe(false);
        }
      }
    }
  });
});

describe('the bytes of a map', { timeout: 60_000 }, () => {
  it('are at most 4 kB in Brotli for every country', () => {
    for (const code of countries) {
      expect(weigh(spec(code)), code).toBeLessThanOrEqual(4096);
    }
  });

  it.each([
    ['RO', 'US', 'RU', 'KP', 'KR', 'JP', 'CN', 'BE', 'UA', 'FR'],
    ['NG', 'GB', 'IN'],
    ['RW', 'BE', 'DE'],
    ['JP', 'NO'],
    ['KP', 'US', 'KR', 'JP', 'GB', 'FR', 'MT', 'SI'],
    ['KR', 'US', 'JP', 'FR', 'GB', 'DE', 'IT', 'NL', 'CA', 'AU', 'NZ', 'KP', 'RU'],
    ['US', 'RU', 'CA', 'BR', 'AU', 'CN'],
    ['142'],
    ['150'],
    ['002'],
    ['019'],
    ['009'],
  ])('are at most 4 kB in Brotli for %s', (...codes) => {
    expect(weigh(spec(...codes))).toBeLessThanOrEqual(4096);
  });
});

it('draws the same bytes twice', () => {
  const [first, second] = [spec('RO', 'UA'), spec('UA', 'RO')].map((one) =>
    getLayers(one).map((layer) => drawLayer(layer)),
  );
  expect(first).toEqual(second);
});
