import process from 'node:process';
import { runCommand } from './run-command.ts';

/**
 * Builds everything, drafts, embargoed and expired stories included, into a folder of the cache, and serves it on this machine:
 * `npm run preview`. `--no-serve` only builds.
 */
async function preview(args: readonly string[]): Promise<void> {
  // The settings are read when they are first imported: below.
  process.env['GAZETTEER_PREVIEW'] = 'on';
  const { runBuild } = await import('../press/build-site.ts');
  await runBuild(args.filter((arg) => arg !== '--no-serve'));
  if (process.exitCode !== undefined || args.includes('--no-serve')) return;
  const [{ serveSite }, { machine, site }] = [
    await import('../server/site-server.ts'),
    await import('../site.config.ts'),
  ];
  const { url } = await serveSite({
    dir: site.outDir,
    base: new URL(site.url).pathname,
    port: machine.port,
    host: 'localhost',
  });
  process.stdout.write(
    `The preview of ${site.name} is at ${url} (stop it with Ctrl+C). It is for this machine alone.\n`,
  );
}

await runCommand(() => preview(process.argv.slice(2)));
