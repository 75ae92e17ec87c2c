import { readdirSync, statSync } from 'node:fs';
import { link, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Fills a folder with hard links to the files of another. Files added to it are invisible elsewhere, and nothing needs
 * to be deleted afterwards. Files in it must not be written to.
 */
export async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    await (entry.isDirectory() ? linkFolder(source, target) : link(source, target));
  }
}

/** The number of pages of a built site, and its size. */
export interface SiteSize {
  /** Files that end in `.html`. */
  readonly pages: number;
  /** All files together. */
  readonly bytes: number;
}

/** Counts the files of a built site. */
export function readSiteSize(folder: string): SiteSize {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    bytes: files.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0),
  };
}
