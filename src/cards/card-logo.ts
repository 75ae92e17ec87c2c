import { Resvg } from '@resvg/resvg-js';
import type { CardColours } from './card-colours.ts';
import type { CardLogo } from './own-parts.ts';
import { createCanvas, setPixel, type Canvas } from './raster/canvas.ts';

/** The space for a logo, in pixels. */
const box = { width: 720, height: 56 };

/** Draws a newsroom's logo in the colours of its cards: each pixel in the nearest of them. */
export function drawLogo({ svg, width, height }: CardLogo, { paper, palette }: CardColours): Canvas {
  const scale = Math.min(box.width / width, box.height / height);
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.max(1, Math.round(width * scale)) },
    background: paper,
    font: { loadSystemFonts: false },
  }).render();
  const { pixels } = image;
  // Two pixels are a byte.
  const canvas = createCanvas(image.width + (image.width % 2), image.height, palette.getIndex(paper));
  for (let at = 0; at < image.width * image.height; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(4 * at);
    setPixel(canvas, at % image.width, Math.floor(at / image.width), palette.findNearest(red, green, blue));
  }
  return canvas;
}
