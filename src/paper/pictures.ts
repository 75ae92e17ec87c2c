import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toDiskPath } from '../content/text/disk-path.ts';
import { isPictureName } from '../content/text/local-file.ts';
import { readRendering } from '../content/pictures/stored-rendering.ts';
import type { Rendering } from './kinds/pictures.ts';
import { getPictureCacheDir, type CacheOwner } from '../disk/cache-dir.ts';

/** Returns a picture in another size and format. */
export function readPictureRendering(
  site: CacheOwner,
  { file, width, format }: Rendering,
): Promise<Uint8Array<ArrayBuffer>> {
  return read(site, file, `${width}.${format}`, async (fullPath) => {
    const { renderPicture } = await import('../content/pictures/render-picture.ts');
    return renderPicture(fullPath, width, format);
  });
}

/** Reads a picture in its own format, or another file unchanged. */
export async function readOriginal(site: CacheOwner, file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!isPictureName(file)) return new Uint8Array(await readFile(toDiskPath(site.contentDir, file)));
  return read(site, file, `original${path.extname(file)}`, async (fullPath) => {
    const { renderOriginal } = await import('../content/pictures/render-picture.ts');
    return renderOriginal(fullPath);
  });
}

async function read(site: CacheOwner, file: string, name: string, render: (fullPath: string) => Promise<Uint8Array>) {
  const fullPath = toDiskPath(site.contentDir, file);
  return new Uint8Array(await readRendering(getPictureCacheDir(site), fullPath, name, () => render(fullPath)));
}
