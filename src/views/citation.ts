import type { Article } from '../news/article.ts';
import { getDirection } from '../i18n/dictionary.ts';
import { toArticlePath } from '../news/urls.ts';
import type { Context, DateView } from './context.ts';

/** How a story is cited: who, what, where, when, and its whole address. That it was read on the web a day later changes nothing: corrections are dated. */
export interface CitationView {
  /** Desks and people who sign it, as a list. */
  readonly authors: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly publication: string;
  /** The day on which it was published. */
  readonly published: DateView;
  /** The day of its last change of substance, where there was one. */
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
