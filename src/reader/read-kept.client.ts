/** A page that the service worker has saved. */
export interface KeptPage {
  readonly url: string;
  readonly html: string;
}

/**
 * Reads the saved pages, the last read first.
 *
 * @param name the name of their cache
 */
export async function readKeptPages(name: string): Promise<readonly KeptPage[]> {
  if (!('caches' in window) || !(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const pages = await Promise.all(
    (await cache.keys()).map(async ({ url }) => ({ url, html: (await (await cache.match(url))?.text()) ?? '' })),
  );
  return pages.reverse();
}
