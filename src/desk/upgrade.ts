import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { formatIssues } from '../core/issue-report.ts';
import type { Settings } from '../core/settings.ts';
import { programDir } from '../disk/program-dir.ts';
import { renameKeys } from '../settings/renamed-keys.ts';
import { siteFile } from '../settings/settings.ts';
import type { Call } from './command.ts';

/**
 * Brings a newsroom to this version of the program: writes the new names of keys into its settings, and lists what is
 * left to its editor. With `--check` it changes nothing, and says what is new since the version that the newsroom has
 * installed.
 */
export async function runUpgrade({ options }: Call, { site, issues }: Settings): Promise<void> {
  const keys = issues.filter(({ code }) => code === 'renamed-key');
  const props = issues.filter(({ code }) => code === 'changed-prop');
  const list = (found: typeof issues) => formatIssues(found, path.relative('', site.contentDir));
  if (options.has('check')) {
    const found = [...keys, ...props];
    if (found.length > 0) process.exitCode = 1;
    process.stdout.write(`${await describeVersions()}${list(found) || 'Nothing has to change.\n'}`);
    return;
  }
  if (keys.length > 0) await writeNewNames(path.join(site.contentDir, siteFile));
  const written = keys.length > 0 ? `${list(keys)}\nWritten: the new names, into ${siteFile}.\n` : '';
  const left = props.length > 0 ? `Left to you:\n\n${list(props)}` : '';
  process.stdout.write([written, left].filter(Boolean).join('\n') || 'Nothing has to change.\n');
}

async function writeNewNames(file: string): Promise<void> {
  await writeFile(file, renameKeys(await readFile(file, 'utf8'), siteFile).text);
}

/** Describes the versions of the program that runs and of the one that is installed, and what is new between them. */
async function describeVersions(): Promise<string> {
  const [ours = '', theirs] = await Promise.all([readVersion(programDir), readVersion('node_modules/gazetteer')]);
  const installed = theirs === undefined ? '' : `; the newsroom has ${theirs}`;
  const changes = await readFile(path.join(programDir, '.github/CHANGELOG.md'), 'utf8');
  return `This is version ${ours}${installed}.\n\n${listChanges(changes, theirs ?? ours)}`;
}

async function readVersion(folder: string): Promise<string | undefined> {
  const manifest = await readFile(path.join(folder, 'package.json'), 'utf8').catch(() => '{}');
  const { version }: { version?: string } = JSON.parse(manifest);
  return version;
}

/** Returns the sections of a changelog above that of a version, without the introduction. */
export function listChanges(changelog: string, version: string): string {
  const sections = changelog.split(/^(?=## )/mu).slice(1);
  const end = sections.findIndex((section) => section.startsWith(`## ${version}`));
  return sections.slice(0, end < 0 ? undefined : end).join('');
}
