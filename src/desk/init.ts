import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { stringify } from 'yaml';
import { readNowMs } from '../content/clock.ts';
import { siteSchema } from '../content/schema/site-schema.ts';
import { parseWith } from '../content/yaml/parse-with.ts';
import { toSlug } from '../core/text.ts';
import { programDir } from '../disk/program-dir.ts';
import { writeWithFolders } from '../disk/write-with-folders.ts';
import { interfaceLanguages } from '../i18n/dictionary.ts';
import type { Call } from './command.ts';
import { suggestSlug } from './draft.ts';
import { buildNewsroomFiles, hosts, type Host, type NewsroomInput } from './newsroom-files.ts';

/**
 * Makes a newsroom in a folder: asks on a terminal for everything that the options leave out, writes its files and
 * installs the program. Never overwrites a file.
 */
export async function runInit({ args: [given = ''], options }: Call): Promise<void> {
  const folder = path.resolve(given);
  const set = Object.fromEntries([...options].map(([name, [text = '']]) => [name, text]));
  const input = process.stdin.isTTY ? await askAll(set, path.basename(folder)) : toInput(set, path.basename(folder));
  const problems = checkInput(input);
  if (problems.length > 0) return fail(problems);
  const program = set['program'] ?? findProgramSource();
  const tarball = program.endsWith('.tgz') ? path.resolve(program) : undefined;
  if (tarball !== undefined && !existsSync(tarball)) return fail([`--program: there is no file ${tarball}.`]);
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
  const isInstalled = !options.has('no-install') && install(folder);
  process.stdout.write(explainNext(given, all.length, isInstalled, input.host));
}

function fail(problems: readonly string[]): void {
  process.stderr.write(`${problems.join('\n')}\nNothing was written.\n`);
  process.exitCode = 1;
}

/** The options by name, as they were typed. */
type Given = Readonly<Record<string, string>>;

/** The questions in the order in which they are asked, by the names of their options. */
const questions = {
  name: 'Name of the paper',
  motto: 'Motto, a few words below the name; leave it empty for none',
  language: `Language of the interface, one of ${interfaceLanguages.join(', ')}`,
  'time-zone': 'Time zone',
  address: 'Address where it will be published; leave it empty if you do not know yet',
  host: `Host, one of ${hosts.join(', ')}`,
} as const;

function getDefaults(folderName: string): Readonly<Record<keyof typeof questions, string>> {
  return {
    name: folderName.replace(/[-_]+/gu, ' ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
    motto: '',
    language: 'en',
    'time-zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
    address: '',
    host: 'other',
  };
}

function toInput(given: Given, folderName: string): NewsroomInput {
  const texts = { ...getDefaults(folderName), ...given };
  const { name, motto, language, 'time-zone': timeZone, address, host } = texts;
  return { name, motto, language, timeZone, address, host: host as Host };
}

async function askAll(given: Given, folderName: string): Promise<NewsroomInput> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const defaults = getDefaults(folderName);
  let answers = given;
  for (const [name, label] of Object.entries(questions)) {
    while (answers[name] === undefined) {
      const usual = defaults[name as keyof typeof questions];
      const text = (await terminal.question(usual ? `${label} [${usual}]: ` : `${label}: `)).trim() || usual;
      const problems = checkInput(toInput({ ...answers, [name]: text }, folderName));
      if (problems.length === 0) answers = { ...answers, [name]: text };
      else process.stdout.write(`${problems.join('\n')}\n`);
    }
  }
  terminal.close();
  return toInput(answers, folderName);
}

/** Checks all answers as a check of the newsroom will. Returns every problem. */
export function checkInput({ host, ...input }: NewsroomInput): readonly string[] {
  const { address, motto, ...others } = input;
  const settings = { ...others, ...(motto && { motto }), ...(address && { address }) };
  const { issues } = parseWith(siteSchema, { file: '', yaml: stringify(settings), yamlLine: 1 });
  const problems = issues.map(({ message, hint }) => `${message}${hint && ` ${hint}`}`);
  if (!interfaceLanguages.includes(input.language) && !problems.some((text) => text.includes('language')))
    problems.push(
      `language: the interface is not translated to \`${input.language}\`. Choose one of ${interfaceLanguages.join(', ')}; stories can be in any language.`,
    );
  if (!hosts.includes(host)) problems.push(`host: \`${host}\` is not one of ${hosts.join(', ')}.`);
  return problems;
}

/**
 * Finds how npm can install the program that runs: from the tarball that it was installed from, from its folder if that
 * is not an installed package, or by its version.
 */
function findProgramSource(): string {
  if (path.basename(path.dirname(programDir)) !== 'node_modules') return `file:${programDir}`;
  const modules = path.dirname(programDir);
  const lock = path.join(modules, '.package-lock.json');
  const { packages = {} }: { packages?: Readonly<Record<string, { readonly resolved?: string }>> } = existsSync(lock)
    ? JSON.parse(readFileSync(lock, 'utf8'))
    : {};
  const resolved = packages[`node_modules/${path.basename(programDir)}`]?.resolved ?? '';
  if (resolved.startsWith('file:')) return path.resolve(path.dirname(modules), resolved.slice('file:'.length));
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(programDir, 'package.json'), 'utf8'));
  return `^${version}`;
}

function toDay(epochMs: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Installs the program with npm, from its cache where it can. Returns whether that has worked. */
function install(folder: string): boolean {
  process.stdout.write('Installing the program …\n');
  const args = ['install', '--prefer-offline', '--loglevel=error'];
  // On Windows npm is a script of the shell.
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function explainNext(folder: string, count: number, isInstalled: boolean, host: Host): string {
  const inFolder = folder === '.' ? '' : `  cd ${folder}\n`;
  const hosting = host === 'other' ? '' : `  npx gazetteer host ${host}   # says what is left to do there\n`;
  const installing = isInstalled ? '' : '  npm install\n';
  return `Created a newsroom in ${folder}: ${count} files. Its three sample stories explain how to write.

Next:
${inFolder}${installing}  npm start          # builds the site and serves it; prints the address
  npm run dev        # shows the newsroom while you write
${hosting}`;
}
