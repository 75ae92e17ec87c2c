import { describe, expect, it } from 'vitest';
import { toMapSpec, toPlacesMapSpec } from '../../../src/atlas/map-spec.ts';
import { createGazetteer } from '../../../src/news/region.ts';

const groups = { lake: { title: 'Lake Chad', members: ['TD', 'NE', 'NG', 'CM'] } };
const gazetteer = createGazetteer({ names: {}, groups, beyond: { moon: { title: 'The Moon' } } }, 'en');
const bucharest = { place: 'Bucharest', region: 'RO', at: [44.43, 26.1] } as const;
const kursk = { name: 'Kursk', region: 'RU', at: [51.74, 36.19] } as const;

describe('the map of a story', () => {
  it('is framed on its first place, and has the others in any order', () => {
    const spec = toMapSpec(gazetteer, ['RO', 'UA', 'KP', 'RO']);
    expect(spec).toMatchObject({ name: 'ro', main: ['RO'], isShaded: true, others: ['KP', 'UA'] });
    expect(toMapSpec(gazetteer, ['RO', 'KP', 'UA'])).toEqual(spec);
    expect(toMapSpec(gazetteer, ['UA', 'RO', 'KP'])?.name).toBe('ua');
  });

  it('shades the countries of a region or group, each once', () => {
    const spec = toMapSpec(gazetteer, ['lake', 'NG', 'ML']);
    expect(spec).toMatchObject({ name: 'lake', main: ['CM', 'NE', 'NG', 'TD'], others: ['ML'] });
  });

  it('is none for no place, or one beyond the Earth', () => {
    expect(toMapSpec(gazetteer, [])).toBeUndefined();
    expect(toMapSpec(gazetteer, ['moon', 'XX'])).toBeUndefined();
  });

  it('is the world for the world, and where the dateline is for a place beyond the Earth', () => {
    expect(toMapSpec(gazetteer, ['001'])).toMatchObject({ name: 'world', main: [] });
    expect(toMapSpec(gazetteer, ['001'], { dateline: bucharest })?.name).toBe('world');
    const filed = toMapSpec(gazetteer, ['moon'], { dateline: bucharest });
    expect(filed).toMatchObject({ name: 'from-ro', main: ['RO'], isShaded: false });
  });

  it('knows the positions of its events and of its dateline, longitude first', () => {
    const spec = toMapSpec(gazetteer, ['KP'], {
      dateline: bucharest,
      places: [kursk, { name: 'Nowhere', region: 'RU' }],
    });
    expect(spec).toMatchObject({ points: [[36.19, 51.74]], city: [26.1, 44.43] });
  });
});

describe('the map of several places', () => {
  it('is framed on all of them, in whatever order they are given', () => {
    const spec = toPlacesMapSpec(gazetteer, ['RO', 'KP']);
    expect(spec).toMatchObject({ name: 'kp-ro', main: ['KP', 'RO'], others: [] });
    expect(toPlacesMapSpec(gazetteer, ['KP', 'RO'])).toEqual(spec);
    expect(toPlacesMapSpec(gazetteer, ['moon'])).toBeUndefined();
  });

  it('has a valid file name, however many places there are', () => {
    const many = 'AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE'.split(',');
    const name = toPlacesMapSpec(gazetteer, many)?.name ?? '';
    expect(name).toMatch(/^at-be-bg-cy-cz-de-dk-ee-es-fi--[0-9a-f]{12}$/u);
    expect(toPlacesMapSpec(gazetteer, many.slice(1))?.name).not.toBe(name);
  });
});
