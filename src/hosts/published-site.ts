import type { Face } from '../core/face.ts';

/** The facts about a site that a server configuration needs. */
export interface PublishedSite {
  /** The address it is published at, with its base path and a final slash. */
  readonly url: string;
  /** Redirects: site paths by old site path. */
  readonly moves: ReadonlyMap<string, string>;
  /** The look of its maps, whose style sheets a policy names. Without it, they are as we draw them. */
  readonly face?: Face | undefined;
  /** The address that answers WebFinger for the newsroom's account in the Fediverse. */
  readonly webFinger?: string | undefined;
}

/**
 * The address at which other servers look for accounts of a domain. It is at the top of the host, below no base path.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc7033
 */
export const webFingerPath = '/.well-known/webfinger';

/** Returns whether the address of a site stands for one that is not known yet. `.example` is reserved for that (RFC 2606). */
export function isUnknown({ url }: PublishedSite): boolean {
  return new URL(url).hostname.endsWith('.example');
}

/** Returns the base path of a site, with slashes at both ends. */
export function getBase({ url }: PublishedSite): string {
  return new URL(url).pathname;
}

/** Returns the redirects of a site with its base path before both addresses, as a browser requests them. */
export function getMovedPaths(site: PublishedSite): readonly (readonly [from: string, to: string])[] {
  const base = getBase(site);
  const toHref = (path: string) => new URL(`${base}${path.slice(1)}`, site.url).pathname;
  return [...site.moves].map(([from, to]) => [toHref(from), toHref(to)] as const);
}
