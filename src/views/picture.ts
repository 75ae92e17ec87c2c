import type { Element, Root } from 'hast';
import { changeTree, h } from '../core/html-tree.ts';
import { getHeight, getOriginalWidth, getPictureWidths, pictureFormats } from '../news/picture.ts';
import { toMediaPath, toPicturePath } from '../news/urls.ts';
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

/** The widths at which pictures are shown: as wide as the page above a text, as wide as a column within it. */
const sizes = { lead: '(min-width: 80rem) 76rem, 100vw', text: '(min-width: 42rem) 38rem, 100vw' } as const;

/** Builds a picture beside a story from its path in the content folder. */
export function buildPicture({ addresses, edition }: Context, file: string, place: keyof typeof sizes): PictureView {
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
