import { describe, expect, it } from 'vitest';
import { findCities, suggestCities } from '../../../src/content/cities.ts';
import { locateDateline } from '../../../src/content/dateline.ts';

const file = 'articles/2024/11/flood.md';
const locate = (place: string, region: string) => locateDateline({ place, region }, file);

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
  ])('from %s in %s is found', (place, region, at) => {
    const located = locate(place, region);
    if (!('dateline' in located)) throw new Error(located.issues[0]?.message);
    expect(located.dateline).toMatchObject({ place, region });
    const [latitude = 0, longitude = 0] = located.dateline.at ?? [];
    expect(Math.hypot(latitude - (at[0] ?? 0), longitude - (at[1] ?? 0))).toBeLessThan(0.1);
  });

  it('takes coordinates that are given by hand, whatever the place is called', () => {
    const dateline = { place: 'On the ice', region: 'AQ', at: [-80, 0] } as const;
    expect(locateDateline(dateline, file)).toEqual({ dateline });
  });

  it('is left alone where its country is reported elsewhere', () => {
    expect(locate('Paris', 'FRA')).toEqual({ dateline: { place: 'Paris', region: 'FRA' } });
  });

  it('in a city that is mistyped is reported with what was meant and where that is', () => {
    expect(locate('Buchrest', 'RO')).toMatchObject({
      issues: [
        {
          code: 'unknown-place',
          severity: 'error',
          file,
          field: ['dateline', 'place'],
          message: 'No city of RO is called `Buchrest`.',
          hint: expect.stringMatching(
            /^Did you mean Bucharest .* at 44\.4\d?, 26\.1\d?\? .*`at: \[44\.43, 26\.1\]`\.$/u,
          ),
        },
      ],
    });
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
          message: expect.stringMatching(/5 cities of US: Springfield \(Illinois\) at 39\.82, -89\.65; .*Oregon/u),
          hint: 'Say which by its latitude and longitude: `at: [39.82, -89.65]`.',
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
