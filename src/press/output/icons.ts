import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { writeWithFolders } from '../../disk/write-with-folders.ts';
import { iconPaths, toAppIconPath } from '../../news/urls.ts';
import { appIconSizes } from '../../views/manifest.ts';

/** The size of the icon for Apple's home screen, in pixels. */
const touchSize = 180;
/** The size of the icon in `favicon.ico`, in pixels. */
const legacySize = 32;
/** The share of an icon's side that the drawing takes where its corners may be cropped. */
const maskedShare = 0.62;

/**
 * Draws all icons of a site from one SVG file into a folder.
 *
 * @param paper the colour behind icons that have no transparent corners
 */
export async function writeIcons(svgFile: string, outDir: string, paper: string): Promise<void> {
  const svg = await readFile(svgFile, 'utf8');
  const icons: (readonly [string, Uint8Array])[] = [
    [iconPaths.legacy, toIco(drawIcon(svg, legacySize, 1), legacySize)],
    [iconPaths.touch, drawIcon(svg, touchSize, 0.76, paper)],
    ...appIconSizes.map((size) => [toAppIconPath(size, 'any'), drawIcon(svg, size, 1)] as const),
    ...appIconSizes.map((size) => [toAppIconPath(size, 'maskable'), drawIcon(svg, size, maskedShare, paper)] as const),
  ];
  for (const [sitePath, bytes] of icons) writeWithFolders(path.join(outDir, sitePath), bytes);
}

/**
 * Draws an SVG as a square PNG.
 *
 * @param share how much of the side the drawing takes
 * @param background fills the square; without it the background is transparent
 */
function drawIcon(svg: string, sizePx: number, share: number, background?: string): Uint8Array {
  const side = sizePx * share;
  const start = (sizePx - side) / 2;
  const drawing = svg.replace(/<svg /u, `<svg x="${start}" y="${start}" width="${side}" height="${side}" `);
  const paper = background === undefined ? '' : `<rect width="100%" height="100%" fill="${background}"/>`;
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}">${paper}${drawing}</svg>`;
  return new Resvg(icon, { font: { loadSystemFonts: false } }).render().asPng();
}

/** Wraps a PNG in the container that old programs request at `/favicon.ico`. */
function toIco(png: Uint8Array, sizePx: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(22));
  head.setUint16(2, 1, true);
  head.setUint16(4, 1, true);
  head.setUint8(6, sizePx);
  head.setUint8(7, sizePx);
  head.setUint16(10, 1, true);
  head.setUint16(12, 32, true);
  head.setUint32(14, png.length, true);
  head.setUint32(18, head.byteLength, true);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...png]);
}
