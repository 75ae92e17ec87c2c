import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { toDiskPath } from '../content/text/disk-path.ts';
import { publicFolder } from '../content/text/files.ts';

/**
 * Returns the site path of a file of the newsroom's own.
 *
 * @example toOwnPath('public/ads.txt') // '/ads.txt'
 */
export function toOwnPath(file: string): string {
  return `/${file.slice(publicFolder.length).split('/').map(encodeURIComponent).join('/')}`;
}

/** Copies the newsroom's own files into a site, as they are. */
export async function copyOwnFiles(contentDir: string, files: readonly string[], outDir: string): Promise<void> {
  for (const file of files) {
    const target = path.join(outDir, file.slice(publicFolder.length));
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(toDiskPath(contentDir, file), target);
  }
}
