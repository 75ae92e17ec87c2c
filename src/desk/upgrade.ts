import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Settings } from '../core/settings.ts';
import { formatIssues } from '../core/issue-report.ts';
import { programDir } from '../disk/program-dir.ts';
import { siteFile } from '../settings/settings.ts';
import { renameKeys } from '../settings/renamed-keys.ts';
import type { Call } from './command.ts';

/**
 * Brings the settings of a newsroom to this version of the program: writes the new names of keys. With `--check` it
 * changes nothing, and says what is new since the version that the newsroom has installed.
 */
export async function runUpgrade({ options }: Call, { site }: Settings): Promise<void> {
  const file = path.join(site.contentDir, siteFile);
  const before = await readFile(file, 'utf8').catch(() => '');
  const { text, issues } = renameKeys(before, siteFile);
  if (!options.has('check')) {
    if (text !== before) await writeFile(file, text);
    const done = issues.map(({ message }) => `${message}\n`).join('');
    process.stdout.write(`${done}${text === before ? 'Nothing has to change.' : `Written: ${siteFile}.`}\n`);
    return;
  }
  const [ours, theirs] = await Promise.all([readVersion(programDir), readVersion('node_modules/gazetteer')]);
  const changes = await readFile(path.join(programDir, '.github/CHANGELOG.md'), 'utf8');
  const versions =
    theirs === undefined ? `This is version ${ours}.` : `This is version ${ours}; the newsroom has ${theirs}.`;
  const found = issues.length === 0 ? 'Nothing has to change in site.yaml.' : formatIssues(issues, site.contentDir);
  process.stdout.write(`${versions}\n\n${listChanges(changes, theirs ?? ours ?? '')}${found}\n`);
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
