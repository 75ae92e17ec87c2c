import {
  findOutdated,
  listAssets,
  listImports,
  cacheLimits,
  toCacheKind,
  toCacheKey,
  type CacheKind,
} from './offline-rules.ts';
import type { RequestEvent, ServiceWorkerScope } from './service-worker.d.ts';

/**
 * The service worker. Pages come from the network while there is one; without it, from the cache, or else a page says
 * that the reader is offline. It is written as `sw.js` at the root of the site, without imports
 * (`astro/service-worker.ts`).
 */
declare const self: ServiceWorkerScope;

const root = new URL('./', self.location.href).href;
const offlinePage = `${root}offline/`;

self.addEventListener('install', (event) => {
  // Pages and files of any age are compatible, so a new worker need not wait until the old one's pages are closed.
  event.waitUntil(Promise.all([cacheWithAssets(offlinePage), self.skipWaiting()]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(cacheOpenPages());
});

self.addEventListener('fetch', (event) => {
  const kind = toCacheKind(event.request, root);
  if (kind === 'page') event.respondWith(answerPage(event));
  else if (kind === 'asset') event.respondWith(answerAsset(event));
  else if (kind === 'picture') event.respondWith(answerPicture(event));
});

/** Takes control of the open pages and caches them: the page that installed the worker was loaded before it ran. */
async function cacheOpenPages(): Promise<void> {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  const open = await self.clients.matchAll({ type: 'window' });
  const pages = open
    .map(({ url }) => toCacheKey(url))
    .filter((url) => toCacheKind({ method: 'GET', mode: 'navigate', url }, root));
  await Promise.allSettled([...new Set(pages)].map(cacheWithAssets));
}

/** Tries the network first, then the cache if there is no network or the server fails. */
async function answerPage(event: RequestEvent): Promise<Response> {
  const { request } = event;
  try {
    const response: Response = (await event.preloadResponse) ?? (await fetch(request));
    if (response.status < 500) {
      event.waitUntil(cache('page', request.url, response.clone()));
      return response;
    }
    return (await findCached('page', request.url)) ?? response;
  } catch {
    return (await findCached('page', request.url)) ?? (await findCached('page', offlinePage)) ?? Response.error();
  }
}

/** The name changes with the content, so a cached copy is valid for ever. */
async function answerAsset(event: RequestEvent): Promise<Response> {
  const { request } = event;
  const kept = await findCached('asset', request.url);
  if (kept) return kept;
  const response = await fetch(request);
  event.waitUntil(cache('asset', request.url, response.clone()));
  return response;
}

async function answerPicture(event: RequestEvent): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    event.waitUntil(cache('picture', request.url, response.clone()));
    return response;
  } catch {
    return (await findCached('picture', request.url)) ?? Response.error();
  }
}

/** Caches a page with everything it needs to look right. */
async function cacheWithAssets(url: string): Promise<void> {
  const response = await fetch(url);
  const html = await response.clone().text();
  await cache('page', url, response);
  await Promise.all(listAssets(html, root).map(cacheAsset));
}

/** Caches a file of the program, and the scripts that it imports. */
async function cacheAsset(url: string): Promise<void> {
  if (await findCached('asset', url)) return;
  const response = await fetch(url);
  const imported = url.endsWith('.js') ? listImports(await response.clone().text(), url) : [];
  await Promise.all([cache('asset', url, response), ...imported.map(cacheAsset)]);
}

async function findCached(kind: CacheKind, url: string): Promise<Response | undefined> {
  const store = await caches.open(cacheLimits[kind].name);
  return store.match(toCacheKey(url));
}

/**
 * Caches a response as the newest, or deletes the cached one if the server no longer has it. A full disk caches
 * nothing.
 */
async function cache(kind: CacheKind, url: string, response: Response): Promise<void> {
  const { name, maxCount } = cacheLimits[kind];
  try {
    const store = await caches.open(name);
    await store.delete(toCacheKey(url));
    // A redirected response must not be cached under this address.
    if (response.status !== 200 || response.redirected) return;
    await store.put(toCacheKey(url), response);
    const kept = await Promise.all(
      (await store.keys()).map(async (request) => ({
        url: request.url,
        // A page is as old as its server says. Files with a hash in their name do not age.
        dateMs: kind === 'page' ? Date.parse((await store.match(request))?.headers.get('date') ?? '') : NaN,
      })),
    );
    const others = kept.filter(({ url: address }) => address !== offlinePage);
    for (const outdated of findOutdated(others, maxCount, Date.now())) await store.delete(outdated);
  } catch {
    // The page was answered; that is what counts.
  }
}
