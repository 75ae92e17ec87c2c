import { getRulesFor, otherHeaders, toExpression } from './file-rules.ts';
import { getBase, getMovedPaths } from './published-site.ts';
import type { ServerSite } from './server-site.ts';

/** What a server looks up by the address that is asked for. nginx and Caddy both call it a map, and both mark an expression with `~`. */
export interface AddressTable {
  readonly pairs: readonly (readonly [address: string, value: string])[];
  /** For all other addresses. */
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

/** Returns where old addresses lead. Servers compare addresses with their characters, and send them as they must be sent. */
export function getMoveTable(site: ServerSite): AddressTable {
  return { pairs: getMovedPaths(site).map(([from, to]) => [decodeURI(from), to] as const), other: '' };
}
