import type { Article } from '../news/article.ts';
import { getDirection } from '../i18n/dictionary.ts';
import { toArticlePath } from '../news/urls.ts';
import type { Context, DateView } from './context.ts';

/**
 * The citation of a story: who, what, where, when, and its absolute address. The date of access is left out, because
 * corrections are dated.
 */
export interface CitationView {
  /** The desks and people who sign it, as a list. */
  readonly authors: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly publication: string;
  /** The day of publication. */
  readonly published: DateView;
  /** The day of its last change of substance, if there was one. */
  readonly updated?: DateView | undefined;
  readonly address: string;
}

/** Builds the citation of a story. */
export function buildCitation(
  { site, edition, addresses, words, dates }: Pick<Context, 'site' | 'edition' | 'addresses' | 'words' | 'dates'>,
  { id, title, lang, authors, published, updated }: Article,
): CitationView {
  const toDay = (timestamp: Article['published']): DateView => ({
    text: dates.day(timestamp.epochMs),
    machine: dates.machine(timestamp),
  });
  return {
    authors: words.list(authors.map((author) => edition.authors.get(author)?.name ?? author)),
    title,
    lang,
    dir: getDirection(lang),
    publication: site.name,
    published: toDay(published),
    updated: updated && toDay(updated),
    address: addresses.absolute(toArticlePath(id)),
  };
}
