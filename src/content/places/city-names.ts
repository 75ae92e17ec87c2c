import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { memoize } from '../../core/memo.ts';
import { compareText } from '../../core/issue.ts';
import { toSlug } from '../../core/text.ts';

// Writes `src/content/places/city-names.txt` from an unpacked `cldr-dates-full`:
// `node src/content/places/city-names.ts node_modules/cldr-dates-full`.
// The package has 99 MB and is needed for nothing else, so it is not a dependency.
const folder = path.join(process.argv[2] ?? 'node_modules/cldr-dates-full', 'main');
const require = createRequire(import.meta.url);

/** Entries of time zones: a city, or parts of the world with entries of their own. */
interface Zones {
  readonly [part: string]: Zones | string | undefined;
}

const cities = require('city-timezones/data/cityMap.json') as {
  city: string;
  city_ascii: string;
  iso2: string;
  timezone: string;
}[];

/** Lists the names of the cities of time zones in one language: `Europe/Vienna`, `Wien`. */
function listCities(zones: Zones, at = ''): readonly (readonly [zone: string, name: string])[] {
  return Object.entries(zones).flatMap(([part, entry]) => {
    const zone = at === '' ? part : `${at}/${part}`;
    if (typeof entry !== 'object') return [];
    const name = entry['exemplarCity'];
    return typeof name === 'string' ? [[zone, name] as const] : listCities(entry, zone);
  });
}

function readZones(language: string): readonly (readonly [zone: string, name: string])[] {
  const file = path.join(folder, language, 'timeZoneNames.json');
  const { main } = JSON.parse(readFileSync(file, 'utf8')) as {
    main: Record<string, { dates: { timeZoneNames: { zone: Zones } } }>;
  };
  return listCities(main[language]?.dates.timeZoneNames.zone ?? {});
}

/** Zones also have old names: `Europe/Kyiv` is `Europe/Kiev`. */
const toCanonical = memoize((zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
});

const english = new Map(readZones('en'));
const slugs = new Map<string, Set<string>>();
for (const language of readdirSync(folder)) {
  for (const [zone, name] of readZones(language)) slugs.set(zone, (slugs.get(zone) ?? new Set()).add(toSlug(name)));
}
const lines = [...slugs].flatMap(([zone, names]) => {
  const city = toSlug(zone.slice(zone.lastIndexOf('/') + 1));
  const known = new Set([toSlug(english.get(zone) ?? ''), city]);
  const found = cities.find(
    (entry) => toCanonical(entry.timezone) === toCanonical(zone) && known.has(toSlug(entry.city_ascii)),
  );
  const others = [...names, city].filter((name) => name !== '' && name !== toSlug(found?.city ?? ''));
  return found ? [[found.iso2, found.city, ...new Set(others)].join('\t')] : [];
});
writeFileSync('src/content/places/city-names.txt', `${lines.sort(compareText).join('\n')}\n`);
