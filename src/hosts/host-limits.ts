import path from 'node:path';

/** The size of a site, in everything that hosts limit. */
export interface SiteSize {
  readonly files: number;
  /** Files and folders. */
  readonly entries: number;
  /** All files together. */
  readonly bytes: number;
  readonly largestFileBytes: number;
  /** The number of files in the folder that has most. */
  readonly largestFolderFiles: number;
}

/** How large a site may be on a host. */
export interface HostLimit {
  readonly host: string;
  /** The limit as words. */
  readonly limit: string;
  /** The largest site that the host takes. It does not limit, or does not say, what is absent. */
  readonly largest: Partial<SiteSize>;
  /** The page on which the host says so. */
  readonly source: string;
}

const mebibyte = 2 ** 20;

/** Free plans whose limits are published. */
export const hostLimits: readonly HostLimit[] = [
  {
    host: 'Neocities',
    limit: '1 GB and 15,000 files',
    largest: { bytes: 1e9, files: 15_000 },
    source: 'https://github.com/neocities/neocities/blob/master/models/site.rb',
  },
  {
    host: 'Cloudflare Pages and Workers',
    limit: '20,000 files of at most 25 MiB',
    largest: { files: 20_000, largestFileBytes: 25 * mebibyte },
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
  },
  {
    host: 'Grebedoc',
    limit: '768 MiB',
    largest: { bytes: 768 * mebibyte },
    source: 'https://grebedoc.dev/',
  },
  {
    host: 'GitHub Pages',
    limit: '1 GB',
    largest: { bytes: 1e9 },
    source: 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
  },
  {
    host: 'GitLab Pages',
    limit: '1 GB and 200,000 files and folders',
    largest: { bytes: 1e9, entries: 200_000 },
    source: 'https://gitlab.com/gitlab-org/gitlab/-/issues/405048',
  },
  {
    host: 'Netlify',
    limit: '54,000 files in one folder',
    largest: { largestFolderFiles: 54_000 },
    source: 'https://docs.netlify.com/site-deploys/overview/',
  },
];

/**
 * Measures a site by its files.
 *
 * @param files the path of each file, with `/`, and its size in bytes
 */
export function measureSite(files: Iterable<readonly [file: string, bytes: number]>): SiteSize {
  const perFolder = new Map<string, number>();
  let [count, bytes, largestFileBytes] = [0, 0, 0];
  for (const [file, size] of files) {
    count += 1;
    bytes += size;
    largestFileBytes = Math.max(largestFileBytes, size);
    const folder = path.posix.dirname(file);
    perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1);
  }
  return {
    files: count,
    entries: count + countFolders(perFolder.keys()),
    bytes,
    largestFileBytes,
    largestFolderFiles: perFolder.values().reduce((most, here) => Math.max(most, here), 0),
  };
}

/** Counts some folders and the folders above them, up to that of the site. */
function countFolders(folders: Iterable<string>): number {
  const all = new Set<string>();
  for (const folder of folders) {
    for (let at = folder; at !== '.' && !all.has(at); at = path.posix.dirname(at)) all.add(at);
  }
  return all.size;
}

const measures = ['files', 'entries', 'bytes', 'largestFileBytes', 'largestFolderFiles'] as const;

/** Lists the hosts that do not take a site of this size. */
export function findExceeded(size: SiteSize): readonly HostLimit[] {
  return hostLimits.filter(({ largest }) => measures.some((measure) => size[measure] > (largest[measure] ?? Infinity)));
}
