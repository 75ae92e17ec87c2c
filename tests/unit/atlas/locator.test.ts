import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { layOutMap, markPlaces } from '../../../src/atlas/locator.ts';
import { buildMapFrame, getProjection, mapSize, safeArea } from '../../../src/atlas/map-frame.ts';
import { drawLayer, getLayerPaths, getLayers } from '../../../src/atlas/map-layers.ts';
import { getFrame } from '../../../src/atlas/map-surface.ts';
import { toMapSpec, toPlacesMapSpec, type MapSpec } from '../../../src/atlas/map-spec.ts';
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
const toNames = (...pins: string[]) => ({
  pins,
  city: 'Valletta',
  getName: (code: string) => gazetteer.byCode.get(code)?.title,
});
const valletta = { place: 'Valletta', region: 'MT', at: [35.9, 14.51] } as const;

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
    if (!shape) throw new Error(`${code} has no outline.`);
    const projection = getProjection(buildMapFrame([shape], shapes.values()));
    for (const corner of shape.corners) expect(isInside(toPoint(projection, corner), safeArea), code).toBe(true);
  });
});

describe('a map', () => {
  it('shares its lowest image with all stories whose main place is the same, and its second with the same others in view', () => {
    const [base, above] = getLayers(spec('RO', 'UA', 'US'));
    expect([base?.id, above?.id]).toEqual(['ro', 'ro.ua']);
    expect(getLayers(spec('RO', 'JP', 'UA'))).toEqual([base, above]);
    expect(getLayers(spec('RO', 'US'))).toEqual([base]);
    expect(getLayers(spec('UA', 'RO')).map(({ id }) => id)).toEqual(['ua', 'ua.ro']);
    expect(layOutMap(spec('RO'), toNames())).toMatchObject({ ...mapSize, isWorld: false });
  });

  it('is the world for the world, with nothing shaded', () => {
    expect(getLayers(spec('001')).map(({ id }) => id)).toEqual(['world']);
    expect(layOutMap(spec('001'), toNames())).toMatchObject({ isWorld: true, rings: [], labels: [] });
  });

  it('is wider for where it happened, and for a city of the dateline near by', () => {
    const kursk = { name: 'Kursk', region: 'RU', at: [51.74, 36.19] } as const;
    const found = toMapSpec(gazetteer, ['BE', 'RU'], { places: [kursk] });
    expect(found && getFrame(found).name).toBe('be_36.19_51.74');
    expect(found && markPlaces(found).pins).toHaveLength(1);
    const filed = toMapSpec(gazetteer, ['TN'], { dateline: valletta });
    const layout = filed && layOutMap(filed, toNames());
    expect(layout?.dot).toBeDefined();
    expect(layout?.labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['Valletta', 'Tunisia']));
    const far = toMapSpec(gazetteer, ['JP'], { dateline: valletta });
    expect(far && getFrame(far).name).toBe('jp');
    expect(far && markPlaces(far).dot).toBeUndefined();
  });

  it('has one mark for a city that is where it happened too', () => {
    const found = toMapSpec(gazetteer, ['MT'], { dateline: valletta, places: [{ ...valletta, name: 'Valletta' }] });
    expect(found && markPlaces(found)).toMatchObject({ dot: undefined, pins: [expect.anything()] });
  });

  it('shows the country of the dateline if it is about no place on Earth, and nothing of space itself', () => {
    const dateline = { place: 'Kourou', region: 'GF', at: [5.16, -52.65] } as const;
    const found = toMapSpec(gazetteer, ['space'], { dateline });
    expect(found && getLayers(found)).toMatchObject([{ id: 'from-gf', main: [] }]);
    expect(toMapSpec(gazetteer, ['space'])).toBeUndefined();
  });

  it('shades the members of a group and the countries of a region', () => {
    expect(spec('islands').main).toEqual(['FJ', 'WS']);
    expect(spec('143').main).toEqual(['KG', 'KZ', 'TJ', 'TM', 'UZ']);
  });

  it('has short names however many places a story has', () => {
    const [base, above] = getLayers(spec('FR', ...countries));
    expect([base?.id, above && above.id.length < 60]).toEqual(['fr', true]);
    expect(toPlacesMapSpec(gazetteer, countries.slice(0, 90))?.name.length).toBeLessThan(60);
  });

  it('marks a country that is too small to be seen', () => {
    expect(layOutMap(spec('SG'), toNames()).rings).toHaveLength(1);
    expect(layOutMap(spec('FR'), toNames()).rings).toEqual([]);
  });

  it.each([['UA', 'AT', 'RU'], ['MD', 'UA', 'RU'], ['143'], ['KZ', 'RU', 'CN', 'UZ'], ['UA', 'RU']])(
    'of %j has a line on every border between its places in view',
    (...codes) => {
      const layers = getLayers(spec(...codes));
      const { frame } = getFrame(spec(...codes));
      const projection = getProjection(frame);
      const drawn = layers.flatMap((layer) => {
        const { here = '', borders = '' } = getLayerPaths(layer);
        return [...readPoints(here), ...readPoints(borders)];
      });
      const lit = new Set([...spec(...codes).main, ...(layers.at(-1)?.others ?? [])]);
      const shared = [...getOutlines().borders].filter(([, pair]) => pair.every((code) => lit.has(code)));
      const nodes = shared.flatMap(([index]) => {
        const { vectors = [] } = getOutlines().arcs[index] ?? {};
        const [x = 0, y = 0, z = 0] = vectors;
        const at = toPoint(projection, [x, y, z]);
        return isInside(at, { left: 0, top: 0, right: frame.width, bottom: frame.height }) ? [at] : [];
      });
      expect(nodes.length).toBeGreaterThan(0);
      for (const [x, y] of nodes) {
        expect(Math.min(...drawn.map(([drawnX, drawnY]) => Math.hypot(drawnX - x, drawnY - y)))).toBeLessThan(4);
      }
    },
  );

  it('has labels that lie on it and not on each other', () => {
    for (const codes of [
      ['RO'],
      ['RU'],
      ['US'],
      ['FJ'],
      ['NG', 'GB'],
      ['CL'],
      ['PE', 'CN'],
      ['FR', 'DE', 'ES', 'PL'],
    ]) {
      const { labels, width, height } = layOutMap(spec(...codes), toNames());
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

/** Reads the points of a path that `toPathData` has written. */
function readPoints(data: string): readonly (readonly [x: number, y: number])[] {
  const points: [number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command, numbers = ''] of data.matchAll(/(?<command>[mz])(?<numbers>[^mz]*)/gu)) {
    if (command === 'z') [x, y] = [startX, startY];
    const values = numbers.match(/-?\d+/gu)?.map(Number) ?? [];
    for (let at = 0; at < values.length; at += 2) {
      [x, y] = [x + (values[at] ?? 0), y + (values[at + 1] ?? 0)];
      if (at === 0) [startX, startY] = [x, y];
      points.push([x, y]);
    }
  }
  return points;
}

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
  const [first, second] = [spec('RO', 'UA', 'MD'), spec('RO', 'MD', 'UA')].map((one) =>
    getLayers(one).map((layer) => drawLayer(layer)),
  );
  expect(first).toEqual(second);
});
