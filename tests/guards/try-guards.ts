import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { guards, type Guard } from './guards.ts';

/**
 * Takes every guard away, one at a time, in a copy of the project, and runs the unit tests that must notice:
 * `node src/desk/launch.mjs tests/guards/try-guards.ts`, with words of a guard's name for some of them. Exit code 1 when a guard
 * can go unnoticed.
 */
async function main(wanted: readonly string[]): Promise<void> {
  const chosen = guards.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  const folder = await copyProject();
  let unnoticed = 0;
  try {
    const whole = await runTests(folder, [...new Set(chosen.flatMap(({ tests }) => tests))]);
    if (whole.failed.length > 0)
      throw new Error(`The tests fail with all guards in place:\n${whole.failed.join('\n')}`);
    for (const guard of chosen) {
      const { failed } = await tryWithout(folder, guard);
      if (failed.length === 0) unnoticed += 1;
      const outcome = failed.length === 0 ? 'UNNOTICED' : `${failed.length} red, first: ${failed[0]}`;
      process.stdout.write(`${guard.name} | ${outcome}\n`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${chosen.length} guards taken away, ${unnoticed} unnoticed.\n`);
  process.exitCode = unnoticed > 0 ? 1 : 0;
}

/** Beside the project, since Node runs no TypeScript below `node_modules`. */
async function copyProject(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guards-'));
  const left = new Set(['node_modules', 'dist', '.git', '.astro']);
  await cp('.', folder, { recursive: true, filter: (file) => !left.has(file) });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

async function tryWithout(folder: string, { name, file, from, to, tests }: Guard): Promise<Outcome> {
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

interface Outcome {
  /** Names of the tests that failed, or of the files that could not be run. */
  readonly failed: readonly string[];
}

/** Texts that nothing stops any more may take for ever. */
const mostMs = 180_000;

async function runTests(folder: string, tests: readonly string[]): Promise<Outcome> {
  const outputFile = path.join(folder, 'report.json');
  await rm(outputFile, { force: true });
  const files = tests.map((test) => `tests/unit/${test}.test.ts`);
  const vitest = path.resolve('node_modules/vitest/vitest.mjs');
  const options = [
    '--config',
    'tests/vitest.config.ts',
    '--project',
    'unit',
    '--reporter=json',
    `--outputFile=${outputFile}`,
  ];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...options, ...files], {
    cwd: folder,
    stdio: 'ignore',
    timeout: mostMs,
    killSignal: 'SIGKILL',
  });
  if (status === 0) return { failed: [] };
  if (status === null) return { failed: ['(stopped: without it the tests do not end)'] };
  const { testResults } = JSON.parse(await readFile(outputFile, 'utf8')) as Report;
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter((test) => test.status === 'failed'),
  );
  return { failed: failed.length > 0 ? failed.map(({ fullName }) => fullName) : ['(a test file could not be read)'] };
}

/** As much of Vitest's report as is read here. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

await main(process.argv.slice(2));
