import { describe, expect, it } from 'vitest';
import { buildMapFrame, safeArea, mapSize } from '../../../src/atlas/map-frame.ts';
import { getAnchor, isTiny, placeLabels, type Label, type LabelOptions } from '../../../src/atlas/labels.ts';
import { getOutlines } from '../../../src/atlas/outlines.ts';
import { createAzimuthalEqualArea } from '../../../src/atlas/projection.ts';
import { toLonLat, toVector } from '../../../src/atlas/sphere.ts';

const { shapes } = getOutlines();
const names = new Intl.DisplayNames('en', { type: 'region' });

function label(codes: readonly string[], more: Partial<LabelOptions> = {}): readonly Label[] {
  const frame = buildMapFrame(
    codes.flatMap((code) => shapes.get(code) ?? []),
    shapes.values(),
  );
  if (!frame) throw new Error(`No frame of ${codes.join()}.`);
  return placeLabels({
    projection: createAzimuthalEqualArea(frame),
    ...mapSize,
    phone: { view: safeArea, scale: 0.6 },
    hasOthers: true,
    shaded: new Set(codes),
    getName: (code) => (/^[A-Z]{2}$/u.test(code) ? names.of(code) : undefined),
    ...more,
  });
}

describe('the words on a map', () => {
  it('are the city first, then the country, then its neighbours', () => {
    const city = { text: 'Bucharest', at: toVector([26.1, 44.43]) };
    const labels = label(['RO'], { city });
    expect(labels.slice(0, 2).map(({ text, kind }) => [text, kind])).toEqual([
      ['Bucharest', 'city'],
      ['Romania', 'here'],
    ]);
    expect(labels.slice(2).every(({ kind }) => kind === 'other')).toBe(true);
    expect(labels.map(({ text }) => text)).toContain('Ukraine');
    for (const { x, y } of labels) expect(Math.min(x, y) > 0 && Math.max(x, y) < 1).toBe(true);
  });

  it('leave out others where none are wanted, and countries without a name', () => {
    expect(label(['RO'], { hasOthers: false }).map(({ text }) => text)).toEqual(['Romania']);
    expect(label(['RO'], { getName: () => undefined })).toEqual([]);
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
