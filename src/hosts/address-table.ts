import { getRulesFor, otherHeaders, toExpression } from './file-rules.ts';
import { getBase, getMovedPaths } from './published-site.ts';
import type { ServerSite } from './server-site.ts';

/**
 * A table in which a server looks up the requested address. nginx and Caddy both call it a map, and both mark an
 * expression with `~`.
 */
export interface AddressTable {
  readonly pairs: readonly (readonly [address: string, value: string])[];
  /** The value for all other addresses. */
  readonly other: string;
}

/** Returns the values of a header that only some files have. */
export function getHeaderTable(site: ServerSite, header: string): AddressTable {
  const base = getBase(site);
  const pairs = getRulesFor(header).flatMap(({ rule, value }) =>
    rule.patterns.map((pattern) => [`~${toExpression(pattern, base)}`, value] as const),
  );
  return { pairs, other: otherHeaders[header] ?? '' };
}

/** Returns the targets of old addresses. Servers compare decoded addresses and must send encoded ones. */
export function getMoveTable(site: ServerSite): AddressTable {
  return { pairs: getMovedPaths(site).map(([from, to]) => [decodeURI(from), to] as const), other: '' };
}
