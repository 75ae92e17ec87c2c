import { readdirSync, statSync } from 'node:fs';
import { link, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { measureSite, type SiteSize } from '../../src/hosts/host-limits.ts';

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

/** Measures a built site. */
export function readSiteSize(folder: string): SiteSize {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  return measureSite(files.map((file) => [path.relative(folder, file), statSync(file).size]));
}
