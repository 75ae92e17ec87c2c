/** The kinds of response that the service worker caches. */
export type CacheKind = 'page' | 'asset' | 'picture';

/** The parts of a request that the rules depend on. */
export interface PageRequest {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** The caches by kind, with the maximum number of responses in each. The oldest are removed first. */
export const cacheLimits = {
  page: { name: 'gazetteer-pages', maxCount: 60 },
  asset: { name: 'gazetteer-assets', maxCount: 120 },
  picture: { name: 'gazetteer-pictures', maxCount: 120 },
} as const satisfies Record<CacheKind, { readonly name: string; readonly maxCount: number }>;

/** Days after which a cached page is deleted, because old news that does not say so is misleading. */
export const maxAgeDays = 30;

/**
 * Returns the kind of cache for the response to a request. Undefined for everything that the worker ignores: other
 * hosts, feeds, the search index.
 *
 * @param root where the site starts, its base path included
 * @example toCacheKind({ method: 'GET', mode: 'navigate', url: 'https://host/news/about/' }, 'https://host/news/') // 'page'
 */
export function toCacheKind({ method, mode, url }: PageRequest, root: string): CacheKind | undefined {
  if (method !== 'GET' || !url.startsWith(root)) return undefined;
  const path = toCacheKey(url).slice(root.length);
  if (mode === 'navigate') return path === '' || path.endsWith('/') ? 'page' : undefined;
  if (path.startsWith('assets/')) return 'asset';
  return /^(?:maps|globes|pictures|media)\//u.test(path) ? 'picture' : undefined;
}

/** Returns the address under which a response is cached: without query and anchor, which do not change the file. */
export function toCacheKey(url: string): string {
  return url.replace(/[?#].*$/su, '');
}

/** A cached response. */
export interface CachedResponse {
  readonly url: string;
  /** When the server sent it, in milliseconds since 1970. NaN if it did not say. */
  readonly dateMs: number;
}

/**
 * Returns the addresses of cached responses to delete: those that are too old, and those above the maximum.
 *
 * @param kept the oldest first
 * @param maxCount how many may stay
 */
export function findOutdated(kept: readonly CachedResponse[], maxCount: number, nowMs: number): readonly string[] {
  const oldest = nowMs - maxAgeDays * 86_400_000;
  const fresh = kept.filter(({ dateMs }) => !(dateMs < oldest));
  const staying = new Set(fresh.slice(Math.max(0, fresh.length - maxCount)));
  return kept.filter((entry) => !staying.has(entry)).map(({ url }) => url);
}

/**
 * Returns the absolute addresses of the site's own style sheets, fonts and scripts that a page names. Similar files on
 * another host, to which a story may link, are ignored.
 *
 * @param root where the site starts, its base path included
 */
export function listAssets(html: string, root: string): readonly string[] {
  const named = [...html.matchAll(/\s(?:href|src)="(?<address>[^"]+)"/gu)].map((match) => match[1] ?? '');
  const whole = named.flatMap((address) => URL.parse(address, root)?.href ?? []);
  return [...new Set(whole)].filter((url) => url.startsWith(`${root}assets/`));
}

/**
 * Returns the absolute addresses of the scripts that a script cannot start without. What it loads only later is not
 * among them.
 *
 * @param url the script's own address
 */
export function listImports(script: string, url: string): readonly string[] {
  return [...script.matchAll(/\b(?:from|import)\s*"(?<name>\.\/[^"]+)"/gu)].flatMap(
    ({ groups }) => URL.parse(groups?.['name'] ?? '', url)?.href ?? [],
  );
}
