import { describe, expect, it } from 'vitest';
import { buildMapFrame, getProjection, mapSize, safeArea } from '../../../src/atlas/map-frame.ts';
import { getAnchor, isTiny } from '../../../src/atlas/anchors.ts';
import type { Label } from '../../../src/atlas/label-board.ts';
import { placeLabels, type LabelOptions } from '../../../src/atlas/labels.ts';
import { getOutlines } from '../../../src/atlas/outlines.ts';
import { createAzimuthalEqualArea } from '../../../src/atlas/projection.ts';
import { toLonLat, toVector } from '../../../src/atlas/sphere.ts';

const { shapes } = getOutlines();
const names = new Intl.DisplayNames('en', { type: 'region' });

const find = (codes: readonly string[]) => codes.flatMap((code) => shapes.get(code) ?? []);

function label(codes: readonly string[], more: Partial<LabelOptions> = {}): readonly Label[] {
  const frame = buildMapFrame(find(codes), shapes.values());
  return placeLabels({
    projection: getProjection(frame),
    ...mapSize,
    phone: { view: safeArea, scale: 0.6 },
    wide: { view: { left: 0, top: 0, right: mapSize.width, bottom: mapSize.height }, scale: 0.85 },
    main: find(codes),
    lit: [],
    others: [...shapes.values()].toSorted((a, b) => b.area - a.area),
    pins: [],
    getName: (code) => (/^[A-Z]{2}$/u.test(code) ? names.of(code) : undefined),
    getSeenAnchor: () => undefined,
    ...more,
  });
}

describe('the words on a map', () => {
  it('are the main place first, then pins, the city, other places of the story, and neighbours', () => {
    const labels = label(['RO'], {
      city: { text: 'Bucharest', at: toVector([26.1, 44.43]) },
      pins: [{ text: 'Iași', at: toVector([27.59, 47.17]) }],
      lit: find(['BG']),
    });
    expect(labels.slice(0, 4).map(({ text, kind }) => [text, kind])).toEqual([
      ['Romania', 'main'],
      ['Iași', 'pin'],
      ['Bucharest', 'city'],
      ['Bulgaria', 'lit'],
    ]);
    expect(labels.slice(4).every(({ kind }) => kind === 'other')).toBe(true);
    expect(labels.map(({ text }) => text)).toContain('Ukraine');
    for (const { x, y } of labels) expect(Math.min(x, y) > 0 && Math.max(x, y) < 1).toBe(true);
  });

  it('always name the main place and the pins, on phones too', () => {
    const pins = Array.from({ length: 9 }, (_, index) => ({
      text: `A village with a long name ${index}`,
      at: toVector([25 + index / 10, 46]),
    }));
    const labels = label(['RO'], { pins });
    expect(labels.filter(({ kind, isWide }) => kind === 'pin' && !isWide)).toHaveLength(9);
    for (const code of ['MC', 'FR', 'RU', 'TV', 'CL', 'GM']) {
      expect(label([code])[0]).toMatchObject({ text: names.of(code), kind: 'main', isWide: false });
    }
  });

  it('leave out others where none are wanted, and countries without a name', () => {
    expect(label(['RO'], { others: [] }).map(({ text }) => text)).toEqual(['Romania']);
    expect(label(['RO'], { getName: () => undefined })).toEqual([]);
  });

  it('name islets around small places only: neither Guam nor Curaçao beside the United States', () => {
    const islets = new Set(['Guam', 'Curaçao', 'Bermuda', 'Puerto Rico', 'Barbados']);
    expect(label(['US']).filter(({ text }) => islets.has(text))).toEqual([]);
    expect(label(['LC']).map(({ text }) => text)).toContain('Barbados');
  });

  it('stay out of the corner of the globe', () => {
    const corner = { isRight: true, isBottom: true };
    const labels = label(['RO'], { corner });
    expect(labels.length).toBeGreaterThan(4);
    for (const { x, y } of labels) expect(x * mapSize.width > 1050 && y * mapSize.height > 330).toBe(false);
  });

  it('name another place of the story where it is seen, if its middle is not', () => {
    const labels = label(['RO'], { lit: find(['RU']), getSeenAnchor: () => [1000, 120] });
    expect(labels.find(({ text }) => text === 'Russia')).toMatchObject({ kind: 'lit', y: 0.3 });
  });

  it('stand beside a country that is a dot, in the middle of others', () => {
    expect(label(['MT'])[0]).toMatchObject({ text: 'Malta', anchor: expect.stringMatching(/start|end/u) });
    expect(label(['FR'])[0]).toMatchObject({ text: 'France', anchor: 'middle' });
  });

  it('are at most twelve of other countries', () => {
    const others = label(['CD']).filter(({ kind }) => kind === 'other');
    expect(others.length).toBeGreaterThan(3);
    expect(others.length).toBeLessThanOrEqual(12);
    expect(others.filter(({ isWide }) => !isWide).length).toBeLessThanOrEqual(6);
  });
});

describe('a country’s name', () => {
  it.each([
    ['FR', [2, 47]],
    ['US', [-99, 39]],
    ['FJ', [178, -18]],
  ])('of %s is anchored near %j', (code, [longitude = 0, latitude = 0]) => {
    const shape = shapes.get(code);
    if (!shape) throw new Error(`No shape ${code}.`);
    const [x, y] = toLonLat(getAnchor(shape));
    expect(Math.abs(x - longitude)).toBeLessThan(6);
    expect(Math.abs(y - latitude)).toBeLessThan(6);
  });

  it('needs a mark where the country is tiny at the map’s scale', () => {
    const projection = createAzimuthalEqualArea({ centre: [12, 43], scale: 1000, offset: [0, 0] });
    const [monaco, italy] = [shapes.get('MC'), shapes.get('IT')];
    if (!monaco || !italy) throw new Error('No shapes.');
    expect([isTiny(monaco, projection), isTiny(italy, projection)]).toEqual([true, false]);
  });
});
