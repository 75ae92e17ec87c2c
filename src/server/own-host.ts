import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/**
 * Returns whether the `Host` of a request names a server on this machine. A stranger's page can point its own name here
 * (DNS rebinding) to read what is served, but it cannot change the name that its browser sends.
 *
 * @param names undefined for a server that this machine alone reaches. Else others reach it too: by an address, a name without a
 * dot, which no stranger can have, or one of these names.
 */
export function isOwnHost(host: string | undefined, names?: readonly string[]): boolean {
  // Only programs leave it out; browsers never do.
  if (host === undefined) return true;
  const name = URL.parse(`http://${host}`)?.hostname.replaceAll(/[[\]]/gu, '').toLowerCase() ?? '';
  const version = isIP(name);
  if (version !== 0) return names !== undefined || loopback.check(name, version === 4 ? 'ipv4' : 'ipv6');
  if (/(?:^|\.)localhost$/u.test(name)) return true;
  return names !== undefined && (/^[^.]+$/u.test(name) || names.includes(name));
}
