import process from 'node:process';
import { buildSite } from '../press/build-site.ts';
import { serveSite } from '../server/site-server.ts';
import type { Settings } from '../core/settings.ts';
import { watchNewsroom } from './build.ts';
import { toPort, type Call } from './command.ts';

/**
 * Builds everything, drafts, embargoed and expired stories included, into a folder of the cache, and serves it on this
 * machine.
 */
export async function runPreview({ options }: Call, settings: Settings): Promise<void> {
  await buildSite(settings);
  if (process.exitCode !== undefined || options.has('no-serve')) return;
  await servePreview(options, settings);
}

/** Serves a preview, and builds it again after every save. Never ends. */
export async function watchPreview(options: Call['options'], settings: Settings): Promise<void> {
  await buildSite(settings);
  await servePreview(options, settings);
  await watchNewsroom(settings, (current, memory, edited) => buildSite(current, { memory, edited }));
}

async function servePreview(options: Call['options'], { site, machine }: Settings): Promise<void> {
  const { url } = await serveSite({
    dir: site.outDir,
    base: new URL(site.url).pathname,
    face: site.face,
    port: toPort(options) ?? machine.port,
    host: 'localhost',
  });
  process.stdout.write(
    `The preview of ${site.name} is at ${url} (stop it with Ctrl+C). Only this machine can open it.\n`,
  );
}
