import { findExceeded, type SiteSize } from '../../hosts/host-limits.ts';

/** Returns a notice for a site that is too large for the free plans of some hosts. Empty for every other. */
export function formatSizeNotice(size: SiteSize): string {
  const hosts = findExceeded(size).map(({ host, limit }) => `${host} (${limit})`);
  if (hosts.length === 0) return '';
  const [files, megabytes] = [size.files.toLocaleString('en'), (size.bytes / 1e6).toFixed(0)];
  return (
    `The site has ${files} files and ${megabytes} MB, more than some hosts take for free: ${hosts.join('; ')}.\n` +
    'How many stories fit on which host: src/hosts/README.md.\n'
  );
}
