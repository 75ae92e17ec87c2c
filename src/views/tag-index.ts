import type { Listing } from '../news/listing.ts';
import { paths, toListingPath, toPagePath } from '../news/urls.ts';
import type { Context, CountedLink, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';

/** Tags that start with one letter. */
interface LetterView {
  readonly letter: string;
  readonly tags: readonly CountedLink[];
}

/** One page of the index of tags. */
export interface TagIndexView {
  readonly head: HeadView;
  readonly letters: readonly LetterView[];
  /** The other pages, by their first tag. Empty if there is only one page. */
  readonly pages: readonly (Link & { readonly isThis: boolean })[];
}

/** Tags on one page of their index. */
const tagPageSize = 500;

/** Counts the pages of the index of tags. */
export function countTagPages({ edition }: Context): number {
  return Math.max(1, Math.ceil(edition.listings.tag.size / tagPageSize));
}

/** Builds a page of the index of tags, A to Z. */
export function buildTagIndex(context: Context, page: number): TagIndexView {
  const { edition, addresses, words } = context;
  const all = [...edition.listings.tag.values()];
  const tags = all.slice((page - 1) * tagPageSize, page * tagPageSize);
  const pageCount = countTagPages(context);
  return {
    head: buildHead(context, { title: words.tags, description: words.tagsIntro, path: toPagePath(paths.tags, page) }),
    letters: [...Map.groupBy(tags, toIndexLetter)].map(([letter, listings]) => ({
      letter,
      tags: listings.map((listing) => toCountedLink(context, listing)),
    })),
    pages:
      pageCount < 2
        ? []
        : Array.from({ length: pageCount }, (_, index) => ({
            text: `${all[index * tagPageSize]?.title ?? ''} …`,
            href: addresses.href(toPagePath(paths.tags, index + 1)),
            isThis: index + 1 === page,
          })),
  };
}

/** Returns the letter under which a tag is listed, or the sign with which it starts. */
function toIndexLetter({ id, title }: Listing): string {
  const [first = ''] = id.startsWith('~') ? title.normalize('NFKC').trim() : id;
  return first.toUpperCase();
}

function toCountedLink({ addresses, words }: Context, listing: Listing): CountedLink {
  return {
    text: listing.title,
    href: addresses.href(toListingPath(listing)),
    count: words.number(listing.articles.length),
  };
}
