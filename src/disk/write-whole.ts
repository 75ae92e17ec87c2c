import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEntry } from './entry.ts';

/**
 * Writes a file completely or not at all. Any number of threads and processes may write the same file at once; the last
 * one wins.
 *
 * @param asideDir a folder on the same disk in which the file is written first; its own without it
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  asideDir = path.dirname(file),
): Promise<void> {
  // A process id would be the same for all threads, and for all calls of one of them.
  const aside = path.join(asideDir, `.${randomUUID()}.tmp`);
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/**
 * Writes a file of a cache completely. Replaces anything in its place, because it can be made again, including a
 * folder, over which no file can be moved.
 */
export async function replaceWhole(file: string, content: string | Uint8Array): Promise<void> {
  if (readEntry(file)?.isDirectory()) await rm(file, { recursive: true, force: true });
  await writeWhole(file, content);
}
