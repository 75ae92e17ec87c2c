/**
 * The part of a service worker's global scope that is used here. TypeScript's own library for workers cannot be
 * combined with the one for pages (https://github.com/microsoft/TypeScript/issues/20595).
 */
export interface ServiceWorkerScope {
  readonly location: URL;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window' }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: RequestEvent) => void): void;
}

/** An event that lasts as long as the promise it waits for. */
export interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A request from a page. */
export interface RequestEvent extends LifeEvent {
  readonly request: Request;
  /** The response that the browser requested while the worker was starting. */
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
