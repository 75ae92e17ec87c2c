import { createHash } from 'node:crypto';
import path from 'node:path';

/** The settings that decide which builds share a cache. A preview has its own. */
export interface CacheOwner {
  readonly contentDir: string;
  readonly url: string;
  readonly isPreview?: boolean;
  /** Absolute path of the folder of all caches. */
  readonly cacheDir?: string;
}

const defaultCacheDir = path.resolve('node_modules/.cache/gazetteer');

/** Returns the folder in which Astro caches what it knows about one newsroom. */
export function getCacheDir({ contentDir, url, isPreview = false, cacheDir = defaultCacheDir }: CacheOwner): string {
  const key = createHash('sha256')
    .update(`${contentDir}\n${url}${isPreview ? '\npreview' : ''}`)
    .digest('hex')
    .slice(0, 12);
  return path.join(cacheDir, key);
}

/** Returns the folder of compiled programs, which newsrooms share. */
export function getProgramDir({ cacheDir = defaultCacheDir }: Pick<CacheOwner, 'cacheDir'>): string {
  return path.join(cacheDir, 'program');
}

/** Returns the folder of fonts that have been cut, which newsrooms share. */
export function getFontCacheDir({ cacheDir = defaultCacheDir }: Pick<CacheOwner, 'cacheDir'>): string {
  return path.join(cacheDir, 'fonts');
}

/** Returns the file that caches the results of reading and rendering. */
export function getPageStoreFile(site: CacheOwner): string {
  return path.join(getCacheDir(site), 'pages.sqlite');
}

/** Returns the file that caches drawn cards. */
export function getCardStoreFile(site: CacheOwner): string {
  return path.join(getCacheDir(site), 'cards.sqlite');
}

/** Returns the folder that caches pictures in other sizes and formats. */
export function getPictureCacheDir(site: CacheOwner): string {
  return path.join(getCacheDir(site), 'pictures');
}

/** Returns the folder that caches built parts of the search index. */
export function getIndexCacheDir(site: CacheOwner): string {
  return path.join(getCacheDir(site), 'index');
}

/** The settings that decide which builds are made into one folder. */
type OutputOwner = CacheOwner & { readonly outDir: string };

/** Returns the file that describes the last build into an output folder. */
export function getBuildStateFile(site: OutputOwner): string {
  return path.join(getCacheDir(site), `build-${toOutputKey(site)}.json`);
}

/** Returns the file that caches facts about the outlines of countries. */
export function getAtlasFile(site: CacheOwner): string {
  return path.join(getCacheDir(site), 'atlas.json');
}

/** Returns the file that describes how the last build into an output folder ended. */
export function getEndingFile(site: OutputOwner): string {
  return path.join(getCacheDir(site), `ending-${toOutputKey(site)}.json`);
}

function toOutputKey({ outDir }: OutputOwner): string {
  return createHash('sha256').update(outDir).digest('hex').slice(0, 12);
}
