import process from 'node:process';
import { buildSite } from '../press/build-site.ts';
import { serveSite } from '../server/site-server.ts';
import type { Settings } from '../core/settings.ts';
import { toPort, type Call } from './command.ts';

/**
 * Builds everything, drafts, embargoed and expired stories included, into a folder of the cache, and serves it on this
 * machine.
 */
export async function runPreview({ options }: Call, settings: Settings): Promise<void> {
  const { site, machine } = settings;
  await buildSite(settings);
  if (process.exitCode !== undefined || options.has('no-serve')) return;
  const { url } = await serveSite({
    dir: site.outDir,
    base: new URL(site.url).pathname,
    port: toPort(options) ?? machine.port,
    host: 'localhost',
  });
  process.stdout.write(
    `The preview of ${site.name} is at ${url} (stop it with Ctrl+C). Only this machine can open it.\n`,
  );
}
