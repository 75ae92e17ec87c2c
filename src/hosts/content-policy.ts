import { hash } from 'node:crypto';
import { globeStyle, mapStyle } from '../atlas/svg.ts';
import { prefetchRules } from '../reader/prefetch.ts';
import { settingsScript } from '../reader/storage.client.ts';

/** A content security policy: directives with their sources, in the order in which they are written. */
export type ContentPolicy = Readonly<Record<string, readonly string[]>>;

/** The one name under which the site's scripts may make trusted addresses: that of the service worker. */
const trustedTypesPolicy = 'gazetteer';

/**
 * What a page may load and do: its own files and nothing else. No inline script but the two texts that stand in every page, each by
 * its hash; no `eval`, no style attribute, no WebAssembly (the search reads Pagefind's files itself), no text as markup.
 *
 * `upgrade-insecure-requests` is not in it: all addresses of a page are those of its own origin, and it would break a site that is
 * looked at on a machine without a certificate.
 *
 * Source: https://www.w3.org/TR/CSP3/, https://www.w3.org/TR/trusted-types/
 */
export const pagePolicy: ContentPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", toSource(settingsScript), toSource(prefetchRules)],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': [trustedTypesPolicy],
};

/**
 * What a server says with every file. It adds what pages cannot say themselves, that nobody frames them, and the style sheets of maps,
 * which have their colours when one is opened by itself, and that a recording that is opened by itself is played.
 */
export const serverPolicy: ContentPolicy = {
  ...pagePolicy,
  'style-src': ["'self'", toSource(mapStyle), toSource(globeStyle)],
  'media-src': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Returns the source that allows an inline text. */
export function toSource(text: string): string {
  return `'sha256-${hash('sha256', text, 'base64')}'`;
}

/**
 * Writes a policy as the value of a header or of a `<meta>`.
 *
 * @example renderPolicy({ 'default-src': ["'none'"], 'img-src': ["'self'"] }) // "default-src 'none';img-src 'self'"
 */
export function renderPolicy(policy: ContentPolicy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join(';');
}
