import { hash } from 'node:crypto';
import { memoize } from '../core/memo.ts';
import type { Article } from '../news/article.ts';
import type { Listing } from '../news/listing.ts';
import { getPages, type ListingPage } from '../news/listing.ts';
import { getMoves } from '../news/moves.ts';
import {
  paths,
  toArticlePath,
  toGlobePath,
  toImageFile,
  toListingPath,
  toMapPath,
  toPagePath,
  toPeriodPath,
  toYearPath,
  worldMapId,
} from '../news/urls.ts';
import { buildArticle, buildWithdrawn } from '../views/article.ts';
import type { Context } from '../views/context.ts';
import { buildFront } from '../views/front.ts';
import {
  buildAuthorIndex,
  buildCorrections,
  buildFeeds,
  buildStorylineIndex,
  buildTagIndex,
  buildTopicIndex,
  buildYear,
  countCorrectionPages,
  countTagPages,
} from '../views/indexes.ts';
import { buildListing, type TeaserGroupView } from '../views/listing.ts';
import { buildMasthead } from '../views/masthead.ts';
import { buildMonth } from '../views/month.ts';
import { buildEmptyRegion, buildRegion, getEmptyRegions } from '../views/region.ts';
import { getPictureKeys } from '../views/picture.ts';
import { buildRegionIndex, getPeriods } from '../views/region-index.ts';
import { buildSearch } from '../views/search.ts';
import { buildNotFound, buildOffline } from '../views/standing-page.ts';
import { buildStoryline } from '../views/storyline.ts';
import { getLatestNews } from '../syndication/news-sitemap.ts';
import { renderOpml } from '../syndication/opml.ts';
import { buildPublisher } from '../syndication/structured-data/publisher.ts';
import type { TeaserView } from '../views/teaser.ts';
import { collectCards } from './cards.ts';
import { collectFeeds } from './feeds.ts';
import { collectHostTexts } from './host-texts.ts';
import { collectGlobes, collectMaps, getPlacesKey } from './maps.ts';

/** Fingerprints by site path: a page is the same as long as its fingerprint is. */
export type PageKeys = ReadonlyMap<string, string>;

/**
 * Returns every page and feed with the fingerprint of all that it is made from: its view, the text it shows (by the fingerprint
 * of its source), the masthead and the publisher. What is not here, sitemaps and pictures, is written in every build that writes anything.
 */
export function collectPageKeys(context: Context): PageKeys {
  const frame = JSON.stringify([buildMasthead(context), buildPublisher(context)]);
  const keys = new Map<string, string>();
  const put = (path: string, ...parts: readonly unknown[]) => keys.set(path, toKey(frame, parts));

  putFixed(context, put);
  putArticles(context, put);
  putListings(context, put);
  putIndexes(context, put);
  putPlaces(context, put);
  putFeeds(context, put);
  // Cards and what hosts read show nothing of the masthead.
  for (const [path, build] of collectCards(context)) keys.set(path, toKey('', [build()]));
  for (const [path, text] of collectHostTexts(context)) keys.set(path, toKey('', [text]));
  return keys;
}

type Put = (path: string, ...parts: readonly unknown[]) => void;

function toKey(frame: string, parts: readonly unknown[]): string {
  return hash('sha1', frame + JSON.stringify(parts), 'base64url');
}

function putFixed(context: Context, put: Put): void {
  put(paths.front, buildFront(context), getPlacesKey(context));
  put(paths.topics, buildTopicIndex(context));
  put(paths.storylines, buildStorylineIndex(context));
  put(paths.authors, buildAuthorIndex(context));
  put(paths.feeds, buildFeeds(context));
  put(paths.opml, renderOpml(context));
  put(paths.search, buildSearch(context));
  // Time alone makes stories too old for it.
  put(paths.newsSitemap, getLatestNews(context));
  put('/404/', buildNotFound(context));
  put(paths.offline, buildOffline(context));
}

function putArticles(context: Context, put: Put): void {
  const { edition } = context;
  const pictureKeys = getPictureKeys(edition.pictures.values());
  for (const [id, article] of edition.byId) {
    const isWithdrawn = article.status === 'withdrawn';
    const view = isWithdrawn
      ? buildWithdrawn(context, article)
      : buildArticle(context, article, { tree: { type: 'root', children: [] }, wordCount: 0 });
    // A map is drawn when its page is: it follows from the story's places and their names. Machines are told a topic's code and
    // whether an author is a person.
    const topic = edition.topics.get(article.topic)?.mediaTopic;
    const authors = article.authors.map((author) => edition.authors.get(author)?.type);
    // Sizes of pictures stand in the text, which is not rendered here.
    const pictures = pictureKeys.get(article.file.split('/').slice(0, 3).join('/'));
    put(toArticlePath(id), view, article, topic, authors, pictures, getPlacesKey(context));
  }
}

function putListings(context: Context, put: Put): void {
  const { edition, site } = context;
  const text = { title: '', description: '' };
  for (const listing of Object.values(edition.listings).flatMap((byId) => [...byId.values()])) {
    const subject = describe(context, listing);
    for (const page of getPages(listing, site.pageSize)) {
      const { groups, ...view } = buildListingView(context, listing, page, text);
      put(toListingPath(listing, page), view, subject, groups.map(toGroupKey));
    }
  }
}

const teaserKeys = new WeakMap<TeaserView, string>();

/** Every story stands in twenty listings: its teaser is written out once. */
function toTeaserKey(teaser: TeaserView): string {
  const key = teaserKeys.get(teaser) ?? toKey('', [teaser]);
  teaserKeys.set(teaser, key);
  return key;
}

function toGroupKey({ heading, teasers }: TeaserGroupView): unknown {
  return [heading, teasers.map(toTeaserKey)];
}

function buildListingView(
  context: Context,
  listing: Listing,
  page: ListingPage,
  text: { title: string; description: string },
) {
  if (listing.kind === 'region') return buildRegion(context, listing, page);
  if (listing.kind === 'storyline') return buildStoryline(context, listing, page);
  if (listing.kind === 'month') return buildMonth(context, listing, page);
  return buildListing(context, listing, page, text);
}

/** The facts about its subject that a listing's page shows besides its stories. */
function describe(context: Context, { kind, id, title }: Listing): unknown {
  const { edition } = context;
  if (kind === 'topic') return edition.topics.get(id);
  if (kind === 'author') return edition.authors.get(id);
  if (kind === 'region') return getPlacesKey(context);
  if (kind !== 'storyline') return title;
  return [edition.storylines.get(id), getPlacesKey(context)];
}

/** Indexes of places, pages of places without stories, moved addresses, maps and globes. */
function putPlaces(context: Context, put: Put): void {
  const placesKey = getPlacesKey(context);
  for (const period of getPeriods(context)) put(toPeriodPath(period), buildRegionIndex(context, period));
  for (const region of getEmptyRegions(context)) {
    put(toListingPath({ kind: 'region', id: region.id }), buildEmptyRegion(context, region));
  }
  for (const [from, to] of getMoves(context.edition)) put(from, to);
  for (const id of collectMaps(context).keys()) put(toMapPath(id), placesKey);
  for (const id of collectGlobes(context).keys()) put(toGlobePath(id), placesKey);
  put(toMapPath(worldMapId));
}

function putIndexes(context: Context, put: Put): void {
  const { edition } = context;
  for (const year of edition.years.keys()) put(toYearPath(year), buildYear(context, year));
  for (let page = 1; page <= countTagPages(context); page += 1) {
    put(toPagePath(paths.tags, page), buildTagIndex(context, page));
  }
  for (let page = 1; page <= countCorrectionPages(context); page += 1) {
    put(toPagePath(paths.corrections, page), buildCorrections(context, page));
  }
  for (const [id, page] of edition.pages) put(`/${id}/`, page);
}

function putFeeds(context: Context, put: Put): void {
  const { edition } = context;
  // A story stands in dozens of feeds: what they say of it is written out once.
  const toItemKey = memoize((article: Article) =>
    toKey('', [
      article,
      edition.topics.get(article.topic),
      article.image && edition.pictures.get(toImageFile(article.id, article.image.src)),
      article.authors.map((id) => edition.authors.get(id)?.name),
      article.regions.map((code) => edition.gazetteer.byCode.get(code)?.title),
    ]),
  );
  for (const [path, { articles, ...feed }] of collectFeeds(context)) put(path, feed, articles.map(toItemKey));
}
