import { compareText } from '../core/issue.ts';
import { toCalendarDay, toMonthKey } from '../core/dates.ts';
import { withholdUpcoming } from './announced.ts';
import { compareNewestFirst, getModifiedMs, type Article } from './article.ts';
import { compareLatestNotice } from './notices.ts';
import type { Author } from './author.ts';
import type { Listing, ListingKind } from './listing.ts';
import type { FrontChoice, Newsroom, StandingPage } from './newsroom.ts';
import type { Picture } from './picture.ts';
import { createGazetteer, type Gazetteer } from './region.ts';
import type { Storyline } from './storyline.ts';
import { toTagId } from './tag.ts';
import type { Topic } from './topic.ts';
import { getHold, getVisibility, type Hold, type Visibility } from './visibility.ts';

/** The edition: everything published at one instant, with every index that pages need. Built once, then frozen. */
export interface Edition {
  /** Public stories, newest first. */
  readonly articles: readonly Article[];
  /** Withdrawn stories, of which only a notice is left, newest first. */
  readonly withdrawn: readonly Article[];
  /** Public stories with corrections and withdrawn stories, those with the latest notice first. */
  readonly corrected: readonly Article[];
  /** Ids of the months that have withdrawn stories and no public ones, newest first. */
  readonly noticeMonths: readonly string[];
  /** Public and withdrawn stories by id (their address). */
  readonly byId: ReadonlyMap<string, Article>;
  /** In a preview, the reasons why readers cannot see some of its stories, by story id. Otherwise empty. */
  readonly holds: ReadonlyMap<string, Hold>;
  /** Story ids by their old addresses. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly authors: ReadonlyMap<string, Author>;
  readonly storylines: ReadonlyMap<string, Storyline>;
  readonly pages: ReadonlyMap<string, StandingPage>;
  readonly gazetteer: Gazetteer;
  readonly front: FrontChoice;
  /** Pictures beside stories by their paths in the content folder, whether or not readers can see them. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /**
   * Listings of each kind by id, in the order of their index pages. Topics, storylines and authors are included even
   * when empty.
   */
  readonly listings: Readonly<Record<ListingKind, ReadonlyMap<string, Listing>>>;
  /** Ids of the months of each year that has stories, newest first. */
  readonly years: ReadonlyMap<string, readonly string[]>;
  /** The build's instant, in milliseconds since 1970. Anything dated later is not in the edition. */
  readonly instantMs: number;
  /** When anything last changed for readers, which is the edition's date. 0 for an empty edition. */
  readonly modifiedMs: number;
}

/** The settings and the instant that an edition depends on. */
export interface EditionOptions {
  /** The build's instant. Anything dated later is not published. */
  readonly nowMs: number;
  /** BCP 47 tag of the language of place names. */
  readonly language: string;
  /** IANA time zone. It decides in which month a story falls. */
  readonly timeZone: string;
  /** Whether drafts, embargoed and expired stories are included, for the editors who wrote them. */
  readonly isPreview?: boolean;
  /**
   * Addresses on the lists of published addresses. Their topics, authors, storylines and places are no longer secret.
   */
  readonly published?: ReadonlySet<string>;
}

/** Builds the edition in one pass over the stories, after one sort. */
export function buildEdition(whole: Newsroom, options: EditionOptions): Edition {
  const newsroom = options.isPreview
    ? whole
    : { ...whole, ...withholdUpcoming(whole, options.nowMs, options.published) };
  const sorted = newsroom.articles.toSorted(compareNewestFirst);
  const articles = sorted.filter((article) => getStanding(article, options) === 'public');
  const withdrawn = sorted.filter((article) => getStanding(article, options) === 'notice');
  const gazetteer = createGazetteer(newsroom.places, options.language);
  const listings = collectListings(articles, newsroom, gazetteer, options);
  const reachable = [...articles, ...withdrawn];

  return Object.freeze({
    articles: Object.freeze(articles),
    withdrawn: Object.freeze(withdrawn),
    corrected: Object.freeze(
      [...articles.filter(({ corrections }) => corrections.length > 0), ...withdrawn].sort(compareLatestNotice),
    ),
    noticeMonths: Object.freeze(collectNoticeMonths(withdrawn, listings.month, options)),
    byId: new Map(reachable.map((article) => [article.id, article])),
    holds: new Map(options.isPreview ? articles.flatMap((article) => toHold(article, options.nowMs)) : []),
    aliases: new Map(reachable.flatMap((article) => article.aliases.map((alias) => [alias, article.id] as const))),
    topics: toMapById(newsroom.topics),
    authors: toMapById(newsroom.authors),
    storylines: toMapById(newsroom.storylines),
    pages: toMapById(newsroom.pages),
    gazetteer,
    front: newsroom.front,
    pictures: new Map(newsroom.pictures.map((picture) => [picture.file, picture])),
    listings,
    years: groupMonthsByYear(listings.month),
    instantMs: options.nowMs,
    modifiedMs: getLatestMs(reachable.map(getModifiedMs)),
  });
}

/** Returns how this edition shows a story. */
function getStanding(article: Article, { nowMs, isPreview = false }: EditionOptions): Visibility {
  if (!isPreview) return getVisibility(article, nowMs);
  return article.status === 'withdrawn' ? 'notice' : 'public';
}

function toHold(article: Article, nowMs: number): readonly (readonly [string, Hold])[] {
  const hold = getHold(article, nowMs);
  return hold ? [[article.id, hold]] : [];
}

function toMapById<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

/**
 * Adds every story to the listings of its topic, tags, storylines, authors and month, and of its places with all that
 * contain them.
 */
function collectListings(
  articles: readonly Article[],
  newsroom: Newsroom,
  gazetteer: Gazetteer,
  { timeZone }: EditionOptions,
): Edition['listings'] {
  const builders = {
    topic: new ListingBuilder(
      'topic',
      newsroom.topics.map(({ id, title }) => ({ id, title })),
    ),
    storyline: new ListingBuilder(
      'storyline',
      newsroom.storylines.map(({ id, title }) => ({ id, title })),
    ),
    author: new ListingBuilder(
      'author',
      newsroom.authors.map(({ id, name }) => ({ id, title: name })),
    ),
    region: new ListingBuilder('region'),
    tag: new ListingBuilder('tag'),
    month: new ListingBuilder('month'),
  } satisfies Record<ListingKind, ListingBuilder>;

  for (const article of articles) {
    tellFilings(article, gazetteer, timeZone, (kind, id, title) => builders[kind].add(article, id, title));
  }
  return Object.freeze({
    topic: builders.topic.getListings(),
    storyline: builders.storyline.getListings(),
    author: builders.author.getListings(),
    region: builders.region.getListings(),
    month: builders.month.getListings(),
    tag: builders.tag.getListings((a, b) => compareText(a.id, b.id)),
  });
}

/** Tells the listings that a story is in, some of them twice. */
export function tellFilings(
  article: Article,
  gazetteer: Gazetteer,
  timeZone: string,
  tell: (kind: ListingKind, id: string, title?: string) => void,
): void {
  tell('topic', article.topic);
  tell('month', getMonth(article, timeZone));
  for (const tag of article.tags) tell('tag', toTagId(tag), tag);
  for (const storyline of article.storylines) tell('storyline', storyline);
  for (const author of article.authors) tell('author', author);
  for (const code of article.regions) {
    for (const { id, title } of gazetteer.getRollUp(code)) tell('region', id, title);
  }
}

/** Collects the listings of one kind as stories are added, newest first. */
class ListingBuilder {
  readonly #kind: ListingKind;
  readonly #listings = new Map<string, { id: string; title: string; articles: Article[] }>();

  constructor(kind: ListingKind, known: readonly { id: string; title: string }[] = []) {
    this.#kind = kind;
    for (const { id, title } of known) this.#listings.set(id, { id, title, articles: [] });
  }

  /** Adds a story. A second call with the same story and id changes nothing, so that a story counts once. */
  add(article: Article, id: string, title = id): void {
    const listing = this.#listings.get(id) ?? { id, title, articles: [] };
    if (listing.articles.at(-1) !== article) listing.articles.push(article);
    this.#listings.set(id, listing);
  }

  getListings(compare?: (a: Listing, b: Listing) => number): ReadonlyMap<string, Listing> {
    const listings = [...this.#listings.values()].map((listing) =>
      Object.freeze({ ...listing, kind: this.#kind, articles: Object.freeze(listing.articles) }),
    );
    if (compare) listings.sort(compare);
    return new Map(listings.map((listing) => [listing.id, listing]));
  }
}

function groupMonthsByYear(months: ReadonlyMap<string, Listing>): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(months.keys(), (month) => month.slice(0, month.indexOf('/')));
}

function collectNoticeMonths(
  withdrawn: readonly Article[],
  months: ReadonlyMap<string, Listing>,
  { timeZone }: EditionOptions,
): string[] {
  const ids = new Set(withdrawn.map((article) => getMonth(article, timeZone)));
  return [...ids].filter((id) => !months.has(id));
}

function getMonth({ published }: Article, timeZone: string): string {
  return toMonthKey(toCalendarDay(published.epochMs, timeZone));
}

/** Returns the latest of some instants, or 0 if there is none. */
function getLatestMs(instants: readonly number[]): number {
  return instants.reduce((latest, instant) => Math.max(latest, instant), instants[0] ?? 0);
}

/**
 * Finds the position of a story in a list sorted newest first, in O(log n).
 *
 * @returns its index, or the index at which it would be
 */
export function getPosition(articles: readonly Article[], article: Article): number {
  let low = 0;
  let high = articles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = articles[middle];
    if (candidate && compareNewestFirst(candidate, article) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
