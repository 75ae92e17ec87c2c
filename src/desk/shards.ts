import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { runCommand } from './run-command.ts';
import { withStore } from '../press/plan/memory.ts';
import { assertClear } from '../press/output/output.ts';
import { startPhases } from '../press/report/phases.ts';
import { prepareEdition } from '../press/plan/prepare.ts';
import { reportSettings } from '../press/settings.ts';
import { getShardsDir } from '../press/plan/shard-folder.ts';
import { site } from '../site.config.ts';

const buildScript = new URL('./build.ts', import.meta.url);
const mergeScript = new URL('./merge.ts', import.meta.url);

/**
 * Builds all shards on this machine, one process for each core, and merges them: `npm run build:shards -- 4`. What runs here is
 * what a CI matrix or any job runner runs on many machines.
 */
async function buildShards(): Promise<void> {
  if (!reportSettings()) return;
  const cores = availableParallelism();
  const count = Number(process.argv[2] ?? cores);
  if (!Number.isInteger(count) || count < 1) throw new Error(`\`${process.argv[2]}\` is no number of shards.`);

  assertClear({ ...site, outDir: site.outDir });
  assertClear({ ...site, outDir: getShardsDir() });
  // Front matter is read once and every mistake in it said once, before the shards start from it.
  const prepared = await withStore((store) => prepareEdition(store, startPhases(), false));
  if (!prepared) return;

  const shards = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
  const threads = String(Math.max(1, Math.floor(cores / count)));
  const run = async () => {
    for (let shard = shards.shift(); shard !== undefined; shard = shards.shift()) {
      await runScript(buildScript, ['--shard', shard], { BUILD_THREADS: threads });
    }
  };
  await Promise.all(Array.from({ length: Math.min(cores, count) }, run));
  if (process.exitCode === undefined) await runScript(mergeScript, [], {});
}

/** Runs a script beside this one; one that fails leaves its exit code here. */
async function runScript(script: URL, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) process.exitCode = code ?? 1;
}

await runCommand(buildShards);
