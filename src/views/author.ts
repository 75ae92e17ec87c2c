import { memoize } from '../core/memo.ts';
import type { Listing, ListingPage } from '../news/listing.ts';
import type { Context, Link } from './context.ts';
import { buildListing, type ListingView } from './listing.ts';

/** A page of an author's stories. */
export interface AuthorPageView extends ListingView {
  /** `Based in Bucharest`, `Works in English and Romanian`: what is known, on the first page. */
  readonly facts: readonly string[];
  readonly contact?: Link | undefined;
}

/** Builds a page of an author's stories. */
export function buildAuthorPage(context: Context, listing: Listing, page: ListingPage): AuthorPageView {
  const { edition, site, words } = context;
  const author = edition.authors.get(listing.id);
  const { name: title = listing.id, bio: description = '', basedIn, languages = [], contact } = author ?? {};
  const names = languages.map((tag) => getLanguageNames(site.locale).of(tag) ?? tag);
  const facts = [
    ...(basedIn === undefined ? [] : [words.basedIn(basedIn)]),
    ...(names.length === 0 ? [] : [words.worksIn(words.list(names))]),
  ];
  const isFirst = page === undefined;
  return {
    ...buildListing(context, listing, page, { title, description }),
    facts: isFirst ? facts : [],
    contact: contact === undefined || !isFirst ? undefined : { text: toContactText(contact), href: contact },
  };
}

const getLanguageNames = memoize((locale: string) => new Intl.DisplayNames(locale, { type: 'language' }));

/**
 * Returns an address as people read it.
 *
 * @example toContactText('mailto:ana@paper.example') // 'ana@paper.example'
 */
function toContactText(address: string): string {
  return address.replace(/^(?:mailto:|tel:|https:\/\/)/u, '').replace(/\/$/u, '');
}
