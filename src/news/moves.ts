import { memoize } from '../core/memo.ts';
import type { Edition } from './edition.ts';
import { toArticlePath, toListingPath, toStandingPagePath } from './urls.ts';

/**
 * Returns the addresses that redirect: old addresses of public and withdrawn stories, of standing pages, storylines,
 * topics and authors, and further names of places.
 */
export const getMoves: (edition: Edition) => ReadonlyMap<string, string> = memoize((edition) => {
  const stories = [...edition.aliases].map(([alias, id]) => [alias, toArticlePath(id)] as const);
  const places = [...edition.gazetteer.aliases].map(
    ([alias, { id }]) => [toListingPath({ kind: 'region', id: alias }), toListingPath({ kind: 'region', id })] as const,
  );
  return new Map([
    ...stories,
    ...toMoves(edition.pages, toStandingPagePath),
    ...toMoves(edition.storylines, (id) => toListingPath({ kind: 'storyline', id })),
    ...toMoves(edition.topics, (id) => toListingPath({ kind: 'topic', id })),
    ...toMoves(edition.authors, (id) => toListingPath({ kind: 'author', id })),
    ...places,
  ]);
}, 1);

function toMoves(
  things: ReadonlyMap<string, { readonly aliases?: readonly string[] | undefined }>,
  toAddress: (id: string) => string,
): readonly (readonly [string, string])[] {
  return [...things].flatMap(([id, { aliases = [] }]) => aliases.map((alias) => [alias, toAddress(id)] as const));
}
