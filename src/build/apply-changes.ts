import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Moves what a build has written aside into the site, file by file (each is whole at any moment), then removes the pages that
 * are gone.
 *
 * @param removed site paths of pages
 */
export async function applyChanges(siteDir: string, stagingDir: string, removed: readonly string[]): Promise<void> {
  await moveInto(stagingDir, siteDir);
  for (const page of removed) await removePage(siteDir, page);
}

async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await moveInto(source, target);
    else await rename(source, target);
  }
}

/** Removes a page and the folders that it leaves empty. */
async function removePage(siteDir: string, page: string): Promise<void> {
  const file = path.join(siteDir, page.endsWith('/') ? `${page}index.html` : page);
  await rm(file, { force: true });
  for (let folder = path.dirname(file); folder !== siteDir; folder = path.dirname(folder)) {
    const isLeft = await rmdir(folder).then(
      () => false,
      () => true,
    );
    if (isLeft) return;
  }
}
