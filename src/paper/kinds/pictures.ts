import {
  getPictureWidths,
  getThumbnailWidths,
  pictureFormats,
  thumbnailFormat,
  type PictureFormat,
} from '../../news/picture.ts';
import { collectMedia } from '../../news/media.ts';
import { toImageFile, toMediaPath, toPicturePath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import { getOwnPicture } from '../../views/shared-picture.ts';
import type { PageKind } from './page-kind.ts';

/** The pictures and files of public stories, unchanged except for the removal of camera metadata. */
export const mediaFiles: PageKind<string, { readonly file: string }> = {
  route: 'media/[...file].ts',
  list: ({ edition }) => collectMedia(edition.articles),
  toPath: toMediaPath,
  build: (_context, file) => ({ file }),
  isAlwaysWritten: true,
};

/** One size and format of a picture. */
export interface Rendering {
  /** The picture's path in the content folder. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly format: PictureFormat;
}

/** The pictures of public stories in other sizes and formats. */
export const pictureFiles: PageKind<Rendering, Rendering> = {
  route: 'pictures/[...file].ts',
  list: listRenderings,
  toPath: ({ file, width, format }) => toPicturePath(file, width, format),
  build: (_context, rendering) => rendering,
  isAlwaysWritten: true,
};

/** Lists the renderings in which the pictures of public stories are offered, large and small, and shared, each once. */
function listRenderings(context: Context): readonly Rendering[] {
  const { articles, pictures } = context.edition;
  const offered = collectMedia(articles).flatMap((file) => {
    const picture = pictures.get(file);
    return picture
      ? getPictureWidths(picture).flatMap((width) => pictureFormats.map((format) => ({ file, width, format })))
      : [];
  });
  const small = articles.flatMap(({ id, image }): readonly Rendering[] => {
    const picture = image && pictures.get(toImageFile(id, image.src));
    return picture
      ? getThumbnailWidths(picture).map((width) => ({ file: picture.file, width, format: thumbnailFormat }))
      : [];
  });
  const shared = articles.flatMap((article) => {
    const own = getOwnPicture(context, article);
    return own && article.image
      ? [{ file: toImageFile(article.id, article.image.src), width: own.width, format: 'jpg' as const }]
      : [];
  });
  // Two stories may share one picture.
  return [
    ...new Map(
      [...offered, ...small, ...shared].map((rendering) => [pictureFiles.toPath(rendering), rendering]),
    ).values(),
  ];
}
