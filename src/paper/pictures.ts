import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toDiskPath } from '../content/text/disk-path.ts';
import { isPictureName } from '../content/text/local-file.ts';
import { readRendering } from '../content/pictures/picture-file.ts';
import { renderOriginal, renderPicture } from '../content/pictures/render-picture.ts';
import { getPictureWidths, pictureFormats, type PictureFormat } from '../news/picture.ts';
import { collectMedia } from '../news/media.ts';
import { toImageFile, toMediaPath, toPicturePath } from '../news/urls.ts';
import { site } from '../site.config.ts';
import type { Context } from '../views/context.ts';
import { getOwnPicture } from '../views/shared-picture.ts';
import { getPictureCacheDir } from '../disk/cache-dir.ts';

/** One size and format of a picture. */
export interface Rendering {
  /** The picture's path in the content folder. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly format: PictureFormat;
}

/** Lists what the pictures of public stories are offered as and shared as, each with its address below `/pictures/`. */
export function listRenderings(context: Context): readonly (Rendering & { readonly path: string })[] {
  const { articles, pictures } = context.edition;
  const offered = collectMedia(articles).flatMap((file) => {
    const picture = pictures.get(file);
    return picture
      ? getPictureWidths(picture).flatMap((width) => pictureFormats.map((format) => toRendering(file, width, format)))
      : [];
  });
  const shared = articles.flatMap((article) => {
    const own = getOwnPicture(context, article);
    return own && article.image ? [toRendering(toImageFile(article.id, article.image.src), own.width, 'jpg')] : [];
  });
  // Two stories may share one picture.
  return [...new Map([...offered, ...shared].map((rendering) => [rendering.path, rendering])).values()];
}

function toRendering(file: string, width: number, format: PictureFormat): Rendering & { readonly path: string } {
  const address = decodeURIComponent(toPicturePath(file, width, format));
  return { file, width, format, path: address.replace(/^\/pictures\//u, '') };
}

/**
 * Returns the pictures and files of public stories, as they are and as pictures are offered, by site path, so that those that are gone are
 * removed. What is in them is no part of their fingerprint: they are written in every build that writes anything.
 */
export function collectPictureKeys(context: Context): ReadonlyMap<string, string> {
  const files = collectMedia(context.edition.articles);
  const renderings = listRenderings(context);
  return new Map([
    ...files.map((file) => [toMediaPath(file), ''] as const),
    ...renderings.map(({ file, width, format }) => [toPicturePath(file, width, format), ''] as const),
  ]);
}

/** Returns a picture in another size and format. */
export function readPictureRendering({ file, width, format }: Rendering): Promise<Uint8Array<ArrayBuffer>> {
  return read(file, `${width}.${format}`, (fullPath) => renderPicture(fullPath, width, format));
}

/** Reads a picture in its own format, or another file as it is. */
export async function readOriginal(file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!isPictureName(file)) return new Uint8Array(await readFile(toDiskPath(site.contentDir, file)));
  return read(file, `original${path.extname(file)}`, renderOriginal);
}

async function read(file: string, name: string, render: (fullPath: string) => Promise<Uint8Array>) {
  const fullPath = toDiskPath(site.contentDir, file);
  return new Uint8Array(await readRendering(getPictureCacheDir(site), fullPath, name, () => render(fullPath)));
}
