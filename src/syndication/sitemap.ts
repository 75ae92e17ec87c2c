import { toIsoInstant } from '../core/dates.ts';
import { renderXml, renderXmlText, xmlDeclaration } from '../core/xml.ts';
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
export function renderSitemapIndex({ addresses }: FeedSite, entries: readonly SitemapEntry[]): string {
  const parts = Array.from({ length: countSitemaps(entries) }, (_, index) => {
    const modifiedMs = getSitemapPart(entries, index + 1).reduce(
      (latest, entry) => Math.max(latest, entry.modifiedMs),
      0,
    );
    return renderXml('sitemap', {}, renderPlace(addresses.absolute(toSitemapPath(index + 1)), modifiedMs));
  });
  return xmlDeclaration + renderXml('sitemapindex', { xmlns: sitemapNamespace }, parts.join(''));
}

/** Renders one sitemap. */
export function renderSitemap({ addresses }: FeedSite, entries: readonly SitemapEntry[]): string {
  const pages = entries.map(({ path, modifiedMs }) =>
    renderXml('url', {}, renderPlace(addresses.absolute(path), modifiedMs)),
  );
  return xmlDeclaration + renderXml('urlset', { xmlns: sitemapNamespace }, pages.join(''));
}

/** The namespace of sitemaps and of their index. */
export const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Renders an absolute address with its last change, in milliseconds since 1970, or 0 if unknown. */
export function renderPlace(url: string, modifiedMs: number): string {
  const lastModified = modifiedMs > 0 ? renderXmlText('lastmod', toIsoInstant(modifiedMs)) : '';
  return renderXmlText('loc', url) + lastModified;
}
