import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { getOriginalWidth, type PictureFormat } from '../../news/picture.ts';
import { isBare, stripPng } from './bare-picture.ts';
import { limits } from '../text/limits.ts';
import { readRights, renderRights } from './picture-rights.ts';

/** The options for opening any picture. A damaged one is an error. */
export const openOptions = { limitInputPixels: limits.picturePixels, failOn: 'error', sequentialRead: true } as const;

/** Renders a picture as its page offers it: upright, in screen colours, without camera metadata. */
export async function renderPicture(fullPath: string, widthPx: number, format: PictureFormat): Promise<Uint8Array> {
  const picture = sharp(fullPath, openOptions).autoOrient().resize({ width: widthPx }).toColourspace('srgb');
  if (format === 'jpg')
    return withRights(picture.flatten(paper).jpeg({ quality: 82 }), await sharp(fullPath).metadata());
  const rendered = format === 'avif' ? picture.avif({ quality: 55, effort: 3 }) : picture.webp({ quality: 78 });
  return rendered.toBuffer();
}

/**
 * Renders a picture in its own format for browsers that know no other, as wide as readers need and never with more
 * bytes than the original. It keeps its rights but not where and with what it was made. If the original has no other
 * metadata and is smaller, it is left unchanged.
 */
export async function renderOriginal(fullPath: string): Promise<Uint8Array> {
  const source = await readFile(fullPath);
  const end = path.extname(fullPath).toLowerCase();
  const metadata = await sharp(source, { limitInputPixels: false }).metadata();
  const isKept = isPublishable(source, metadata, end);
  let smallest: Uint8Array | undefined = isKept ? source : undefined;
  for (const quality of isKept ? qualities.slice(0, 1) : qualities) {
    const made = await encodeOriginal(source, metadata, end, quality);
    if (!smallest || made.length < smallest.length) smallest = made;
    if (made.length <= source.length) break;
  }
  const isGrown = smallest === undefined || smallest.length > source.length;
  return (isGrown && metadata.format === 'png' && end === '.png' ? stripPng(source) : smallest) ?? source;
}

/** Tried one after the other until the picture has no more bytes than the original. */
const qualities = [86, 76, 62, 48, 34, 20, 10] as const;

/** The background where a format has no transparency. */
const paper = { background: '#fff' } as const;

/** Returns whether a file can be published unchanged. */
function isPublishable(source: Buffer, metadata: Metadata, end: string): boolean {
  const { format, space, autoOrient, pageHeight } = metadata;
  const size = { width: autoOrient.width, height: pageHeight ?? autoOrient.height };
  const isNamed = format === end.slice(1).replace('jpg', 'jpeg');
  // An animated GIF cannot contain a location, and rendering it again only makes it larger.
  const isClean = format === 'gif' ? !metadata.xmp : isBare(source, format);
  return isNamed && isClean && space !== 'cmyk' && size.width <= getOriginalWidth(size);
}

function encodeOriginal(source: Buffer, metadata: Metadata, end: string, quality: number): Promise<Buffer> {
  const { autoOrient, pageHeight } = metadata;
  const width = getOriginalWidth({ width: autoOrient.width, height: pageHeight ?? autoOrient.height });
  const isMoving = (end === '.gif' || end === '.webp') && (metadata.pages ?? 1) > 1;
  const picture = sharp(source, { ...openOptions, animated: isMoving })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb');
  return withRights(toOwnFormat(picture, end, quality, metadata), metadata);
}

function toOwnFormat(picture: Sharp, end: string, quality: number, { isPalette, pages }: Metadata): Sharp {
  if (end === '.png') return picture.png({ compressionLevel: 9, palette: isPalette ?? false });
  if (end === '.gif') return picture.gif(pages === undefined ? { effort: 10 } : {});
  if (end === '.webp') return picture.webp({ quality });
  if (end === '.avif') return picture.avif({ quality: Math.max(quality - 16, 10), effort: 3 });
  return picture.flatten(paper).jpeg({ quality });
}

async function withRights(picture: Sharp, metadata: Metadata): Promise<Buffer> {
  const xmp = renderRights(readRights(metadata));
  return (xmp === undefined ? picture : picture.withXmp(xmp)).toBuffer();
}
