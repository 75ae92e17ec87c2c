import { describe, expect, it } from 'vitest';
import { toMapSpec } from '../../../src/atlas/map-spec.ts';
import { createGazetteer } from '../../../src/news/region.ts';

const groups = { lake: { title: 'Lake Chad', members: ['TD', 'NE', 'NG', 'CM'] } };
const gazetteer = createGazetteer({ names: {}, groups, beyond: { moon: { title: 'The Moon' } } }, 'en');
const bucharest = { place: 'Bucharest', region: 'RO', at: [44.43, 26.1] } as const;

describe('the map of some places', () => {
  it('has one name for the same places, in whatever order they are given', () => {
    const spec = toMapSpec(gazetteer, ['RO', 'KP']);
    expect(spec).toMatchObject({ id: 'kp-ro', countries: ['KP', 'RO'], framed: ['KP', 'RO'] });
    expect(toMapSpec(gazetteer, ['KP', 'RO'])).toEqual(spec);
    expect(toMapSpec(gazetteer, ['RO', 'RO'])?.places).toEqual([{ name: 'ro', countries: ['RO'] }]);
  });

  it('shades the countries of a region or group, each once', () => {
    const spec = toMapSpec(gazetteer, ['lake', 'NG']);
    expect(spec?.id).toBe('lake-ng');
    expect(spec?.countries).toEqual(['CM', 'NE', 'NG', 'TD']);
  });

  it('is none for no place, or one beyond the Earth', () => {
    expect(toMapSpec(gazetteer, [])).toBeUndefined();
    expect(toMapSpec(gazetteer, ['moon', 'XX'])).toBeUndefined();
  });

  it('is the world for the world, or where the story was filed', () => {
    expect(toMapSpec(gazetteer, ['001'])).toMatchObject({ id: 'world', countries: [], framed: [] });
    expect(toMapSpec(gazetteer, ['001'], bucharest)).toMatchObject({ id: 'from-ro', countries: [], framed: ['RO'] });
  });

  it('shows a city outside the places, by longitude and latitude, and names the map after it', () => {
    expect(toMapSpec(gazetteer, ['KP'], bucharest)).toMatchObject({ id: 'kp_26.10_44.43', point: [26.1, 44.43] });
    expect(toMapSpec(gazetteer, ['RO'], bucharest)?.point).toBeUndefined();
    expect(toMapSpec(gazetteer, ['KP'], { place: 'Bucharest', region: 'RO' })?.id).toBe('kp');
  });

  it('has a valid file name, however many places there are', () => {
    const many = 'AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE'.split(',');
    const id = toMapSpec(gazetteer, many)?.id ?? '';
    expect(id).toMatch(/^at-be-bg-cy-cz-de-dk-ee-es-fi--[0-9a-f]{12}$/u);
    expect(toMapSpec(gazetteer, many.slice(1))?.id).not.toBe(id);
  });
});
