import { cutBytes, toSlug } from '../core/text.ts';
import {
  iconPaths,
  paths,
  securityTextPath,
  siteCardPath,
  toAppIconPath,
  toFeedPath,
  toGlobePath,
  toMapPath,
  toMediaPath,
  toPicturePath,
} from './urls.ts';

/**
 * The maximum length of a part of an address. File systems allow 255 bytes for a name, and related files need a few for
 * their extension. Letters of most scripts take up to three bytes.
 */
export const longestName = { characters: 100, bytes: 240 } as const;

/** The maximum length of an address in bytes. A path on disk may have 4,096, including the site's folder. */
export const longestAddress = 1000;

/**
 * Converts words to a name that can be part of an address. Empty if they have no letter or digit.
 *
 * @example toName('Diplomacy & Security') // 'diplomacy-security'
 */
export function toName(words: string): string {
  return cutBytes(toSlug(words).slice(0, longestName.characters), longestName.bytes).replace(/-+$/u, '');
}

/** The rule for a name that can be part of an address, in words. */
export const nameRule = `use lower-case letters, digits and single hyphens, at most ${longestName.characters} characters and ${longestName.bytes} bytes`;

/**
 * Addresses that the program publishes, one below each root, besides those in `paths`. `public/` and hosts add the
 * rest.
 */
const published: readonly string[] = [
  ...Object.values(paths),
  ...Object.values(iconPaths),
  ...(['rss', 'atom', 'json'] as const).map((format) => toFeedPath(paths.front, format)),
  siteCardPath,
  securityTextPath,
  toAppIconPath(192, 'any'),
  toGlobePath(''),
  toMapPath(''),
  toMediaPath('articles/'),
  toPicturePath('articles/', 0, ''),
  '/404/',
  '/404.html',
  '/_headers',
  '/_redirects',
  '/assets/',
  '/pagefind/',
  '/robots.txt',
  '/sw.js',
  // Names that hosts answer themselves: Cloudflare, and Apache by default.
  '/cdn-cgi/',
  '/cgi-bin/',
];

const siteRoots: ReadonlySet<string> = new Set(published.map((path) => path.split('/')[1] ?? ''));

/** Returns whether the site itself answers an address, or may answer it one day: fixed pages and listings. */
export function isSitePath(path: string): boolean {
  return siteRoots.has(path.split('/')[1] ?? '') || /^\/\d{4}\/(?:\d{2}\/)?(?:\d{1,3}\/)?$/u.test(path);
}

/** Returns whether a part of an address is the name of a file beside pages, below which nothing can be published. */
export function isSiteFile(name: string): boolean {
  return siteFiles.has(name);
}

const siteFiles: ReadonlySet<string> = new Set([
  'index.html',
  siteCardPath.slice(1),
  ...(['rss', 'atom', 'json'] as const).map((format) => toFeedPath('', format)),
]);

/** Returns whether a part of an address is the number of a page of a listing. */
export function isPageNumber(name: string): boolean {
  return /^\d{1,3}$/u.test(name);
}

/** Returns whether a part of an address is reserved: no topic, tag or other entry may use it. */
export function isReservedId(id: string): boolean {
  return isPageNumber(id) || isSiteFile(id) || explainSystemName(id) !== undefined;
}

/**
 * Explains why file systems and servers treat a name specially, wherever it appears. Undefined if they do not.
 *
 * Source: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 *
 * @example explainSystemName('con') // 'Windows reserves it for a device'
 */
export function explainSystemName(name: string): string | undefined {
  if (/^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)/iu.test(name)) return 'Windows reserves it for a device';
  if (name.startsWith('.')) return 'servers hide names that start with a dot';
  if (name.endsWith('.')) return 'Windows removes a dot at the end of a name';
  return undefined;
}
