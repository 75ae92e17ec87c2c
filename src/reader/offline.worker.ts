import { findOutdated, listAssets, cacheLimits, toCacheKind, toCacheKey, type CacheKind } from './offline-rules.ts';
import type { RequestEvent, ServiceWorkerScope } from './service-worker.d.ts';

/**
 * The service worker: pages come from the network as long as there is one; without it, those that were read before, and for all others
 * a page that says so. It is written as `sw.js` at the top of the site, without imports (`astro/service-worker.ts`).
 */
declare const self: ServiceWorkerScope;

const root = new URL('./', self.location.href).href;
const offlinePage = `${root}offline/`;

self.addEventListener('install', (event) => {
  // Pages and files of any age go together: a new worker need not wait until the old one's pages are closed.
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

/** Serves the pages that are open already, and keeps them: the one that brought the worker was read before it was there. */
async function cacheOpenPages(): Promise<void> {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  const open = await self.clients.matchAll({ type: 'window' });
  const pages = open
    .map(({ url }) => toCacheKey(url))
    .filter((url) => toCacheKind({ method: 'GET', mode: 'navigate', url }, root));
  await Promise.allSettled([...new Set(pages)].map(cacheWithAssets));
}

/** The network first; what was kept where there is none or its server fails. */
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

/** Its name changes with its content: what is kept is right for ever. */
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

/** Keeps a page with all that it needs to look right. */
async function cacheWithAssets(url: string): Promise<void> {
  const response = await fetch(url);
  const html = await response.clone().text();
  await cache('page', url, response);
  await Promise.all(
    listAssets(html, root).map(async (asset) => {
      if (!(await findCached('asset', asset))) await cache('asset', asset, await fetch(asset));
    }),
  );
}

async function findCached(kind: CacheKind, url: string): Promise<Response | undefined> {
  const store = await caches.open(cacheLimits[kind].name);
  return store.match(toCacheKey(url));
}

/** Keeps an answer as the newest, or forgets what was kept where the server has it no longer. A full disk keeps nothing. */
async function cache(kind: CacheKind, url: string, response: Response): Promise<void> {
  const { name, maxCount } = cacheLimits[kind];
  try {
    const store = await caches.open(name);
    await store.delete(toCacheKey(url));
    // What came from another address cannot stand for this one.
    if (response.status !== 200 || response.redirected) return;
    await store.put(toCacheKey(url), response);
    const kept = await Promise.all(
      (await store.keys()).map(async (request) => ({
        url: request.url,
        // A page is as old as its server says; files with the content in their name do not age.
        dateMs: kind === 'page' ? Date.parse((await store.match(request))?.headers.get('date') ?? '') : NaN,
      })),
    );
    const others = kept.filter(({ url: address }) => address !== offlinePage);
    for (const outdated of findOutdated(others, maxCount, Date.now())) await store.delete(outdated);
  } catch {
    // The page was answered; that is what counts.
  }
}
