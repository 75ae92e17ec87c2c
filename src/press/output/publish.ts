import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { readEntry } from '../../disk/entry.ts';
import { listFiles } from '../../disk/list-files.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { BuildRefusal, hasCode } from '../../core/failure.ts';
import { toShown } from './out-dir.ts';
import { toPlainFile } from './packed-files.ts';
import { formatMark, readMark, siteMark } from './site-mark.ts';

/**
 * The staging folder, to which a build writes before it changes the site. It is in the site's own folder, so that a
 * rename is enough on any disk.
 */
const asideName = '.gazetteer-next';

/** Returns the staging folder of a build. */
export function getStagingDir(outDir: string): string {
  return path.join(outDir, asideName, 'site');
}

/** Removes the staging folder. */
export function removeStaged(outDir: string): void {
  rmSync(path.join(outDir, asideName), { recursive: true, force: true });
}

/** The changes that publishing makes to a site. Files are relative to it, with `/`. */
export interface Plan {
  /** All files of the new site. */
  readonly files: readonly string[];
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Compares the staged files with the site. Unchanged files are not written again.
 *
 * @param owned the files of the site that builds have made: no other is ever touched
 * @param isKept tells which of them stay though they were not written aside
 * @throws a refusal when somebody else's file is in the way
 */
export async function planPublishing(
  outDir: string,
  owned: readonly string[],
  isKept: (file: string) => boolean,
): Promise<Plan> {
  const ours = new Set(owned);
  const staging = getStagingDir(outDir);
  const staged = listFiles(staging);
  const files = [...new Set([...staged, ...owned.filter(isKept)])].sort();
  const whole = new Set(files);
  const removed = owned.filter((file) => !whole.has(file));
  assertOwnFolders(outDir, [...staged, ...removed], ours);
  const same = new Set(staged.filter((file) => isSame(path.join(staging, file), path.join(outDir, file))));
  const written = staged.filter((file) => !same.has(file));
  assertFree(outDir, written, ours);
  for (const file of same) unlinkSync(path.join(staging, file));
  return { files, written, removed };
}

/**
 * Replaces the site's files with the staged ones, each complete at every moment. The plan is on disk from the first to
 * the last step, so that the next build, or `serve`, can finish what was interrupted.
 */
export async function publish(outDir: string, owned: readonly string[], { files }: Plan): Promise<void> {
  const before = new Set([...owned, ...files]);
  // A file must be recorded as ours before it exists.
  if (before.size > owned.length || !existsSync(path.join(outDir, siteMark))) await writeMark(outDir, siteMark, before);
  if (before.size === files.length) copyMark(outDir);
  else await writeMark(outDir, path.join(asideName, siteMark), files);
  moveStaged(outDir, [...before], files);
  removeStaged(outDir);
}

/**
 * Moves the staged files over those of the site, which must have them all already.
 *
 * @param owned the files of the site that builds have made
 * @returns the files
 * @throws a refusal when somebody else's file is in the way
 */
export function publishOver(outDir: string, owned: Files): readonly string[] {
  const staging = getStagingDir(outDir);
  const staged = listFiles(staging);
  assertOwnFolders(outDir, staged, owned);
  assertFree(outDir, staged, owned);
  // The same files as before: whoever finishes this after an interruption moves the rest.
  copyMark(outDir);
  moveFiles(outDir, staged);
  rmSync(path.join(outDir, asideName, siteMark));
  return staged;
}

/** Finishes the publishing of a site if it has begun, otherwise removes the staged files. */
export function finishPublishing(outDir: string): void {
  const after = isHalfPublished(outDir) ? readMark(path.join(outDir, asideName, siteMark)) : undefined;
  const before = after && readMark(path.join(outDir, siteMark));
  if (before && after) moveStaged(outDir, before, after);
  removeStaged(outDir);
}

/** Moves the staged files into the site, removes those that it no longer has, and marks it. */
function moveStaged(outDir: string, before: readonly string[], after: readonly string[]): void {
  const staging = getStagingDir(outDir);
  const whole = new Set(after);
  const gone = before.filter((file) => !whole.has(file));
  clearFolders(outDir, gone, listFiles(staging));
  if (before.length === after.length && !existsSync(path.join(outDir, 'index.html'))) moveWhole(staging, outDir);
  moveFiles(outDir, listFiles(staging));
  for (const file of gone) removeFile(outDir, file);
  renameSync(path.join(outDir, asideName, siteMark), path.join(outDir, siteMark));
}

/** Returns whether a build was stopped while it was publishing. */
export function isHalfPublished(outDir: string): boolean {
  return existsSync(path.join(outDir, asideName, siteMark));
}

function moveFiles(outDir: string, staged: readonly string[]): void {
  const staging = getStagingDir(outDir);
  for (const file of staged.toSorted(comparePublished)) moveFile(path.join(staging, file), path.join(outDir, file));
}

/** A page must not refer to a style sheet or a part of the index that does not exist yet. */
function comparePublished(a: string, b: string): number {
  return toTurn(a) - toTurn(b) || (a < b ? -1 : 1);
}

function toTurn(file: string): number {
  if (toPlainFile(file).endsWith('.html')) return 2;
  return file.endsWith('/pagefind-entry.json') ? 1 : 0;
}

function isSame(from: string, to: string): boolean {
  const there = readEntry(to);
  return there?.isFile() === true && there.size === statSync(from).size && readFileSync(from).equals(readFileSync(to));
}

/** A set of files, of which only the membership counts. */
type Files = Pick<ReadonlySet<string>, 'has'>;

function assertFree(outDir: string, files: readonly string[], ours: Files): void {
  const foreign = files.find((file) => isInTheWay(outDir, file, ours));
  if (foreign !== undefined) throw refuse(outDir, foreign, 'was not made by Gazetteer');
}

/** Returns whether somebody else's folder, link or file is where a file has to be written. */
function isInTheWay(outDir: string, file: string, ours: Files): boolean {
  const there = readEntry(path.join(outDir, file));
  return there !== undefined && (there.isDirectory() || !ours.has(file));
}

/** Through a symbolic link we would write to, and remove from, a folder outside the site. */
function assertOwnFolders(outDir: string, files: readonly string[], ours: Files): void {
  for (const folder of listFolders(files)) {
    const there = readEntry(path.join(outDir, folder));
    if (there?.isSymbolicLink()) throw refuse(outDir, folder, 'is a symbolic link');
    if (there && !there.isDirectory() && !ours.has(folder)) throw refuse(outDir, folder, 'was not made by Gazetteer');
  }
}

/** Lists the folders of some files, and the folders above them, outer ones first. */
export function listFolders(files: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const file of files) {
    for (let at = path.posix.dirname(file); at !== '.' && !folders.has(at); at = path.posix.dirname(at))
      folders.add(at);
  }
  return [...folders].sort();
}

function refuse(outDir: string, file: string, why: string): BuildRefusal {
  const shown = toShown(path.join(outDir, file));
  return new BuildRefusal(`\`${shown}\` ${why}, but the site needs that path. Move it away, then build again.`);
}

/** The old site may have a file where the new one has a folder. */
function clearFolders(outDir: string, gone: readonly string[], written: readonly string[]): void {
  const folders = new Set(listFolders(written));
  for (const file of gone) if (folders.has(file)) rmSync(path.join(outDir, file), { force: true });
}

/** Nobody reads a site that has no front page yet, so its folders need no order. */
function moveWhole(staging: string, outDir: string): void {
  for (const name of existsSync(staging) ? readdirSync(staging) : []) {
    if (!existsSync(path.join(outDir, name))) renameSync(path.join(staging, name), path.join(outDir, name));
  }
}

function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (hasCode(error, 'EXDEV')) copyWhole(from, to);
    else if (hasCode(error, 'ENOENT') && existsSync(from)) {
      mkdirSync(path.dirname(to), { recursive: true });
      renameSync(from, to);
    } else if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** Used where another disk is mounted within the site. */
function copyWhole(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(from, `${to}.gazetteer`);
  renameSync(`${to}.gazetteer`, to);
}

/** Removes a file and any folders that this leaves empty. */
function removeFile(outDir: string, file: string): void {
  const full = path.join(outDir, file);
  const there = readEntry(full);
  if (there?.isDirectory()) return;
  if (there) unlinkSync(full);
  for (let folder = path.dirname(full); folder !== outDir; folder = path.dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** Copies the mark of a site, as that of one with the same files. It is there completely or not at all. */
function copyMark(outDir: string): void {
  const copy = path.join(outDir, asideName, 'copy');
  mkdirSync(path.dirname(copy), { recursive: true });
  copyFileSync(path.join(outDir, siteMark), copy);
  renameSync(copy, path.join(outDir, asideName, siteMark));
}

async function writeMark(outDir: string, mark: string, files: Iterable<string>): Promise<void> {
  const aside = path.join(outDir, asideName);
  mkdirSync(aside, { recursive: true });
  await writeWhole(path.join(outDir, mark), formatMark(new Set(files)), aside);
}
