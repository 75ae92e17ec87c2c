import { getBase, type PublishedSite } from '../published-site.ts';

/** A build for a host that publishes a folder at the top of its domain. */
export interface PlacedBuild {
  readonly command: string;
  /** The folder that the host publishes. */
  readonly publish: string;
  /** The folder that the site is built into: below a base path, a folder of that name in the published one. */
  readonly outDir: string;
}

/** Plans a build whose site is at its base path, with the files that the host reads at the top. */
export function planBuild(site: PublishedSite): PlacedBuild {
  const base = getBase(site);
  if (base === '/') return { command: 'npx gazetteer build', publish: 'dist', outDir: 'dist' };
  const outDir = `site${base}`.replace(/\/$/u, '');
  const top = ['404.html', '_headers', '_redirects'].map((file) => `${outDir}/${file}`).join(' ');
  return { command: `npx gazetteer build && cp ${top} site/`, publish: 'site', outDir };
}
