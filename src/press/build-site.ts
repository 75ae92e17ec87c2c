import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { readNowSecondMs } from '../content/clock.ts';
import { lookAtContent } from '../content/text/content-stamp.ts';
import type { LocalSite, Settings } from '../core/settings.ts';
import { getBuildStateFile } from '../disk/cache-dir.ts';
import type { BuildTask } from './build-changed.ts';
import type { Memory } from './memory.ts';
import { assertNoteFile } from './output/note-file.ts';
import { openOutput, type Output } from './output/output.ts';
import { listSpoilt, openBuildState } from './plan/build-state.ts';
import { recallEnding, type Done, type Ending } from './plan/ending.ts';
import { readProgramFingerprint } from './plan/fingerprint.ts';
import type { Shard } from './plan/shard-plan.ts';
import { startSiteLook } from './plan/site-look.ts';
import { startPhases, type Phases } from './report/phases.ts';
import { formatBuilt } from './report/report.ts';

/** The files that a build writes besides the site. */
export interface BuildOptions {
  /** The shard to build, into its own folder (see `merge.ts`). */
  readonly shard?: Shard | undefined;
  /** The file for the addresses of all pages that changed. */
  readonly changedFile?: string | undefined;
  /** The file for the instant at which the next build is due. */
  readonly dueFile?: string | undefined;
  /** The memory of a process that builds more than once. */
  readonly memory?: Memory | undefined;
  /** The files that have changed since its last build, relative to the content folder. Undefined if unknown. */
  readonly edited?: readonly string[] | undefined;
}

/** The result of a build without errors. */
export interface Built {
  /** When the next build is due, in milliseconds since 1970. Undefined if no story is waiting. */
  readonly dueMs: number | undefined;
}

/**
 * Builds the site. Pages are written to a staging folder and moved at the end, so that a build that fails or is stopped
 * leaves the old site unchanged.
 *
 * @returns undefined when there are errors, which were printed
 */
export async function buildSite(
  settings: Settings,
  { shard, changedFile, dueFile, memory, edited }: BuildOptions = {},
): Promise<Built | undefined> {
  const { site } = settings;
  assertNoteFile('changed', changedFile, site.contentDir);
  assertNoteFile('due', dueFile, site.contentDir);
  const done = shard ? await buildOneShard(settings, shard) : await buildWhole(settings, memory, edited);
  if (!done) return undefined;
  process.stdout.write(done.ending.notes);
  if (changedFile !== undefined && done.changed) await writeFile(changedFile, done.changed.join(''));
  const { due } = done.ending;
  if (dueFile !== undefined) await writeFile(dueFile, due && `${due}\n`);
  return { dueMs: due === '' ? undefined : Date.parse(due) };
}

async function buildWhole(
  settings: Settings,
  memory: Memory | undefined,
  edited: readonly string[] | undefined,
): Promise<Done | undefined> {
  const { site } = settings;
  const output = await openSiteOutput(site);
  const phases = startPhases();
  try {
    // What is published must not change while the build runs.
    const nowMs = readNowSecondMs();
    const program = readProgramFingerprint(site);
    // A process that builds again reads all of it once, and is then told what changes.
    if (memory) {
      const start = { program, nowMs, stats: new Map() };
      const task = { output, start, lookAtSite: () => startSiteLook(site)(), memory };
      return await buildAgain(settings, task, edited, phases);
    }
    const lookAtSite = startSiteLook(site);
    const start = { program, nowMs, stats: await phases.time('look', () => lookAtContent(site.contentDir)) };
    const ending = await phases.time('compare', () => recallEnding(site, start, lookAtSite));
    if (ending) return endUnchanged(site, ending, phases);
    // Loading the rest of the program takes longer than all of this.
    const { buildChanged } = await import('./build-changed.ts');
    return await buildChanged(settings, { output, start, lookAtSite, memory }, phases);
  } finally {
    output.release();
  }
}

async function buildAgain(
  settings: Settings,
  task: BuildTask,
  edited: readonly string[] | undefined,
  phases: Phases,
): Promise<Done | undefined> {
  const { buildChanged } = await import('./build-changed.ts');
  const { buildEdited } = await import('./build-edited.ts');
  return (edited && (await buildEdited(settings, task, edited, phases))) ?? buildChanged(settings, task, phases);
}

function endUnchanged(site: LocalSite, ending: Ending, phases: Phases): Done {
  process.stdout.write(formatBuilt(site, ending, { written: 0, removed: 0 }, phases));
  return { ending, changed: [] };
}

async function buildOneShard(settings: Settings, shard: Shard): Promise<Done | undefined> {
  const { openShard } = await import('./plan/shard-folder.ts');
  const folder = await openShard(settings.site, shard);
  try {
    const { buildShard } = await import('./shard.ts');
    return await buildShard(settings, folder, startPhases());
  } finally {
    folder.release();
  }
}

/** Opens the folder of the site. If its mark is lost, the state of the last build tells which files are ours. */
export function openSiteOutput(site: LocalSite): Promise<Output> {
  return openOutput(site, async () => {
    const last = await openBuildState(getBuildStateFile(site)).read(site.outDir);
    const spoilt = last && listSpoilt(last);
    return [...(last?.files.keys() ?? [])].filter((file) => !spoilt?.has(file));
  });
}
