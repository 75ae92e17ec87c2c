import type { Country, Place } from 'schema-dts';
import type { EventPlace } from '../../news/article.ts';
import type { Region } from '../../news/region.ts';
import type { Context } from '../../views/context.ts';
import { ids } from './ids.ts';

/** Builds the name of a place that stories are about, with its code. Its page says more, and its id begins with that. */
export function buildPlace(context: Context, region: Region) {
  const subject = { kind: 'region', id: region.id } as const;
  const scheme = getCodeScheme(region);
  return {
    '@type': region.level === 'country' ? 'Country' : 'Place',
    '@id': ids.subject(context, subject),
    name: region.title,
    ...(scheme === undefined
      ? {}
      : { identifier: { '@type': 'PropertyValue', propertyID: scheme, value: region.code } }),
  } as const satisfies Place | Country;
}

/** Returns the standard that a place's code belongs to. */
function getCodeScheme({ level }: Region): string | undefined {
  if (level === 'country') return 'ISO 3166-1 alpha-2';
  return level === 'group' || level === 'beyond' ? undefined : 'UN M49';
}

/** Builds the description of a city or another place in a country, by its name and its position. */
export function buildCity({ name, region, at }: EventPlace): Place {
  return {
    '@type': 'Place',
    name,
    address: { '@type': 'PostalAddress', addressLocality: name, addressCountry: region },
    ...(at ? { geo: { '@type': 'GeoCoordinates', latitude: at[0], longitude: at[1] } } : {}),
  };
}
