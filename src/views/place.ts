import type { Region } from '../news/region.ts';
import { toListingPath } from '../news/urls.ts';
import type { Context, Link } from './context.ts';

/** Looks up a place by its part of an address. Throws if there is none. */
export function getPlace({ edition }: Context, id: string): Region {
  const region = edition.gazetteer.byId.get(id);
  if (!region) throw new Error(`There is no place ${id}.`);
  return region;
}

/** Returns a link to a place's page. */
export function toPlaceLink({ addresses }: Context, { id, title }: Region): Link {
  return { text: title, href: addresses.href(toListingPath({ kind: 'region', id })) };
}
