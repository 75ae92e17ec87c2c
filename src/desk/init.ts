import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { readNowMs } from '../content/clock.ts';
import { toSlug } from '../core/text.ts';
import { writeWithFolders } from '../disk/write-with-folders.ts';
import type { Call } from './command.ts';
import { suggestSlug } from './draft.ts';
import { askAll, checkInput, toInput } from './init-answers.ts';
import { copyInstalledProgram, findProgramSource } from './installed-program.ts';
import { buildNewsroomFiles, type Host } from './newsroom-files.ts';
import { checkProgramFolder } from './program-folder.mjs';
import { talk } from './terminal.ts';

/**
 * Makes a newsroom in a folder: asks on a terminal for everything that the options leave out, writes its files and
 * installs the program. Never overwrites a file.
 */
export async function runInit({ args: [given = ''], options }: Call): Promise<void> {
  const folder = path.resolve(given);
  const set = Object.fromEntries([...options].map(([name, [text = '']]) => [name, text]));
  const name = path.basename(folder);
  // The program will be installed there.
  const unusable = checkProgramFolder(folder);
  if (unusable !== undefined) return fail([unusable]);
  const input = process.stdin.isTTY ? await talk((terminal) => askAll(set, name, terminal)) : toInput(set, name);
  if (!input) return fail(['\nStopped.']);
  const problems = checkInput(input);
  if (problems.length > 0) return fail(problems);
  const program = set['program'] ?? findProgramSource();
  const tarball = program.endsWith('.tgz') ? path.resolve(program) : undefined;
  if (tarball !== undefined && !existsSync(tarball)) return fail([`--program: ${tarball} does not exist.`]);
  const files = buildNewsroomFiles(input, {
    today: toDay(readNowMs(), input.timeZone),
    packageName: suggestSlug(input.name) || toSlug(path.basename(folder)) || 'newsroom',
    // The newsroom keeps the tarball, or else it could not be installed anywhere else.
    program: tarball === undefined ? program : `file:${path.basename(tarball)}`,
  });
  const all = [...files.keys(), ...(tarball === undefined ? [] : [path.basename(tarball)])];
  const taken = all.filter((file) => existsSync(path.join(folder, file)));
  if (taken.length > 0) return fail(taken.map((file) => `There is already a file ${path.join(given, file)}.`));
  const isNew = !existsSync(folder);
  try {
    for (const [file, text] of files) writeWithFolders(path.join(folder, file), text);
    if (tarball !== undefined) copyFileSync(tarball, path.join(folder, path.basename(tarball)));
  } catch (error) {
    // Half a newsroom would be in the way of the next attempt.
    const written = isNew ? [''] : all.filter((file) => existsSync(path.join(folder, file)));
    for (const file of written) rmSync(path.join(folder, file), { recursive: true, force: true });
    throw error;
  }
  const isInstalled =
    !options.has('no-install') && ((!set['program'] && copyInstalledProgram(folder)) || install(folder));
  process.stdout.write(explainNext(given, all.length, isInstalled, input.host));
}

function fail(problems: readonly string[]): void {
  process.stderr.write(`${problems.join('\n')}\nNothing was written.\n`);
  process.exitCode = 1;
}

function toDay(epochMs: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Installs the program with npm, from its cache where it can. Returns whether that worked. */
function install(folder: string): boolean {
  process.stdout.write('Installing the program …\n');
  const args = ['install', '--prefer-offline', '--loglevel=error'];
  // On Windows npm is a script of the shell.
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function explainNext(folder: string, count: number, isInstalled: boolean, host: Host): string {
  const inFolder = folder === '.' ? '' : `  cd ${/\s/u.test(folder) ? `"${folder}"` : folder}\n`;
  const hosting = host === 'other' ? '' : `  npx gazetteer host ${host}   # says what is left to do there\n`;
  const installing = isInstalled ? '' : '  npm install\n';
  return `Created a newsroom in ${folder}: ${count} files. Its three sample stories explain how to write.

Next:
${inFolder}${installing}  npm start          # builds the site and serves it; prints the address
  npm run dev        # shows the newsroom while you write
${hosting}`;
}
