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
import { openKnownContent } from './known-content.ts';
import { runCommand } from './run-command.ts';
import { watchFolder, type ChangedNames } from './watch-folder.ts';

/** Builds the site or one of its shards, once or after every change. */
export async function runBuild({ options }: Call, settings: Settings): Promise<void> {
  const [shard] = options.get('shard') ?? [];
  const isWatching = options.has('watch');
  if (isWatching && shard !== undefined)
    throw new BuildRefusal('Use either `--watch` or `--shard`. Nothing was built.');
  const build: Build = (current, memory, edited) =>
    buildSite(current, {
      memory,
      edited,
      shard: shard === undefined ? undefined : parseShard(shard),
      changedFile: options.get('changed')?.[0],
      dueFile: options.get('due')?.[0],
    });
  if (isWatching) await watchNewsroom(settings, build);
  else await build(settings);
}

/** Builds with what earlier builds remember, after some stories were edited or if any file may have changed. */
type Build = (current: Settings, memory?: Memory, edited?: readonly string[]) => Promise<Built | undefined>;

/** Milliseconds after the last change at which a build begins. */
const settlingMs = 25;

/** Milliseconds without changes after which every file is looked at, in case the system has missed one. */
const lookMs = 30_000;

/** Builds after every change of the newsroom, and when a story is due. Never ends. */
export async function watchNewsroom(settings: Settings, build: Build): Promise<void> {
  let isFirst = true;
  // Undefined after a build that has failed: then any file may be newer than the site.
  let built: Built | undefined;
  let memory = createMemory(settings.site);
  let remembered = JSON.stringify(settings);
  const content = openKnownContent(settings.site.contentDir);
  const getNextMs = () => Math.min(lookMs, Math.max(0, (built?.dueMs ?? Infinity) - readNowMs()));
  const buildAgain = async (changed: ChangedNames): Promise<number> => {
    const named = changed && content.listEdited(changed);
    const edited = built && named;
    const hasMissed = edited === undefined && content.look();
    const isNeeded = edited ? edited.length > 0 : isFirst || hasMissed || changed !== undefined || getNextMs() === 0;
    if (!isNeeded) return getNextMs();
    process.exitCode = 0;
    const current = isFirst ? settings : await readSettings(undefined, settings.site.isPreview);
    isFirst = false;
    built = undefined;
    if (!reportSettings(current)) return getNextMs();
    if (JSON.stringify(current) !== remembered) {
      await memory.close();
      memory = createMemory(current.site);
      remembered = JSON.stringify(current);
    }
    await runCommand(async () => {
      built = await build(current, memory, edited);
    }, 'Nothing was built. The existing site is unchanged.\n');
    process.stdout.write('Waiting for changes (stop with Ctrl+C) …\n');
    return getNextMs();
  };
  // A build adds new addresses to their lists.
  await watchFolder(settings.site.contentDir, buildAgain, { except: addressesFolder, settlingMs });
}
