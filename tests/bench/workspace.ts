import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { ArchiveSize } from './options.ts';

/** The folder of all measurements. */
const root = path.resolve('node_modules/.cache/bench');

/** The file of results, which is kept. */
export const resultsFile = path.join(root, 'results.json');

/**
 * On ext4, files are created up to 20 times slower while inodes are free that were deleted in the last five minutes
 * (`recently_deleted()` in the kernel's fs/ext4/ialloc.c). So nothing is deleted before everything has been measured,
 * and a bench waits for this long after whatever was deleted by the one before it.
 */
const settlingMs = 310_000;

/**
 * Makes an empty folder to measure in: `2026-11-25T01-21-43`. Removes what a bench that was stopped has left, and waits
 * until no removal can be felt any more.
 */
export async function openWorkspace({ isWaiting }: { readonly isWaiting: boolean }): Promise<string> {
  const isFirst = (await mkdir(root, { recursive: true })) !== undefined;
  const leftovers = (await readdir(root)).filter((name) => name !== path.basename(resultsFile));
  for (const name of leftovers) {
    process.stdout.write(`Removing ${name}, which a stopped bench has left …\n`);
    await closeWorkspace(path.join(root, name));
  }
  if (leftovers.length > 0) syncDisk();
  // The folder's time is that of the last removal in it.
  const restMs = (await stat(root)).mtimeMs + settlingMs - Date.now();
  if (!isFirst && isWaiting && restMs > 0) {
    process.stdout.write(`Waiting ${Math.ceil(restMs / 1000)} s: files were deleted, which slows down new ones …\n`);
    await wait(restMs);
  }
  const folder = path.join(root, new Date().toISOString().slice(0, 19).replaceAll(':', '-'));
  await mkdir(folder);
  return folder;
}

/** Returns the folder of one run of a tool. Nothing exists below it yet. */
export function getRunDir(workspace: string, size: ArchiveSize, run: number, tool: string): string {
  return path.join(workspace, String(size), `run-${run}`, tool);
}

/** Removes a workspace. */
export async function closeWorkspace(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Flushes pending writes to disk, so that the next measurement does not pay for them. */
export function syncDisk(): void {
  execFileSync('sync');
}
