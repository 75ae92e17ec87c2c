import type { Article } from '../news/article.ts';
import { getHeight, getSharedWidth } from '../news/picture.ts';
import { toCardPath, toImageFile, toPicturePath } from '../news/urls.ts';
import { cardSize } from './card-size.ts';
import { describeCard } from './card.ts';
import type { Context } from './context.ts';

/** The picture that is shown where a page is shared. */
export interface SharedPicture {
  /** Site path. */
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Social networks show nothing smaller. */
const minSide = 200;

/**
 * Returns the picture shown where a story is shared: its own, as a JPEG that every social network shows, or its card if
 * it has none.
 */
export function getSharedPicture(context: Context, article: Article): SharedPicture | undefined {
  const own = getOwnPicture(context, article);
  if (own || !context.site.hasCards) return own;
  return { path: toCardPath(article.id), type: 'image/png', ...cardSize, alt: describeCard(context, article) };
}

/** Returns a story's own picture as it is shared. Undefined if it has none, or one that is too small. */
export function getOwnPicture({ edition }: Context, { id, image }: Article): SharedPicture | undefined {
  if (!image) return undefined;
  const file = toImageFile(id, image.src);
  const picture = edition.pictures.get(file);
  if (!picture) return undefined;
  const width = getSharedWidth(picture);
  const height = getHeight(picture, width);
  if (Math.min(width, height) < minSide) return undefined;
  return { path: toPicturePath(file, width, 'jpg'), type: 'image/jpeg', width, height, alt: image.alt };
}
