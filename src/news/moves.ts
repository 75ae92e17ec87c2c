import type { Edition } from './edition.ts';
import { toArticlePath, toListingPath } from './urls.ts';

/** Gives the addresses that lead to another one: old addresses of stories, further names of places. */
export function getMoves({ aliases, gazetteer }: Edition): ReadonlyMap<string, string> {
  const stories = [...aliases].map(([alias, id]) => [alias, toArticlePath(id)] as const);
  const places = [...gazetteer.aliases].map(
    ([alias, { id }]) => [toListingPath({ kind: 'region', id: alias }), toListingPath({ kind: 'region', id })] as const,
  );
  return new Map([...stories, ...places]);
}
