import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { toDiskPath } from '../content/text/disk-path.ts';
import { publicFolder, readContentFiles } from '../content/text/files.ts';
import { checkOwnFiles } from './public-clashes.ts';

/**
 * Returns the site path of one of the newsroom's own files.
 *
 * @example toOwnPath('public/ads.txt') // '/ads.txt'
 */
export function toOwnPath(file: string): string {
  return `/${file.slice(publicFolder.length).split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Returns whether a build publishes one of the newsroom's own files at a site path: `ads.txt`, or `docs/` for its
 * index. Other files of the folder are not read, and a build rejects those that take an address of the site.
 */
export async function isOwnFile(contentDir: string, sitePath: string, written: readonly string[]): Promise<boolean> {
  const name = `${publicFolder}${sitePath}`;
  // The authoring server asks for every file of a page, of which few are here.
  if (!existsSync(toDiskPath(contentDir, name))) return false;
  const { files } = await readContentFiles(contentDir);
  const file = files.own.find((own) => own === name || own === `${name.replace(/\/$/u, '')}/index.html`);
  return file !== undefined && (await checkOwnFiles([file], written)).length === 0;
}

/** Copies the newsroom's own files into a site unchanged. */
export async function copyOwnFiles(contentDir: string, files: readonly string[], outDir: string): Promise<void> {
  for (const file of files) {
    const target = path.join(outDir, file.slice(publicFolder.length));
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(toDiskPath(contentDir, file), target);
  }
}
