import { describe, expect, it, vi } from 'vitest';
import { regionNames } from '../../../../src/search/entities/region-names.ts';
import { listWorldNames } from '../../../../src/search/entities/world-names.ts';
import { renderRegionNames } from '../../../tools/region-names.ts';

/** Lists the names of one place in all languages, when the edition has some other places as well. */
function listNames(code: string, ...others: readonly string[]): readonly string[] {
  return [...listWorldNames([code, ...others])].flat().flatMap(([own, name]) => (own === code ? [name] : []));
}

describe('names of places in many languages', () => {
  it.each([
    ['RO', ['Rumänien', 'Roumanie', 'Румыния', 'ルーマニア']],
    ['KZ', ['Қазақстан', 'Kasachstan']],
    ['GE', ['საქართველო', 'Georgien']],
  ])('are those of the Unicode CLDR, its own among them: %s', (code, names) => {
    expect(listNames(code)).toEqual(expect.arrayContaining(names));
  });

  it.each([
    ['MD', 'Moldawien'],
    ['BY', 'Weißrussland'],
    ['GB', 'Großbritannien'],
    ['PS', 'Палестина'],
    ['419', 'América Latina'],
    ['019', 'América Latina'],
    ['145', 'Moyen-Orient'],
    ['middle-east', 'Moyen-Orient'],
    ['030', 'Extrême-Orient'],
    ['021', 'Nordamerika'],
    ['balkans', 'Westbalkan'],
    ['european-union', 'Europäische Union'],
  ])('are those that people use instead as well: %s %s', (code, name) => {
    expect(listNames(code)).toContain(name);
  });

  it.each([
    ['030', ['Ostasien', 'Восточная Азия']],
    ['035', ['Südostasien', 'Sudeste Asiático']],
    ['151', ['Europa Oriental', 'Europe de l’Est', 'Osteuropa']],
  ])('are those of the Unicode CLDR for regions: %s', (code, names) => {
    expect(listNames(code)).toEqual(expect.arrayContaining(names));
  });

  it('are there for regions although browsers have them for countries only', () => {
    const find = Intl.DisplayNames.prototype.of;
    const browser = vi.spyOn(Intl.DisplayNames.prototype, 'of').mockImplementation(function of(
      this: Intl.DisplayNames,
      code,
    ) {
      return /^\d/u.test(code) && code !== '419' ? undefined : find.call(this, code);
    });
    expect(listNames('030')).toEqual(expect.arrayContaining(['Ostasien', 'Восточная Азия', '東アジア']));
    expect(listNames('035')).toEqual(expect.arrayContaining(['Südostasien', 'Sudeste Asiático']));
    expect(listNames('RO')).toContain('Rumänien');
    browser.mockRestore();
    expect(regionNames).toBe(renderRegionNames().split('`')[3]);
  });

  it('are those of one place, where several are called alike', () => {
    expect(listNames('019', '419')).not.toContain('América Latina');
    expect(listNames('145', 'middle-east')).not.toContain('Moyen-Orient');
  });

  it('are none for a group that the Unicode CLDR does not know', () => {
    expect(listNames('first-group')).toEqual([]);
  });

  it('are those in brackets as well', () => {
    expect(listNames('MM')).toEqual(expect.arrayContaining(['Myanmar', 'Birmanie', 'Бирма']));
  });

  it('are never those of another place of the edition', () => {
    expect(listNames('HK', 'CN').filter((name) => listNames('CN').includes(name))).toEqual([]);
  });

  it('are long enough to be no word of another language, if they are in Latin letters', () => {
    expect(listNames('ML').filter((name) => /^\p{Script=Latin}{1,4}$/u.test(name))).toEqual([]);
  });
});
