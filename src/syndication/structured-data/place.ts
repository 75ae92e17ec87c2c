import type { Country, Place } from 'schema-dts';
import type { Dateline } from '../../news/article.ts';
import type { Region } from '../../news/region.ts';
import { toListingPath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import { ids } from './ids.ts';

/** Builds the description of a place that stories are about, with its code. */
export function buildPlace(context: Context, region: Region): Place | Country {
  const subject = { kind: 'region', id: region.id } as const;
  const scheme = getCodeScheme(region);
  return {
    '@type': region.level === 'country' ? 'Country' : 'Place',
    '@id': ids.subject(context, subject),
    name: region.title,
    url: context.addresses.absolute(toListingPath(subject)),
    ...(scheme === undefined
      ? {}
      : { identifier: { '@type': 'PropertyValue', propertyID: scheme, value: region.code } }),
  };
}

/** Returns the standard that a place's code belongs to. */
function getCodeScheme({ level }: Region): string | undefined {
  if (level === 'country') return 'ISO 3166-1 alpha-2';
  return level === 'group' || level === 'beyond' ? undefined : 'UN M49';
}

/** Builds the description of the place where a story was filed. */
export function buildFilingPlace({ place, region, at }: Dateline): Place {
  return {
    '@type': 'Place',
    name: place,
    address: { '@type': 'PostalAddress', addressLocality: place, addressCountry: region },
    ...(at ? { geo: { '@type': 'GeoCoordinates', latitude: at[0], longitude: at[1] } } : {}),
  };
}
