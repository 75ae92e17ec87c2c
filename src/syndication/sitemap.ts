import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { toIsoInstant } from '../core/dates.ts';
import { getModifiedMs, type Article } from '../news/article.ts';
import { paths, toArticlePath, toListingPath, toPeriodPath, toYearPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/** Addresses in one sitemap; the protocol allows 50,000. */
const partSize = 10_000;

interface SitemapEntry {
  readonly path: string;
  /** Milliseconds since 1970; 0 when unknown. */
  readonly modifiedMs: number;
}

/** Counts the sitemaps of a site. */
export function countSitemaps(context: Context): number {
  return Math.ceil(getEntries(context).length / partSize);
}

/** The site path of one sitemap, counted from 1. */
export function toSitemapPath(part: number): string {
  return `/sitemaps/${part}.xml`;
}

/**
 * Renders the index of the sitemaps.
 *
 * Source: https://www.sitemaps.org/protocol.html
 */
export async function renderSitemapIndex(context: Context): Promise<string> {
  const stream = new SitemapIndexStream();
  const urls = Array.from({ length: countSitemaps(context) }, (_, index) => {
    const modifiedMs = Math.max(...getPart(context, index + 1).map((entry) => entry.modifiedMs));
    return {
      url: context.addresses.absolute(toSitemapPath(index + 1)),
      ...(modifiedMs > 0 ? { lastmod: toIsoInstant(modifiedMs) } : {}),
    };
  });
  return (await streamToPromise(Readable.from(urls).pipe(stream))).toString();
}

/** Renders one sitemap, counted from 1. */
export async function renderSitemap(context: Context, part: number): Promise<string> {
  const stream = new SitemapStream({
    hostname: context.site.url,
    xmlns: { news: false, xhtml: false, image: false, video: false },
  });
  const items = getPart(context, part).map(({ path, modifiedMs }) => ({
    url: context.addresses.absolute(path),
    ...(modifiedMs > 0 ? { lastmod: toIsoInstant(modifiedMs) } : {}),
  }));
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString();
}

function getPart(context: Context, part: number): readonly SitemapEntry[] {
  return getEntries(context).slice((part - 1) * partSize, part * partSize);
}

const known = new WeakMap<Context, readonly SitemapEntry[]>();

/** The entries of one build are collected once, not once for each sitemap. */
function getEntries(context: Context): readonly SitemapEntry[] {
  const entries = known.get(context) ?? collectEntries(context);
  known.set(context, entries);
  return entries;
}

/** Every page that search engines should know: stories newest first, then listings and standing pages. */
function collectEntries({ edition }: Context): readonly SitemapEntry[] {
  const { listings, modifiedMs } = edition;
  const inMonth = new Map([...listings.month].map(([id, { articles }]) => [id, getLatestMs(articles)]));
  const inPeriod = (months: readonly string[]) => Math.max(0, ...months.map((id) => inMonth.get(id) ?? 0));
  // Their counts and latest days follow every story.
  const indexes = [paths.front, paths.topics, paths.regions, paths.storylines, paths.tags, paths.authors];
  return [
    ...indexes.map((path) => ({ path, modifiedMs })),
    { path: paths.corrections, modifiedMs: getLatestCorrectionMs(edition.corrected) },
    { path: paths.feeds, modifiedMs: 0 },
    ...[...edition.pages.keys()].map((id) => ({ path: `/${id}/`, modifiedMs: 0 })),
    ...edition.articles.map((article) => ({ path: toArticlePath(article.id), modifiedMs: getModifiedMs(article) })),
    ...[...edition.years].flatMap(([year, months]) => [
      { path: toYearPath(year), modifiedMs: inPeriod(months) },
      { path: toPeriodPath(year), modifiedMs: inPeriod(months) },
      ...months.map((month) => ({ path: toPeriodPath(month), modifiedMs: inPeriod([month]) })),
    ]),
    ...Object.values(listings).flatMap((byId) =>
      [...byId.values()].map((listing) => ({
        path: toListingPath(listing),
        modifiedMs: getLatestMs(listing.articles),
      })),
    ),
  ];
}

function getLatestMs(articles: readonly Article[]): number {
  return articles.reduce((latest, article) => Math.max(latest, getModifiedMs(article)), 0);
}

/** Stories that carry corrections come with the latest corrected first. */
function getLatestCorrectionMs([latest]: readonly Article[]): number {
  return Math.max(0, ...(latest?.corrections ?? []).map(({ date }) => date.epochMs));
}
