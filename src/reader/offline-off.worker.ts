import { cacheLimits } from './offline-rules.ts';
import type { ServiceWorkerScope } from './service-worker.d.ts';

/**
 * What is written as `sw.js` where a newsroom wants no service worker (`SITE_OFFLINE=off`): it takes the place of the one that readers
 * have, forgets all that was kept, and goes. A missing file would not do: browsers keep the worker they have.
 */
declare const self: ServiceWorkerScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([...Object.values(cacheLimits).map(({ name }) => caches.delete(name)), self.registration.unregister()]),
  );
});
