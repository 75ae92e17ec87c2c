import { memoize } from '../../core/memo.ts';
import { licencePath, paths } from '../../news/urls.ts';
import { getLatestNews } from '../../syndication/news-sitemap.ts';
import { countSitemaps, getSitemapPart, toSitemapPath, type SitemapEntry } from '../../syndication/sitemap.ts';
import type { Context } from '../../views/context.ts';
import { buildManifest } from '../../views/manifest.ts';
import { createSingle, listEntries, type AnyPageKind, type PageKind } from './page-kind.ts';

/**
 * Creates the sitemaps of the pages of some kinds: a function that collects their entries, the index, and the parts,
 * counted from 1.
 */
export function createSitemaps(kinds: readonly AnyPageKind[]) {
  const collectSitemap = memoize((context: Context) => collectEntries(kinds, context), 1);
  const buildWhole = (context: Context) => ({ entries: collectSitemap(context) });
  const sitemapIndex = createSingle('sitemap.xml.ts', paths.sitemap, buildWhole, {
    shows: showsNone,
  });
  const sitemapParts = {
    route: 'sitemaps/[part].xml.ts',
    list: (context) => Array.from({ length: countSitemaps(collectSitemap(context)) }, (_, index) => index + 1),
    toPath: toSitemapPath,
    shows: showsNone,
    build: (context, part) => ({ entries: getSitemapPart(collectSitemap(context), part) }),
  } satisfies PageKind<number, object>;
  return { collectSitemap, sitemapIndex, sitemapParts };
}

/** Sitemaps name addresses, and when their pages last changed. */
function showsNone(): boolean {
  return false;
}

/** Collects every page for search engines. */
function collectEntries(kinds: readonly AnyPageKind[], context: Context): readonly SitemapEntry[] {
  return listEntries(kinds, context).flatMap(({ kind, subject, path }) => {
    const modifiedMs = kind.getModifiedMs?.(context, subject);
    return modifiedMs === undefined ? [] : [{ path, modifiedMs }];
  });
}

/** The sitemap of the newest stories. Stories leave it by ageing alone. */
export const newsSitemap = createSingle('sitemaps/news.xml.ts', paths.newsSitemap, (context) => ({
  stories: getLatestNews(context),
}));

/** The rules for search engines. */
export const robotsFile = createSingle('robots.txt.ts', '/robots.txt', (context) => ({ text: renderRobots(context) }));

function renderRobots({ addresses, site }: Context): string {
  if (site.isPreview) return 'User-agent: *\nDisallow: /\n';
  const sitemaps = [paths.sitemap, paths.newsSitemap].map((path) => `Sitemap: ${addresses.absolute(path)}\n`);
  const licence = site.choices.licence ? `License: ${addresses.absolute(licencePath)}\n\n` : '';
  return `${licence}User-agent: *\nAllow: /\n\n${sitemaps.join('')}`;
}

/** The web app manifest. */
export const manifestFile = createSingle('manifest.webmanifest.ts', paths.manifest, (context) => ({
  manifest: buildManifest(context),
}));
