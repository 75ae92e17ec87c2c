import { getMoves } from '../../news/moves.ts';
import { toListingPath } from '../../news/urls.ts';
import type { PageKind } from './page-kind.ts';

/** Pages at old addresses that redirect to the new ones. */
export const movedPages = {
  route: '[...alias].astro',
  list: ({ edition }) => [...getMoves(edition).keys()],
  toPath: (from) => from,
  build: ({ edition, addresses }, from) => {
    const to = getMoves(edition).get(from) ?? '/';
    return { href: addresses.href(to), canonical: addresses.absolute(to) };
  },
  isPermanent: ({ edition }, from) => !from.startsWith(placeRoot) || edition.gazetteer.ownAliases.has(toId(from)),
} satisfies PageKind<string, object>;

/**
 * Names of the places of the world belong to the program and need no permanence. Additional names that the newsroom
 * gave them do.
 */
const placeRoot = toListingPath({ kind: 'region', id: '' }).slice(0, -1);

function toId(path: string): string {
  return path.slice(placeRoot.length, -1);
}
