import process from 'node:process';
import { hasErrors } from '../core/issue.ts';
import type { Settings } from '../core/settings.ts';
import { programDir } from '../disk/program-dir.ts';
import { assertProgramWritable } from '../press/output/output.ts';
import { formatForTerminal } from '../press/report/report.ts';
import { shareSettings } from '../settings/shared-settings.ts';
import { readSettings, siteFile, themeFolder } from '../settings/settings.ts';
import { hasCode } from '../core/failure.ts';
import { toPort, type Call } from './command.ts';
import { watchPreview } from './preview.ts';
import { watchFolder } from './watch-folder.ts';

/**
 * Starts the authoring server and leaves it running. It restarts when `site.yaml` or the newsroom's face changes.
 * Without Astro, a preview is built after every save instead. Astro's own command may do more: if it believes that an agent called it, it continues in the background.
 */
export async function runDev({ options }: Call, settings: Settings): Promise<void> {
  const [host] = options.get('host') ?? [];
  const dev = await importServer();
  if (!dev) return watchPreview(options, await readSettings(undefined, true));
  assertProgramWritable();
  let running: Awaited<ReturnType<typeof dev>> | undefined;
  const start = (current: Settings, port: number, open = false) => {
    shareSettings(current);
    return dev({ root: programDir, server: { port, open, ...(host && { host }) } });
  };
  const startAgain = async () => {
    const port = toPort(options) ?? settings.machine.port;
    if (!running) return void (running = await start(settings, port, options.has('open')));
    const changed = await readSettings();
    if (!isRight(changed)) return;
    // Astro's restart in place would leave the content unwatched.
    const { address, stop } = running;
    await stop();
    running = await start(changed, address.port);
  };
  await watchFolder(settings.site.contentDir, startAgain, { only: [siteFile, themeFolder] });
}

/** Loads Astro's server. Undefined in a newsroom that has not installed Astro, which is optional. */
async function importServer() {
  try {
    return (await import('astro')).dev;
  } catch (error) {
    if (hasCode(error, 'ERR_MODULE_NOT_FOUND')) return undefined;
    throw error;
  }
}

/** Returns whether changed settings are right, and prints what is wrong with them. */
function isRight({ issues, site }: Settings): boolean {
  if (!hasErrors(issues)) return true;
  process.stderr.write(
    `${formatForTerminal(issues, site.contentDir)}\nThe site keeps its old settings until these are correct.\n`,
  );
  return false;
}
