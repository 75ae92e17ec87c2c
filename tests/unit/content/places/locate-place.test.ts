import { describe, expect, it } from 'vitest';
import { findCities, suggestCities } from '../../../../src/content/places/cities.ts';
import { exonyms } from '../../../../src/content/places/exonyms.ts';
import { locatePlace } from '../../../../src/content/places/locate-place.ts';

const file = 'articles/2024/11/flood.md';
const locate = (name: string, region: string) => locatePlace({ name, region }, file, ['dateline', 'place']);

describe('a dateline', () => {
  it.each([
    ['Bucharest', 'RO', [44.43, 26.1]],
    ['bucharest', 'RO', [44.43, 26.1]],
    ['Chisinau', 'MD', [47.01, 28.86]],
    ['Chișinău', 'MD', [47.01, 28.86]],
    ['Washington', 'US', [38.9, -77.01]],
    ['Apia', 'WS', [-13.84, -171.74]],
    ['Papeete', 'PF', [-17.53, -149.57]],
    ['Goma', 'CD', [-1.68, 29.22]],
    ['Ottery St Mary', 'GB', [50.75, -3.28]],
    // The names that the people there have for it
    ['München', 'DE', [48.13, 11.57]],
    ['Köln', 'DE', [50.93, 6.95]],
    ['Wien', 'AT', [48.2, 16.37]],
    ['Den Haag', 'NL', [52.08, 4.27]],
    ['Ciudad de México', 'MX', [19.44, -99.13]],
    ['Київ', 'UA', [50.43, 30.52]],
    ['東京', 'JP', [35.69, 139.75]],
    ['القاهرة', 'EG', [30.05, 31.25]],
    ['København', 'DK', [55.68, 12.56]],
    ['Praha', 'CZ', [50.08, 14.47]],
    ['Milano', 'IT', [45.47, 9.2]],
    ['Łódź', 'PL', [51.77, 19.46]],
    ['Αθήνα', 'GR', [37.98, 23.73]],
    ['서울', 'KR', [37.57, 127]],
    ['दिल्ली', 'IN', [28.67, 77.23]],
    // In other languages
    ['Nueva York', 'US', [40.75, -73.98]],
    ['Londres', 'GB', [51.5, -0.12]],
    ['Moskau', 'RU', [55.75, 37.62]],
    ['Genf', 'CH', [46.21, 6.14]],
    ['Kiev', 'UA', [50.43, 30.52]],
    ['Kyiv', 'UA', [50.43, 30.52]],
    ['Kaapstad', 'ZA', [-33.92, 18.43]],
    // Without their marks, or with letters for them
    ['Sao Paulo', 'BR', [-23.56, -46.63]],
    ['Zurich', 'CH', [47.38, 8.55]],
    ['Kobenhavn', 'DK', [55.68, 12.56]],
    ['Lodz', 'PL', [51.77, 19.46]],
    ['Koeln', 'DE', [50.93, 6.95]],
    ['Muenchen', 'DE', [48.13, 11.57]],
    // With more or less to them
    ['Washington, D.C.', 'US', [38.9, -77.01]],
    ['New York City', 'US', [40.75, -73.98]],
    ['Quebec City', 'CA', [46.84, -71.25]],
    ['St. Petersburg', 'RU', [59.94, 30.31]],
    ['Saint Petersburg', 'RU', [59.94, 30.31]],
    ['Bozen/Bolzano', 'IT', [46.5, 11.36]],
    ['Biel / Bienne', 'CH', [47.17, 7.25]],
    ['Kyiv (Kiev)', 'UA', [50.43, 30.52]],
  ])('from %s in %s is found', (place, region, at) => {
    const located = locate(place, region);
    if (!('at' in located)) throw new Error(located.issues[0]?.message);
    const [latitude = 0, longitude = 0] = located.at ?? [];
    expect(Math.hypot(latitude - (at[0] ?? 0), longitude - (at[1] ?? 0))).toBeLessThan(0.1);
  });

  it('takes coordinates that are given by hand, whatever the place is called', () => {
    const ice = { name: 'On the ice', region: 'AQ', at: [-80, 0] } as const;
    expect(locatePlace(ice, file, ['places', 0, 'name'])).toEqual({ at: [-80, 0] });
  });

  it('is left alone where its country is reported elsewhere', () => {
    expect(locate('Paris', 'FRA')).toEqual({ at: undefined });
  });

  it('in a city that is mistyped is reported with what was meant and where that is', () => {
    expect(locate('Buchrest', 'RO')).toMatchObject({
      issues: [
        {
          code: 'unknown-place',
          severity: 'error',
          file,
          field: ['dateline', 'place'],
          message: 'No city in RO is called `Buchrest`.',
          hint: expect.stringMatching(
            /^Did you mean Bucharest .* at 44\.4\d?, 26\.1\d?\? .*`at: \[44\.43, 26\.1\]`\.$/u,
          ),
        },
      ],
    });
  });

  it.each([
    ['Munchn', 'DE', 'Munich'],
    ['Wein', 'AT', 'Vienna'],
    ['Warszwa', 'PL', 'Warsaw'],
    ['Mexiko-City', 'MX', 'Mexico City'],
    ['Кииив', 'UA', 'Kyiv'],
  ])('in %s, mistyped in another language, is answered with the city of %s that is meant', (place, region, city) => {
    expect(suggestCities(place, region)[0]?.name ?? findCities(place, region)[0]?.name).toBe(city);
  });

  it('has every city of the table of names that we wrote', () => {
    const lines = exonyms.trim().split('\n');
    const lost = lines.filter((line) => {
      const [, country = '', city = '', others = ''] = /^([A-Z]{2}) ([^:]+): (.+)$/u.exec(line) ?? [];
      return [city, ...others.split(', ')].some((name) => findCities(name, country).length !== 1);
    });
    expect(lost).toEqual([]);
  });

  it('in a city of another country is reported', () => {
    expect(locate('Paris', 'RO')).toMatchObject({ issues: [{ code: 'unknown-place' }] });
  });

  it('in a city whose name the country has more than once is reported with all of them', () => {
    expect(locate('Springfield', 'US')).toMatchObject({
      issues: [
        {
          code: 'ambiguous-place',
          severity: 'error',
          field: ['dateline', 'place'],
          message: expect.stringMatching(/5 cities in US: Springfield \(Illinois\) at 39\.82, -89\.65; .*Oregon/u),
          hint: 'Say which one you mean with its latitude and longitude: `at: [39.82, -89.65]`.',
        },
      ],
    });
  });

  it('in a country without cities says how to go on', () => {
    expect(locate('Camp', 'AQ')).toMatchObject({
      issues: [{ code: 'unknown-place', hint: expect.stringContaining('at: [44.43, 26.1]') }],
    });
  });
});

describe('cities', () => {
  it('that both sources have twice are one', () => {
    expect(findCities('Saint-Denis', 'FR')).toHaveLength(1);
    expect(findCities('Aurora', 'US').length).toBeGreaterThan(1);
  });

  it('that a large one hides are not in the way', () => {
    expect(findCities('London', 'GB')).toHaveLength(1);
    expect(findCities('Chancay', 'PE')).toMatchObject([{ area: 'Lima' }]);
  });

  it.each(['', '__proto__', 'constructor', 'x'.repeat(10_000), '"}', '日本'])('called %.20s are none', (name) => {
    expect(findCities(name, 'RO')).toEqual([]);
    expect(Array.isArray(suggestCities(name, 'RO'))).toBe(true);
  });
});
