import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/**
 * Tells whether the `Host` of a request names a server of this machine. A stranger's page can have its own name lead here (DNS
 * rebinding) and would read what is served: it cannot change the name that its browser asks for.
 *
 * @param names undefined for a server that this machine alone reaches. Else others reach it too: by an address, a name without a
 * dot, which no stranger can have, or one of these names.
 */
export function isOwnHost(host: string | undefined, names?: readonly string[]): boolean {
  // Only programs leave it out, no browser does.
  if (host === undefined) return true;
  const name = URL.parse(`http://${host}`)?.hostname.replaceAll(/[[\]]/gu, '').toLowerCase() ?? '';
  const version = isIP(name);
  if (version !== 0) return names !== undefined || loopback.check(name, version === 4 ? 'ipv4' : 'ipv6');
  if (/(?:^|\.)localhost$/u.test(name)) return true;
  return names !== undefined && (/^[^.]+$/u.test(name) || names.includes(name));
}
