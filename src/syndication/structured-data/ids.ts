import { paths, toArticlePath, toListingPath } from '../../news/urls.ts';
import type { Listing } from '../../news/listing.ts';
import type { Context } from '../../views/context.ts';

/**
 * The permanent ids of the things that pages describe: the address of their own page plus a word for their kind.
 * Machines use them to join what different pages say about one thing.
 *
 * Source: https://www.w3.org/TR/json-ld11/#node-identifiers
 */
export const ids = {
  publisher: ({ addresses }: Context) => `${addresses.absolute(paths.front)}#publisher`,
  website: ({ addresses }: Context) => `${addresses.absolute(paths.front)}#website`,
  article: ({ addresses }: Context, id: string) => `${addresses.absolute(toArticlePath(id))}#article`,
  /** The subject of a listing: a topic, tag, place, storyline or author. */
  subject: (context: Context, listing: Pick<Listing, 'kind' | 'id'>) =>
    `${context.addresses.absolute(toListingPath(listing))}#${listing.kind}`,
  breadcrumbs: (pageUrl: string) => `${pageUrl}#breadcrumbs`,
} as const;
