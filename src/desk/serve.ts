import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { openSiteOutput } from '../press/build-site.ts';
import { isHalfPublished } from '../press/output/publish.ts';
import { serveSite } from '../server/site-server.ts';
import type { Settings } from '../core/settings.ts';
import { toPort, type Call } from './command.ts';

/**
 * Serves the built site on this machine and prints its address. First finishes the publishing of a build that was
 * killed in the middle of it.
 */
export async function runServe({ options }: Call, { site, machine }: Settings): Promise<void> {
  if (isHalfPublished(site.outDir)) (await openSiteOutput(site)).release();
  if (!existsSync(path.join(site.outDir, 'index.html'))) {
    process.stderr.write(`There is no site in ${site.outDir}. Run \`npm run build\` first.\n`);
    process.exitCode = 1;
    return;
  }
  const { pathname: base, hostname: published } = new URL(site.url);
  const names = [published, hostname(), `${hostname()}.local`].map((name) => name.toLowerCase());
  const { url } = await serveSite({
    dir: site.outDir,
    base,
    face: site.face,
    port: toPort(options) ?? machine.port,
    names,
  });
  process.stdout.write(`${site.name} is at ${url} (stop it with Ctrl+C).\n`);
}
