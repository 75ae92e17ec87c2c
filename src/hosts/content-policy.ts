import { hash } from 'node:crypto';
import { getGlobeStyle, getMapStyle } from '../atlas/svg.ts';
import { ownFace, type Face } from '../core/face.ts';
import { prefetchRules } from '../reader/prefetch.ts';
import { settingsScript } from '../reader/storage.client.ts';

/** A content security policy: directives with their sources, in the order in which they are written. */
export type ContentPolicy = Readonly<Record<string, readonly string[]>>;

/** The only name under which the site's scripts may create trusted addresses: that of the service worker. */
const trustedTypesPolicy = 'gazetteer';

/**
 * The policy of a page: it may load its own files and nothing else. It allows no inline script except the two in every
 * page, each by its hash; no `eval`, no style attributes, no WebAssembly (the search reads Pagefind's files itself),
 * and no text as markup.
 *
 * It leaves out `upgrade-insecure-requests`: all addresses of a page are on its own origin, and the directive would
 * break a site viewed on a machine without a certificate.
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
 * Returns the policy that a server sends with every file of a site. It adds what pages cannot state themselves: nobody may frame them. It
 * also allows the style sheets of maps, which need their colours when opened directly, and playing a recording that is
 * opened directly.
 */
export function getServerPolicy(face: Face): ContentPolicy {
  return {
    ...pagePolicy,
    'style-src': ["'self'", toSource(getMapStyle(face)), toSource(getGlobeStyle(face))],
    'media-src': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
}

/** The policy of a site with our own face. */
export const serverPolicy: ContentPolicy = getServerPolicy(ownFace);

/** Returns the source that allows an inline text. */
export function toSource(text: string): string {
  return `'sha256-${hash('sha256', text, 'base64')}'`;
}

/**
 * Renders a policy as the value of a header or of a `<meta>`.
 *
 * @example renderPolicy({ 'default-src': ["'none'"], 'img-src': ["'self'"] }) // "default-src 'none';img-src 'self'"
 */
export function renderPolicy(policy: ContentPolicy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join(';');
}
