import process from 'node:process';
import { addressesFolder } from '../content/addresses.ts';
import { readNowMs } from '../content/clock.ts';
import { BuildRefusal } from '../core/failure.ts';
import type { Settings } from '../core/settings.ts';
import { buildSite, type Built } from '../press/build-site.ts';
import { createMemory, type Memory } from '../press/memory.ts';
import { parseShard } from '../press/plan/shard-plan.ts';
import { reportSettings } from '../press/settings.ts';
import { readSettings } from '../settings/settings.ts';
import type { Call } from './command.ts';
import { runCommand } from './run-command.ts';
import { watchFolder } from './watch-folder.ts';

/** Builds the site or one of its shards, once or after every change. */
export async function runBuild({ options }: Call, settings: Settings): Promise<void> {
  const [shard] = options.get('shard') ?? [];
  const isWatching = options.has('watch');
  if (isWatching && shard !== undefined)
    throw new BuildRefusal('Use either `--watch` or `--shard`. Nothing was built.');
  const build = (current: Settings, memory?: Memory) =>
    buildSite(current, {
      memory,
      shard: shard === undefined ? undefined : parseShard(shard),
      changedFile: options.get('changed')?.[0],
      dueFile: options.get('due')?.[0],
    });
  if (isWatching) await watchNewsroom(settings, build);
  else await build(settings);
}

/** Milliseconds after the last change at which a build begins. */
const settlingMs = 50;

/** Builds after every change of the newsroom, and when a story is due. Never ends. */
async function watchNewsroom(
  settings: Settings,
  build: (current: Settings, memory: Memory) => Promise<Built | undefined>,
): Promise<void> {
  let isFirst = true;
  let memory = createMemory(settings.site);
  let remembered = JSON.stringify(settings);
  const buildAgain = async (): Promise<number | undefined> => {
    process.exitCode = 0;
    const current = isFirst ? settings : await readSettings();
    isFirst = false;
    if (!reportSettings(current)) return undefined;
    if (JSON.stringify(current) !== remembered) {
      await memory.close();
      memory = createMemory(current.site);
      remembered = JSON.stringify(current);
    }
    let built: Built | undefined;
    await runCommand(async () => {
      built = await build(current, memory);
    }, 'Nothing was built. The existing site is unchanged.\n');
    process.stdout.write('Waiting for changes (stop with Ctrl+C) …\n');
    return built?.dueMs === undefined ? undefined : Math.max(0, built.dueMs - readNowMs());
  };
  // A build adds new addresses to their lists.
  await watchFolder(settings.site.contentDir, buildAgain, { except: addressesFolder, settlingMs });
}
