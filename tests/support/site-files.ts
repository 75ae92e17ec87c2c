import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Lists the files below a folder, relative to it, sorted. */
export async function listFiles(dir: string, end = ''): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}

/** Reads a text file of a built site. */
export async function readSiteFile(dir: string, file: string): Promise<string> {
  return readFile(path.join(dir, file), 'utf8');
}
