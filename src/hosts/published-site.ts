/** What a server needs to know of a site. */
export interface PublishedSite {
  /** Where it is published, with its base path and a slash at the end. */
  readonly url: string;
  /** Site paths that lead to others: old address, address. */
  readonly moves: ReadonlyMap<string, string>;
}

/** Gives the base path of a site, with slashes at both ends. */
export function getBase({ url }: PublishedSite): string {
  return new URL(url).pathname;
}

/** Gives the moves of a site with its base path before both addresses, as a browser asks for them. */
export function getMovedPaths(site: PublishedSite): readonly (readonly [from: string, to: string])[] {
  const base = getBase(site);
  const toHref = (path: string) => new URL(`${base}${path.slice(1)}`, site.url).pathname;
  return [...site.moves].map(([from, to]) => [toHref(from), toHref(to)] as const);
}
