import type { Site } from '../core/settings.ts';
import type { ArticleImage } from './article.ts';
import type { Listing, ListingPage } from './listing.ts';

/** The site's fixed addresses, each once. */
export const paths = {
  front: '/',
  topics: '/topics/',
  tags: '/tags/',
  regions: '/regions/',
  storylines: '/storylines/',
  authors: '/authors/',
  search: '/search/',
  corrections: '/corrections/',
  about: '/about/',
  feeds: '/feeds/',
  offline: '/offline/',
  sitemap: '/sitemap.xml',
  newsSitemap: '/sitemaps/news.xml',
  opml: '/feeds/feeds.opml',
  manifest: '/manifest.webmanifest',
} as const;

/** The address of the file with the places, topics and so on that the search offers. */
export const searchEntitiesPath = `${paths.search}entities.txt`;

/** The address of the file that tells researchers where to report security vulnerabilities. */
export const securityTextPath = '/.well-known/security.txt';

/** The address of the licence of texts, for crawlers. */
export const licencePath = '/license.xml';

/** Lists the files that a site has because of its settings, by their site paths. */
export function listSettingFiles({
  securityContact,
  choices,
}: Pick<Site, 'securityContact' | 'choices'>): readonly string[] {
  return [...(securityContact === '' ? [] : [securityTextPath]), ...(choices.licence ? [licencePath] : [])];
}

/** Returns the address of a story, or of a withdrawn story's notice. */
export function toArticlePath(id: string): string {
  return `/${id}/`;
}

/** Returns whether an address has the form of a story's address, whether or not the story exists. */
export function isArticlePath(path: string): boolean {
  return /^\/\d{4}\/\d{2}\/./u.test(path);
}

/** Returns the address of a standing page: `/about/`. */
export function toStandingPagePath(id: string): string {
  return `/${id}/`;
}

/** Returns the address of a listing's page. */
export function toListingPath({ kind, id }: Pick<Listing, 'kind' | 'id'>, page?: ListingPage): string {
  const root = `${listingRoots[kind]}${id}/`;
  return page === undefined ? root : `${root}${page}/`;
}

/** Returns the address of a page of an index. The first page has no number. */
export function toPagePath(root: string, page: number): string {
  return page > 1 ? `${root}${page}/` : root;
}

const listingRoots = {
  topic: paths.topics,
  tag: paths.tags,
  region: paths.regions,
  storyline: paths.storylines,
  author: paths.authors,
  month: '/',
} as const satisfies Record<Listing['kind'], string>;

/** The formats of feeds: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1. */
export type FeedFormat = keyof typeof feedFiles;

const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;

/** Returns the address of a listing's feed, or of one page of the listing in the feed archive. */
export function toFeedPath(listingPath: string, format: FeedFormat = 'rss'): string {
  return `${listingPath}${feedFiles[format]}`;
}

/** Returns the address of the index of places for a period: `2024`, `2024/11`, or empty for the whole archive. */
export function toPeriodPath(period: string): string {
  return period === '' ? paths.regions : `${paths.regions}${period}/`;
}

/** Returns the address of a year of the archive. */
export function toYearPath(year: string): string {
  return `/${year}/`;
}

/** Returns the address of a search with its query. */
export function toSearchPath(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text ? `${paths.search}?${text}` : paths.search;
}

/**
 * Returns the address of a picture or file that comes with a story.
 *
 * @param file its path in the content folder: `articles/2024/11/bridge.jpg`
 */
export function toMediaPath(file: string): string {
  return file
    .replace(/^articles\//u, '/media/')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** Returns the address of a story's own picture. */
export function toImagePath(id: string, { src }: ArticleImage): string {
  return toMediaPath(toImageFile(id, src));
}

/** Returns the path in the content folder of a story's own picture. */
export function toImageFile(id: string, src: string): string {
  return `articles/${id.slice(0, id.lastIndexOf('/'))}/${src.replace(/^\.\//u, '')}`;
}

/**
 * Returns the address of a picture in another size and format.
 *
 * @param file its path in the content folder
 */
export function toPicturePath(file: string, widthPx: number, format: string): string {
  return `${toMediaPath(file).replace(/^\/media\//u, '/pictures/')}/${widthPx}.${format}`;
}

/** The name of the file with the outlines of all countries. */
export const worldMapId = 'outlines';

/** Returns the address of a map's picture. */
export function toMapPath(id: string): string {
  return `/maps/${id}.svg`;
}

/** Returns the address of a globe centred on a place. */
export function toGlobePath(regionId: string): string {
  return `/globes/${regionId}.svg`;
}

/** The addresses of the site's icons, all drawn from the first. */
export const iconPaths = {
  vector: '/favicon.svg',
  /** For browsers and programs that look for no other icon. */
  legacy: '/favicon.ico',
  /** For the home screen of Apple phones. */
  touch: '/apple-touch-icon.png',
} as const;

/** Returns the address of an app icon. A maskable one may be cropped to any shape. */
export function toAppIconPath(sizePx: number, purpose: 'any' | 'maskable'): string {
  return `/icons/${purpose}-${sizePx}.png`;
}

/** The address of the social card of the whole site. */
export const siteCardPath = '/card.png';

/** Returns the address of a story's social card: the picture shown where it is shared. */
export function toCardPath(id: string): string {
  return `${toArticlePath(id)}card.png`;
}

/** Puts site paths under the site's base and origin. */
export interface Addresses {
  /** Returns the value of an `href`: `/news/topics/` for `/topics/` under `/news/`. */
  href(path: string): string;
  /** Returns the whole address, as feeds and canonical links need it. */
  absolute(path: string): string;
}

/**
 * Makes the addresses of a site.
 *
 * @param siteUrl where the site is published, with its base path: `https://host/news/`
 * @example createAddresses('https://host/news/').href('/topics/') // '/news/topics/'
 */
export function createAddresses(siteUrl: string): Addresses {
  const { origin, pathname } = new URL(siteUrl);
  const base = pathname.replace(/\/+$/u, '');
  const href = (path: string) => {
    // Most paths are plain; parsing each as an address costs a second for 10,000 stories.
    if (/^(?:\/[\w-]+)*\/$/u.test(path)) return `${base}${path}`;
    const { pathname, search, hash } = new URL(`${origin}${base}${path}`);
    // Two slashes at the start would point to another host.
    return `${pathname.replace(/^\/{2,}/u, '/')}${search}${hash}`;
  };
  return { href, absolute: (path) => `${origin}${href(path)}` };
}

/** The parameter of a story's address that holds the words of a search. The page highlights them. */
export const highlightParameter = 'highlight';
