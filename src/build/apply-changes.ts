import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { replaceFolder } from './replace-folder.ts';
import { toOutputFile } from './select-pages.ts';

/** What is no longer part of a site. */
export interface Removed {
  /** Site paths of pages. */
  readonly pages: readonly string[];
  /** Ids of parts of the search index. */
  readonly parts: readonly string[];
}

/** Where the parts of the search index lie, each in a folder that is replaced as a whole. */
const indexFolder = 'pagefind';

/**
 * Moves what a build has written aside into the site, each file and each part of the search index whole at any moment, first
 * what pages need, then the pages; then removes what is gone. Files that are as they were stay untouched.
 *
 * @returns site paths of all that has changed, sorted; of a part of the search index, the file that names all others
 */
export async function applyChanges(siteDir: string, stagingDir: string, removed: Removed): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const part of await listFolders(path.join(stagingDir, indexFolder))) {
    const name = path.join(indexFolder, part);
    await replaceFolder(path.join(siteDir, name), path.join(stagingDir, name));
    changed.push(`/${indexFolder}/${part}/pagefind-entry.json`);
  }
  for (const file of (await listFiles(stagingDir)).sort(compareAssetsFirst)) {
    if (await moveIfNew(path.join(stagingDir, file), path.join(siteDir, file))) changed.push(toSitePath(file));
  }
  for (const page of removed.pages) await removePage(siteDir, page);
  for (const part of removed.parts) await rm(path.join(siteDir, indexFolder, part), { recursive: true, force: true });
  return [...changed, ...removed.pages].sort();
}

async function listFolders(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** A page must not ask for a style sheet or a picture that is not there yet. */
function compareAssetsFirst(a: string, b: string): number {
  return Number(a.endsWith('.html')) - Number(b.endsWith('.html')) || (a < b ? -1 : 1);
}

function toSitePath(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/u, '$1')}`;
}

async function moveIfNew(from: string, to: string): Promise<boolean> {
  const [fresh, old] = await Promise.all([readFile(from), readFile(to).catch(() => undefined)]);
  if (old?.equals(fresh)) return false;
  await mkdir(path.dirname(to), { recursive: true });
  await rename(from, to);
  return true;
}

/** Removes a page and the folders that it leaves empty. */
async function removePage(siteDir: string, page: string): Promise<void> {
  const file = path.join(siteDir, toOutputFile(page));
  await rm(file, { force: true });
  for (let folder = path.dirname(file); folder !== siteDir; folder = path.dirname(folder)) {
    const isLeft = await rmdir(folder).then(
      () => false,
      () => true,
    );
    if (isLeft) return;
  }
}
