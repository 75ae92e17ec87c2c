import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { hasErrors, type Issue } from '../core/issue.ts';
import type { LocalSite, Settings } from '../core/settings.ts';
import { formatCount } from '../core/text.ts';
import { takeLock } from '../press/output/lock.ts';
import { getLockFile } from '../press/output/output.ts';
import type { Call } from './command.ts';
import { findPinnedNode } from './find-node.mjs';
import { checkProgramFolder } from './program-folder.mjs';

/** One finding about this machine. A warning does not stop a build, a problem does or may. */
export interface Finding {
  readonly subject: string;
  readonly state: 'good' | 'warning' | 'problem';
  readonly text: string;
}

/** Examines this machine and the newsroom. The exit code is 1 when something stops builds. */
export async function runDoctor({ options }: Call, settings: Settings): Promise<void> {
  const findings = await examine(settings, options.has('online'));
  const text = options.has('json') ? `${JSON.stringify({ findings }, undefined, 2)}\n` : formatFindings(findings);
  process.stdout.write(text);
  if (findings.some(({ state }) => state === 'problem')) process.exitCode = 1;
}

async function examine({ site, issues }: Settings, isOnline: boolean): Promise<readonly Finding[]> {
  const { contentDir, outDir, cacheDir } = site;
  const folders = { 'content folder': contentDir, 'output folder': outDir, cache: cacheDir };
  return [
    examineNode(process.version, process.execPath === findPinnedNode()),
    toFinding('program folder', checkProgramFolder(), 'Its path has no sign that tools stumble over.'),
    examineSettings(issues),
    ...Object.entries(folders).map(([name, folder]) => examineAccess(name, folder, name !== 'content folder')),
    ...Object.entries(folders).map(([name, folder]) => examinePath(name, folder)),
    ...Object.entries(folders).map(([name, folder]) => examineDrive(name, readDrive(folder).type)),
    examineSpace(readDrive(outDir).freeBytes),
    examineTimeZones(),
    examineLock(outDir),
    ...(isOnline ? [await examineAddress(site)] : []),
  ].filter((finding) => finding !== undefined);
}

function toFinding(
  subject: string,
  problem: string | undefined,
  good: string,
  state: Finding['state'] = 'problem',
): Finding {
  return problem === undefined ? { subject, state: 'good', text: good } : { subject, state, text: problem };
}

function examineNode(version: string, isPinned: boolean): Finding {
  const cure = `This is Node ${version} of the machine. The pinned one was not installed: \`npm ci --include=optional\` gets the version that is tested.`;
  return toFinding('node', isPinned ? undefined : cure, `${version}, the pinned one.`, 'warning');
}

function examineSettings(issues: readonly Issue[]): Finding {
  const count = formatCount(issues.length, 'problem', 'problems');
  const cure = `${count}: \`npx gazetteer check\` names each with its cure.`;
  return toFinding(
    'settings',
    issues.length > 0 ? cure : undefined,
    'They are valid.',
    hasErrors(issues) ? 'problem' : 'warning',
  );
}

/** Examines whether a folder can be read and written. One that builds make may be missing: then the nearest above it. */
function examineAccess(name: string, folder: string, isWritten: boolean): Finding {
  if (!isWritten && !existsSync(folder)) return toFinding(name, `${folder} does not exist.`, '');
  const at = findExisting(folder);
  try {
    accessSync(at, constants.R_OK | constants.X_OK | (isWritten ? constants.W_OK : 0));
    return toFinding(name, undefined, `${folder} can be ${isWritten ? 'written' : 'read'}.`);
  } catch {
    const verb = isWritten ? 'write to' : 'read';
    return toFinding(name, `This user cannot ${verb} ${at}. Change its permissions or owner.`, '');
  }
}

function findExisting(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : findExisting(path.dirname(folder));
}

/** Windows refuses longer paths unless it is told otherwise. Pages add about a hundred characters. */
const longPath = 150;

/**
 * Examines the form of a path: one for Windows on another system, or a very long one on Windows.
 *
 * @returns undefined if it is usual
 */
export function examinePath(name: string, folder: string, platform: string = process.platform): Finding | undefined {
  if (platform !== 'win32' && /\\|(?:^|\/)[A-Za-z]:/u.test(folder))
    return toFinding(name, `${folder} is written as on Windows. Write its path with \`/\`.`, '');
  if (platform === 'win32' && folder.length > longPath)
    return toFinding(name, `${folder} is so long that Windows may refuse files in it. Move it up.`, '', 'warning');
  return undefined;
}

/** Kinds of file systems that are on other machines, by the numbers of Linux (`man 2 statfs`). */
const networkDrives: ReadonlyMap<number, string> = new Map([
  [0x69_69, 'NFS'],
  [0x51_7b, 'SMB'],
  [0xff_53_4d_42, 'SMB'],
  [0xfe_53_4d_42, 'SMB'],
  [0x01_02_19_97, '9P'],
]);

/** Warns of a network drive. Undefined for other drives. */
export function examineDrive(name: string, type: number): Finding | undefined {
  const kind = networkDrives.get(type);
  const text = `It is on a network drive (${kind}), where locks and times of files can fail. Set CACHE_DIR and OUT_DIR to folders of this machine.`;
  return kind === undefined ? undefined : toFinding(name, text, '', 'warning');
}

function readDrive(folder: string): { readonly type: number; readonly freeBytes: number } {
  const { type, bavail, bsize } = statfsSync(findExisting(folder));
  return { type, freeBytes: bavail * bsize };
}

/** Enough for a few thousand stories with their cards, twice: a new site is complete before the old one goes. */
const neededBytes = 500_000_000;

/** Less than the smallest site and its cache take. */
const leastBytes = 20_000_000;

/** Examines whether the drive of the output has room for a site. */
export function examineSpace(freeBytes: number): Finding {
  const free =
    freeBytes < 1e9 ? `${Math.floor(freeBytes / 1e6)} MB are free.` : `${(freeBytes / 1e9).toFixed(1)} GB are free.`;
  const cure = `${free} A build needs room for a second copy of the site: free some.`;
  const state = freeBytes < leastBytes ? 'problem' : 'warning';
  return toFinding('disk space', freeBytes < neededBytes ? cure : undefined, free, state);
}

/** Examines whether this Node knows time zones and languages: those of some systems know English only. */
function examineTimeZones(): Finding {
  const month = new Intl.DateTimeFormat('ar', { month: 'long', timeZone: 'Africa/Cairo' }).format(0);
  const cure = 'This Node knows no languages but English. Use the pinned one: `npm ci --include=optional`.';
  return toFinding('time zones', month === 'يناير' ? undefined : cure, 'Their data is complete.');
}

function examineLock(outDir: string): Finding {
  const lock = existsSync(getLockFile(outDir)) ? takeLock(getLockFile(outDir)) : { release: () => undefined };
  lock?.release();
  const text = 'Another build is running. Wait for it, or end it: its lock goes with it.';
  return toFinding('lock', lock ? undefined : text, 'No other build is running.', 'warning');
}

/** Milliseconds to wait for the published site. */
const patienceMs = 10_000;

/** Asks the published site for its front page. */
async function examineAddress({ url }: LocalSite): Promise<Finding> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    const problem = status === 200 ? undefined : `${url} answers with ${status}. Has the site been published there?`;
    return toFinding('address', problem, `${url} answers.`, 'warning');
  } catch (error) {
    const reason = error instanceof Error ? String(error.cause ?? error.message) : '';
    return toFinding('address', `${url} cannot be reached: ${reason}.`, '', 'warning');
  }
}

function formatFindings(findings: readonly Finding[]): string {
  const marks = { good: 'ok      ', warning: 'warning ', problem: 'problem ' };
  const lines = findings.map(({ subject, state, text }) => `${marks[state]} ${subject}: ${text}`);
  const bad = findings.filter(({ state }) => state !== 'good').length;
  return `${lines.join('\n')}\n\n${bad === 0 ? 'Everything is fine.' : `${formatCount(bad, 'thing needs', 'things need')} attention.`}\n`;
}
