/** The rules of the service worker: which answers it keeps, and how it asks for them. */
export type CacheKind = 'page' | 'asset' | 'picture';

/** A request, as far as the rules go. */
export interface PageRequest {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** The stores of kept answers; each holds so many at most, the oldest go first. */
export const cacheLimits = {
  page: { name: 'gazetteer-pages', maxCount: 60 },
  asset: { name: 'gazetteer-assets', maxCount: 120 },
  picture: { name: 'gazetteer-pictures', maxCount: 120 },
} as const satisfies Record<CacheKind, { readonly name: string; readonly maxCount: number }>;

/** Days after which a kept page is forgotten: news that is old without saying so misleads. */
export const maxAgeDays = 30;

/**
 * Says as what the answer to a request is kept; undefined for all that the worker leaves alone: other hosts, feeds, the search index.
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

/** Under which address an answer is kept: without a query or an anchor, which change nothing of a file. */
export function toCacheKey(url: string): string {
  return url.replace(/[?#].*$/su, '');
}

/** A kept answer. */
export interface CachedResponse {
  readonly url: string;
  /** When the server gave it, in milliseconds since 1970; NaN where it did not say. */
  readonly dateMs: number;
}

/**
 * Returns the addresses of what is to be forgotten: what is too old, and what is too much.
 *
 * @param kept the oldest first
 * @param most how many may stay
 */
export function findOutdated(kept: readonly CachedResponse[], maxCount: number, nowMs: number): readonly string[] {
  const oldest = nowMs - maxAgeDays * 86_400_000;
  const fresh = kept.filter(({ dateMs }) => !(dateMs < oldest));
  const staying = new Set(fresh.slice(Math.max(0, fresh.length - maxCount)));
  return kept.filter((entry) => !staying.has(entry)).map(({ url }) => url);
}

/**
 * Returns the whole addresses of the site's own style sheets, fonts and scripts that a page names. A story may link to files of the same look on
 * another host: those are left alone.
 *
 * @param root where the site starts, its base path included
 */
export function listAssets(html: string, root: string): readonly string[] {
  const named = [...html.matchAll(/\s(?:href|src)="(?<address>[^"]+)"/gu)].map((match) => match[1] ?? '');
  const whole = named.flatMap((address) => URL.parse(address, root)?.href ?? []);
  return [...new Set(whole)].filter((url) => url.startsWith(`${root}assets/`));
}
