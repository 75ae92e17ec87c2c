import { createHash } from 'node:crypto';
import type { Article } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import { countPages } from '../news/listing.ts';
import { paths, toArticlePath, toFeedPath, toListingPath, toPagePath, toYearPath } from '../news/urls.ts';
import { buildArticle, buildWithdrawn } from '../views/article.ts';
import type { Context } from '../views/context.ts';
import { buildCorrections, buildTagIndex, buildYear, countCorrectionPages, countTagPages } from '../views/indexes.ts';
import { buildListing } from '../views/listing.ts';
import { buildMasthead } from '../views/masthead.ts';
import { buildMonth } from '../views/month.ts';
import { buildRegion } from '../views/region.ts';
import { buildStoryline } from '../views/storyline.ts';
import { collectFeeds } from './feeds.ts';

/** Fingerprints by site path: a page is the same as long as its fingerprint is. */
export type PageKeys = ReadonlyMap<string, string>;

/**
 * Gives every page and feed of the routes that have parameters, with the fingerprint of all that it is made from: its view, the
 * text it shows, and the masthead. Pages of routes without parameters are few and written in every build.
 *
 * @param getTextKey gives the key of a text file's rendering
 */
export function collectPageKeys(context: Context, getTextKey: (file: string) => string): PageKeys {
  const frame = JSON.stringify(buildMasthead(context));
  const keys = new Map<string, string>();
  const put = (path: string, ...parts: readonly unknown[]) => keys.set(path, toKey(frame, parts));

  putArticles(context, getTextKey, put);
  putListings(context, getTextKey, put);
  putIndexes(context, getTextKey, put);
  putFeeds(context, getTextKey, put);
  return keys;
}

type Put = (path: string, ...parts: readonly unknown[]) => void;

function toKey(frame: string, parts: readonly unknown[]): string {
  return createHash('sha1').update(frame).update(JSON.stringify(parts)).digest('base64url');
}

function putArticles(context: Context, getTextKey: (file: string) => string, put: Put): void {
  const { edition } = context;
  for (const [id, article] of edition.byId) {
    const isWithdrawn = article.status === 'withdrawn';
    const text = { html: isWithdrawn ? '' : getTextKey(article.file), wordCount: 0 };
    const view = isWithdrawn ? buildWithdrawn(context, article) : buildArticle(context, article, text);
    put(toArticlePath(id), view, article);
  }
  for (const [alias, id] of edition.aliases) put(alias, id);
}

function putListings(context: Context, getTextKey: (file: string) => string, put: Put): void {
  const { edition, site } = context;
  const text = { title: '', description: '' };
  for (const listing of Object.values(edition.listings).flatMap((byId) => [...byId.values()])) {
    for (let page = 1; page <= countPages(listing, site.pageSize); page += 1) {
      put(
        toListingPath(listing, page),
        buildListingView(context, listing, page, text),
        describe(context, listing, getTextKey),
      );
    }
  }
}

function buildListingView(
  context: Context,
  listing: Listing,
  page: number,
  text: { title: string; description: string },
) {
  if (listing.kind === 'region') return buildRegion(context, listing, page);
  if (listing.kind === 'storyline') return buildStoryline(context, listing, page);
  if (listing.kind === 'month') return buildMonth(context, listing, page);
  return buildListing(context, listing, page, text);
}

/** What a listing's page says of its subject besides its stories. */
function describe({ edition }: Context, { kind, id, title }: Listing, getTextKey: (file: string) => string): unknown {
  if (kind === 'topic') return edition.topics.get(id);
  if (kind === 'author') return edition.authors.get(id);
  if (kind !== 'storyline') return title;
  const storyline = edition.storylines.get(id);
  return [storyline, getTextKey(storyline?.file ?? '')];
}

function putIndexes(context: Context, getTextKey: (file: string) => string, put: Put): void {
  const { edition } = context;
  for (const year of edition.years.keys()) put(toYearPath(year), buildYear(context, year));
  for (let page = 1; page <= countTagPages(context); page += 1) {
    put(toPagePath(paths.tags, page), buildTagIndex(context, page));
  }
  for (let page = 1; page <= countCorrectionPages(context); page += 1) {
    put(toPagePath(paths.corrections, page), buildCorrections(context, page));
  }
  for (const [id, page] of edition.pages) put(`/${id}/`, page, getTextKey(page.file));
}

function putFeeds(context: Context, getTextKey: (file: string) => string, put: Put): void {
  const { edition, site } = context;
  const toItem = (article: Article) => [
    article,
    getTextKey(article.file),
    edition.topics.get(article.topic)?.title,
    article.authors.map((id) => edition.authors.get(id)?.name),
  ];
  for (const [path, { title, description, articles }] of collectFeeds(context)) {
    put(toFeedPath(path), title, description, articles.slice(0, site.feedSize).map(toItem));
  }
}
