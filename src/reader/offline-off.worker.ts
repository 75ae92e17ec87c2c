import type { ServiceWorkerScope } from './service-worker.d.ts';

/**
 * The `sw.js` of a newsroom that wants no service worker (`SITE_OFFLINE=off`). It replaces the one that readers have,
 * deletes all caches and unregisters itself. A missing file would not do, because browsers keep the worker they have.
 */
declare const self: ServiceWorkerScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([deleteCaches(), self.registration.unregister()])),
);

/** Deletes our caches, by the beginning of their names in `offline-rules.ts`: importing these would take a second file. */
async function deleteCaches(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith('gazetteer-'));
  await Promise.all(names.map((name) => caches.delete(name)));
}
