import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { readNowSecondMs } from '../content/clock.ts';
import { withStore } from '../press/plan/with-store.ts';
import { assertClear } from '../press/output/output.ts';
import { startPhases } from '../press/report/phases.ts';
import { prepareEdition } from '../press/plan/prepare.ts';
import { getShardsDir } from '../press/plan/shard-folder.ts';
import type { Settings } from '../core/settings.ts';
import type { Call } from './command.ts';

/**
 * Builds all shards on this machine, one process per core, and merges them. The same commands run on many machines in a
 * CI matrix or any job runner.
 */
export async function runShards({ args }: Call, settings: Settings): Promise<void> {
  const { site } = settings;
  const cores = availableParallelism();
  const count = Number(args[0] ?? cores);
  assertClear({ ...site, outDir: site.outDir });
  assertClear({ ...site, outDir: getShardsDir(site) });
  // Front matter is read once and its errors are reported once, before the shards start.
  const prepared = await withStore(site, (store) =>
    prepareEdition(settings, store, startPhases(), { hasTexts: false, nowMs: readNowSecondMs() }),
  );
  if (!prepared) return;

  const shards = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
  const instant = String(prepared.context.edition.instantMs / 1000);
  const threads = String(Math.max(1, Math.floor(cores / count)));
  const run = async () => {
    for (let shard = shards.shift(); shard !== undefined; shard = shards.shift()) {
      await runAgain(['build', '--shard', shard], { BUILD_THREADS: threads, SOURCE_DATE_EPOCH: instant });
    }
  };
  await Promise.all(Array.from({ length: Math.min(cores, count) }, run));
  if (process.exitCode === undefined) await runAgain(['merge'], {});
}

/** Runs another command of this program. If it fails, its exit code becomes ours. */
async function runAgain(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) process.exitCode = code ?? 1;
}
