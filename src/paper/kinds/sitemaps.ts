import { memoize } from '../../core/memo.ts';
import { paths } from '../../news/urls.ts';
import { getLatestNews } from '../../syndication/news-sitemap.ts';
import { countSitemaps, getSitemapPart, toSitemapPath, type SitemapEntry } from '../../syndication/sitemap.ts';
import type { Context } from '../../views/context.ts';
import { buildManifest } from '../../views/manifest.ts';
import { listEntries, type AnyPageKind, type PageKind } from './page-kind.ts';
import { only } from './indexes.ts';

/** Makes the sitemaps of the pages of some kinds: what collects their entries, the index, and the parts, counted from 1. */
export function createSitemaps(kinds: readonly AnyPageKind[]) {
  const collectSitemap = memoize((context: Context) => collectEntries(kinds, context), 1);
  const sitemapIndex = {
    route: 'sitemap.xml.ts',
    list: () => only,
    toPath: () => paths.sitemap,
    build: (context) => ({ entries: collectSitemap(context) }),
  } satisfies PageKind<undefined, object>;
  const sitemapParts = {
    route: 'sitemaps/[part].xml.ts',
    list: (context) => Array.from({ length: countSitemaps(collectSitemap(context)) }, (_, index) => index + 1),
    toPath: toSitemapPath,
    build: (context, part) => ({ entries: getSitemapPart(collectSitemap(context), part) }),
  } satisfies PageKind<number, object>;
  return { collectSitemap, sitemapIndex, sitemapParts };
}

/** Collects every page that search engines should know. */
function collectEntries(kinds: readonly AnyPageKind[], context: Context): readonly SitemapEntry[] {
  return listEntries(kinds, context).flatMap(({ kind, subject, path }) => {
    const modifiedMs = kind.getModifiedMs?.(context, subject);
    return modifiedMs === undefined ? [] : [{ path, modifiedMs }];
  });
}

/** The sitemap of the newest stories. Time alone makes stories too old for it. */
export const newsSitemap = {
  route: 'sitemaps/news.xml.ts',
  list: () => only,
  toPath: () => paths.newsSitemap,
  build: (context) => ({ stories: getLatestNews(context) }),
} satisfies PageKind<undefined, object>;

/** What search engines may read. */
export const robotsFile = {
  route: 'robots.txt.ts',
  list: () => only,
  toPath: () => '/robots.txt',
  build: (context) => ({ text: renderRobots(context) }),
} satisfies PageKind<undefined, object>;

function renderRobots({ addresses, site }: Context): string {
  if (site.isPreview) return 'User-agent: *\nDisallow: /\n';
  const sitemaps = [paths.sitemap, paths.newsSitemap].map((path) => `Sitemap: ${addresses.absolute(path)}\n`);
  return `User-agent: *\nAllow: /\n\n${sitemaps.join('')}`;
}

/** The site as an app. */
export const manifestFile = {
  route: 'manifest.webmanifest.ts',
  list: () => only,
  toPath: () => paths.manifest,
  build: (context) => ({ manifest: buildManifest(context) }),
} satisfies PageKind<undefined, object>;
