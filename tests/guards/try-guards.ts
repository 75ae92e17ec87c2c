import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { guards, type Guard } from './guards.ts';

/**
 * Disables every guard, one at a time, in copies of the project, and runs the unit tests that must fail then: `node
 * src/desk/launch.mjs tests/guards/try-guards.ts`. Words select the guards whose names contain one of them. `--share
 * 2/4` takes every fourth, starting with the second; `--share today/4` takes another share each day. The exit code is 1
 * if no test notices a missing guard.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { share: { type: 'string' } } });
  const named = guards.filter(
    ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
  );
  const chosen = takeShare(named, values.share ?? '1/1');
  const folders = await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), chosen.length) }, copyProject),
  );
  try {
    await expectWhole(folders[0] ?? '', chosen);
    const unnoticed = await tryAll(folders, chosen);
    process.stdout.write(`${chosen.length} of ${guards.length} guards taken away, ${unnoticed} unnoticed.\n`);
    process.exitCode = unnoticed > 0 ? 1 : 0;
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}

/** Selects one share of the guards. Each day has the next one. */
function takeShare(all: readonly Guard[], share: string): readonly Guard[] {
  const [, which = '', count = ''] = /^(today|\d+)\/(\d+)$/u.exec(share) ?? [];
  const shares = Number(count);
  const number = which === 'today' ? 1 + (Math.floor(Date.now() / 86_400_000) % shares) : Number(which);
  if (!(number >= 1 && number <= shares)) throw new Error(`“${share}” is no share: write 1/4, 2/4 … or today/4.`);
  if (shares > 1) process.stdout.write(`Share ${number} of ${shares} of the guards.\n`);
  return all.filter((_, index) => index % shares === number - 1);
}

/** Copies the project outside `node_modules`, below which Node runs no TypeScript. */
async function copyProject(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guards-'));
  const left = new Set(['node_modules', 'dist', '.git', '.astro']);
  await cp('.', folder, { recursive: true, filter: (file) => !left.has(file) });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** @throws when the tests fail with all guards in place */
async function expectWhole(folder: string, chosen: readonly Guard[]): Promise<void> {
  const failed = await runTests(folder, [...new Set(chosen.flatMap(({ tests }) => tests))]);
  if (failed !== undefined) throw new Error(`The tests fail with all guards in place: ${failed}`);
}

/** Tries guards in all copies at once. Returns how many no test noticed. */
async function tryAll(folders: readonly string[], chosen: readonly Guard[]): Promise<number> {
  const waiting = [...chosen];
  let unnoticed = 0;
  const work = async (folder: string) => {
    for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
      const failed = await tryWithout(folder, guard);
      if (failed === undefined) unnoticed += 1;
      process.stdout.write(`${guard.name} | ${failed === undefined ? 'UNNOTICED' : `red: ${failed}`}\n`);
    }
  };
  await Promise.all(folders.map(work));
  return unnoticed;
}

async function tryWithout(folder: string, { name, file, from, to, tests }: Guard): Promise<string | undefined> {
  const full = path.join(folder, file);
  const text = await readFile(full, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`“${name}”: ${file} does not have it exactly once: ${from}`);
  await writeFile(
    full,
    text.replace(from, () => to),
  );
  try {
    return await runTests(folder, tests);
  } finally {
    await writeFile(full, text);
  }
}

/** Milliseconds after which a test counts as hanging: without a guard, a text may take for ever. */
const maxMs = 90_000;

/** Runs tests until one fails and returns its name. Undefined if none fails. */
async function runTests(folder: string, tests: readonly string[]): Promise<string | undefined> {
  const outputFile = path.join(folder, 'report.json');
  await rm(outputFile, { force: true });
  const files = tests.map((test) => `tests/unit/${test}.test.ts`);
  const vitest = path.resolve('node_modules/vitest/vitest.mjs');
  const chosen = ['--config', 'tests/vitest.config.ts', '--project', 'unit', '--bail=1', '--maxWorkers=1'];
  const report = ['--reporter=json', `--outputFile=${outputFile}`];
  const child = spawn(process.execPath, [vitest, 'run', ...chosen, ...report, ...files], {
    cwd: folder,
    stdio: 'ignore',
    timeout: maxMs,
    killSignal: 'SIGKILL',
  });
  const [status] = await once(child, 'close');
  if (status === 0) return undefined;
  if (status === null) return '(stopped: without it the tests do not end)';
  const { testResults } = JSON.parse(await readFile(outputFile, 'utf8')) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  return results.find((test) => test.status === 'failed')?.fullName ?? '(a test file could not be read)';
}

/** The part of Vitest's report that is read here. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

await main();
