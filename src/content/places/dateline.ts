import { toIssue, type FieldPath, type Issue } from '../../core/issue.ts';
import type { Dateline } from '../../news/article.ts';
import { findCities, suggestCities, type City } from './cities.ts';

/**
 * Locates the place of a dateline, unless its position is given by hand.
 *
 * @returns the dateline with its place in degrees; or what is wrong: a name that the country's cities do not have, or that several have
 */
export function locateDateline(
  dateline: Dateline,
  file: string,
): { readonly dateline: Dateline } | { readonly issues: readonly Issue[] } {
  const { place, region, at } = dateline;
  // Unknown countries are reported elsewhere.
  if (at || !/^[A-Z]{2}$/u.test(region)) return { dateline };
  const [city, ...others] = findCities(place, region);
  if (!city) return { issues: [explainUnknown(dateline, file)] };
  if (others.length > 0) return { issues: [explainSeveral(dateline, [city, ...others], file)] };
  return { dateline: { place, region, at: toPosition(city) } };
}

const field: FieldPath = ['dateline', 'place'];

function explainUnknown({ place, region }: Dateline, file: string): Issue {
  const candidates = suggestCities(place, region);
  return toIssue({
    code: 'unknown-place',
    message: `No city in ${region} is called \`${place}\`.`,
    hint:
      (candidates.length > 0 ? `Did you mean ${list(candidates)}? ` : '') +
      'Correct the name or the country, or add the latitude and longitude: `at: [44.43, 26.1]`.',
    file,
    field,
  });
}

function explainSeveral({ place, region }: Dateline, cities: readonly [City, ...City[]], file: string): Issue {
  return toIssue({
    code: 'ambiguous-place',
    message: `\`${place}\` is the name of ${cities.length} cities in ${region}: ${list(cities)}.`,
    hint: `Say which one you mean with its latitude and longitude: \`at: [${toPosition(cities[0]).join(', ')}]\`.`,
    file,
    field,
  });
}

const most = 6;

/** `Springfield (Illinois) at 39.82, -89.65` */
function list(cities: readonly City[]): string {
  const shown = cities
    .slice(0, most)
    .map((city) => `${city.name}${city.area && ` (${city.area})`} at ${toPosition(city).join(', ')}`);
  return shown.join('; ') + (cities.length > most ? '; …' : '');
}

/** A hundredth of a degree is about a kilometre. */
function toPosition({ latitude, longitude }: City): readonly [number, number] {
  return [Math.round(latitude * 100) / 100, Math.round(longitude * 100) / 100];
}
