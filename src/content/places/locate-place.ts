import { toIssue, type FieldPath, type Issue } from '../../core/issue.ts';
import { findCities, suggestCities, type City } from './cities.ts';

/** A place as a story names it. */
interface NamedPlace {
  readonly name: string;
  /** ISO 3166-1 alpha-2 code of the country. */
  readonly region: string;
  /** Its coordinates in degrees, if they are given by hand. */
  readonly at?: readonly [latitude: number, longitude: number] | undefined;
}

/** Where a place is, or why that is not known. */
type Located = { readonly at: NamedPlace['at'] } | { readonly issues: readonly Issue[] };

/**
 * Locates a place by the name and the country that a story gives, unless its position is given by hand.
 *
 * @param field where its name is in the front matter
 * @returns its position in degrees, undefined in an unknown country; or what is wrong: a name that the country's cities do not have, or that several have
 */
export function locatePlace(place: NamedPlace, file: string, field: FieldPath): Located {
  const { name, region, at } = place;
  // Unknown countries are reported elsewhere.
  if (at || !/^[A-Z]{2}$/u.test(region)) return { at };
  const [city, ...others] = findCities(name, region);
  if (!city) return { issues: [explainUnknown(place, file, field)] };
  if (others.length > 0) return { issues: [explainSeveral(place, [city, ...others], file, field)] };
  return { at: toPosition(city) };
}

function explainUnknown({ name, region }: NamedPlace, file: string, field: FieldPath): Issue {
  const candidates = suggestCities(name, region);
  return toIssue({
    code: 'unknown-place',
    message: `No city in ${region} is called \`${name}\`.`,
    hint:
      (candidates.length > 0 ? `Did you mean ${list(candidates)}? ` : '') +
      'Correct the name or the country, or add the latitude and longitude: `at: [44.43, 26.1]`.',
    file,
    field,
  });
}

function explainSeveral(
  { name, region }: NamedPlace,
  cities: readonly [City, ...City[]],
  file: string,
  field: FieldPath,
): Issue {
  return toIssue({
    code: 'ambiguous-place',
    message: `\`${name}\` is the name of ${cities.length} cities in ${region}: ${list(cities)}.`,
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
