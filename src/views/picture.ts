import type { Element, Root } from 'hast';
import { changeTree, h } from '../core/html-tree.ts';
import type { Article } from '../news/article.ts';
import {
  getHeight,
  getOriginalWidth,
  getPictureWidths,
  getThumbnailWidths,
  pictureFormats,
  thumbnailFormat,
} from '../news/picture.ts';
import { toImageFile, toMediaPath, toPicturePath } from '../news/urls.ts';
import type { Context } from './context.ts';

/** A picture on a page. The browser picks the smallest file that is sharp enough. */
export interface PictureView {
  readonly src: string;
  /** Pixels, so that the browser reserves the space. Undefined only if nothing is known about the file. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Other formats, smallest first. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** The width at which it is shown. */
  readonly sizes: string;
}

/** A story's own picture with its words. */
export interface StoryPictureView extends PictureView {
  readonly alt: string;
  readonly credit: string;
  readonly caption: string;
}

/** A story's own picture, small, beside its headline. */
export interface ThumbnailView {
  readonly src: string;
  readonly srcset: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The widths at which pictures are shown: beside or above a text, on the front page, within a text. */
const sizes = {
  story: '(min-width: 62rem) 30rem, 100vw',
  front: '(min-width: 75rem) 38rem, (min-width: 48rem) 56vw, 100vw',
  text: '(min-width: 42rem) 38rem, 100vw',
} as const;

/** Builds a story's own picture. Undefined if it has none. */
export function buildStoryPicture(
  context: Context,
  { id, image }: Article,
  place: 'story' | 'front',
): StoryPictureView | undefined {
  if (!image) return undefined;
  const { src, ...words } = image;
  return { ...buildPicture(context, toImageFile(id, src), place), ...words };
}

/** Builds the small picture of a story. Undefined if it has no picture, or one that is animated. */
export function buildThumbnail({ addresses, edition }: Context, { id, image }: Article): ThumbnailView | undefined {
  const file = image && toImageFile(id, image.src);
  const picture = file === undefined ? undefined : edition.pictures.get(file);
  if (!picture) return undefined;
  const widths = getThumbnailWidths(picture);
  const toAddress = (width: number) => addresses.href(toPicturePath(picture.file, width, thumbnailFormat));
  const [width] = widths;
  if (width === undefined) return undefined;
  return {
    src: toAddress(width),
    srcset: widths.map((step) => `${toAddress(step)} ${step}w`).join(', '),
    width,
    height: getHeight(picture, width),
  };
}

/** Builds a picture beside a story from its path in the content folder. */
function buildPicture({ addresses, edition }: Context, file: string, place: keyof typeof sizes): PictureView {
  const picture = edition.pictures.get(file);
  const src = addresses.href(toMediaPath(file));
  if (!picture) return { src, sources: [], sizes: sizes[place] };
  const widths = getPictureWidths(picture);
  const sources = pictureFormats.map((format) => ({
    type: `image/${format}`,
    srcset: widths.map((width) => `${addresses.href(toPicturePath(file, width, format))} ${width}w`).join(', '),
  }));
  const width = getOriginalWidth(picture);
  const height = getHeight(picture, width);
  return { src, width, height, sources: widths.length > 0 ? sources : [], sizes: sizes[place] };
}

/** Builds the pictures in a story's text, by their addresses there. */
export function buildTextPictures(context: Context, files: readonly string[]): Readonly<Record<string, PictureView>> {
  const pictures = files.filter((file) => context.edition.pictures.has(file));
  return Object.fromEntries(
    pictures.map((file) => {
      const picture = buildPicture(context, file, 'text');
      return [picture.src, picture];
    }),
  );
}

/** Adds to the pictures of a text their sizes and other formats. */
export function enrichPictures(tree: Root, pictures: Readonly<Record<string, PictureView>>): Root {
  if (Object.keys(pictures).length === 0) return tree;
  return changeTree(tree, (node) => {
    if (node.type !== 'element' || node.tagName !== 'img') return node;
    const picture = pictures[String(node.properties['src'])];
    return picture ? toPicture(node, picture) : node;
  });
}

function toPicture(node: Element, { width, height, sources, sizes }: PictureView): Element {
  const img = { ...node, properties: { ...node.properties, width, height } };
  if (sources.length === 0) return img;
  return h('picture', {}, [...sources.map(({ type, srcset }) => h('source', { type, srcSet: srcset, sizes })), img]);
}
