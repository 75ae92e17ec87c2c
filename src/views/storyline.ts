import type { Listing, ListingPage } from '../news/listing.ts';
import { toArticlePath } from '../news/urls.ts';
import type { Context, DateView, Link } from './context.ts';
import { buildListing, type ListingView } from './listing.ts';
import { getReadingMinutes } from './reading-time.ts';

/** A dated step of a storyline. */
export interface MilestoneView {
  readonly date: DateView;
  readonly text: string;
  /** The story that reports it, if it is public. */
  readonly href?: string | undefined;
  readonly source?: { readonly publisher: string; readonly url?: string | undefined } | undefined;
}

/** A storyline's page. */
export interface StorylineView extends ListingView {
  readonly id: string;
  readonly milestones: readonly MilestoneView[];
  /** `Read from the beginning (9 parts, 14 min)`, on the first page of several parts. */
  readonly start?: Link | undefined;
}

/** Builds a page of a storyline. Milestones are on the first page only. */
export function buildStoryline(context: Context, listing: Listing, page: ListingPage): StorylineView {
  const { edition, addresses, dates, words } = context;
  const storyline = edition.storylines.get(listing.id);
  const first = listing.articles.at(-1);
  const minutes = listing.articles.reduce((sum, article) => sum + getReadingMinutes(article), 0);
  return {
    ...buildListing(context, listing, page, { title: listing.title, description: storyline?.summary ?? '' }),
    id: listing.id,
    milestones:
      page !== undefined
        ? []
        : (storyline?.milestones ?? []).map(({ date, text, article, source }) => ({
            date: { text: dates.moment(date), machine: dates.machine(date) },
            text,
            source,
            href:
              article !== undefined && edition.byId.has(article) ? addresses.href(toArticlePath(article)) : undefined,
          })),
    start:
      page === undefined && first && listing.articles.length > 1
        ? {
            text: words.startReading(words.parts(listing.articles.length), words.minutesShort(minutes)),
            href: addresses.href(toArticlePath(first.id)),
          }
        : undefined,
  };
}
