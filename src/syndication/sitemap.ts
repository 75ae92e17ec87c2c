import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { toIsoInstant } from '../core/dates.ts';
import type { FeedSite } from './feed.ts';

/** Addresses in one sitemap; the protocol allows 50,000. */
const partSize = 10_000;

/** A page for search engines. */
export interface SitemapEntry {
  /** Site path. */
  readonly path: string;
  /** Milliseconds since 1970; 0 when unknown. */
  readonly modifiedMs: number;
}

/** Counts the sitemaps that some pages need. */
export function countSitemaps(entries: readonly SitemapEntry[]): number {
  return Math.ceil(entries.length / partSize);
}

/** Returns the pages of one sitemap, counted from 1. */
export function getSitemapPart(entries: readonly SitemapEntry[], part: number): readonly SitemapEntry[] {
  return entries.slice((part - 1) * partSize, part * partSize);
}

/** Returns the site path of one sitemap, counted from 1. */
export function toSitemapPath(part: number): string {
  return `/sitemaps/${part}.xml`;
}

/**
 * Renders the index of the sitemaps of some pages.
 *
 * Source: https://www.sitemaps.org/protocol.html
 */
export async function renderSitemapIndex({ addresses }: FeedSite, entries: readonly SitemapEntry[]): Promise<string> {
  const stream = new SitemapIndexStream();
  const urls = Array.from({ length: countSitemaps(entries) }, (_, index) => {
    const modifiedMs = getSitemapPart(entries, index + 1).reduce(
      (latest, entry) => Math.max(latest, entry.modifiedMs),
      0,
    );
    return { url: addresses.absolute(toSitemapPath(index + 1)), ...toLastModified(modifiedMs) };
  });
  return (await streamToPromise(Readable.from(urls).pipe(stream))).toString();
}

/** Renders one sitemap. */
export async function renderSitemap({ site, addresses }: FeedSite, entries: readonly SitemapEntry[]): Promise<string> {
  const stream = new SitemapStream({
    hostname: site.url,
    xmlns: { news: false, xhtml: false, image: false, video: false },
  });
  const items = entries.map(({ path, modifiedMs }) => ({
    url: addresses.absolute(path),
    ...toLastModified(modifiedMs),
  }));
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString();
}

function toLastModified(modifiedMs: number): { readonly lastmod?: string } {
  return modifiedMs > 0 ? { lastmod: toIsoInstant(modifiedMs) } : {};
}
