import { memoize } from '../core/memo.ts';
import type { CardView } from '../views/card.ts';
import { cardSize } from '../views/card-size.ts';
import { getCardColours } from './card-colours.ts';
import { layOutFrame, layOutMap, layOutWords, type PlacedLine } from './card-layout.ts';
import { drawMap } from './card-map.ts';
import { shapeLine } from './faces.ts';
import { phases } from './letter.ts';
import { copyCanvas, createCanvas, fillArea, paintRuns, placeCanvas, type Canvas } from './raster/canvas.ts';
import { renderIndexedPng } from './raster/indexed-png.ts';
import type { Palette } from './raster/palette.ts';

/**
 * Draws a card as a PNG file. The same card always produces the same bytes: letters are outlines, so no font of the
 * machine is used, and all arithmetic is JavaScript's, so no processor differs.
 */
export function drawCard(card: CardView): Uint8Array {
  return renderIndexedPng(paintCard(card), getCardColours(card.colours).palette.bytes);
}

/** Paints what is on a card. */
export function paintCard(card: CardView): Canvas {
  const canvas = copyCanvas(getFrame(JSON.stringify([card.name, card.host, card.colours])));
  if (card.map) {
    const area = layOutMap(card);
    const map = drawMap(card.map, card.colours);
    placeCanvas(canvas, map, area.left, area.top + Math.round((area.height - map.height) / 2));
  }
  const { palette } = getCardColours(card.colours);
  for (const line of layOutWords(card)) writeLine(canvas, line, palette);
  return canvas;
}

/** Paints the part that all cards of a site share, once. */
const getFrame = memoize((key: string): Canvas => {
  const [name, host, colours] = JSON.parse(key) as readonly [string, string, CardView['colours'] | null];
  const { palette, paper } = getCardColours(colours ?? undefined);
  const canvas = createCanvas(cardSize.width, cardSize.height, palette.getIndex(paper));
  const { lines, rules } = layOutFrame({ name, host, colours: colours ?? undefined });
  for (const { colour, ...area } of rules) fillArea(canvas, area, palette.getIndex(colour));
  for (const line of lines) writeLine(canvas, line, palette);
  return canvas;
}, 10);

/** Writes a line with its letters at a quarter of a pixel, and its baseline at a whole one. */
function writeLine(
  canvas: Canvas,
  { text, x, y, size, colour, isEnd = false, direction = 'ltr' }: PlacedLine,
  palette: Palette,
): void {
  const { glyphs, width } = shapeLine(text, direction);
  const start = isEnd ? x - width * size : x;
  const blend = palette.getBlend(colour);
  for (const { letter, ...at } of glyphs) {
    const step = Math.round((start + at.x * size) * phases);
    const runs = letter.getRuns(size, step % phases);
    paintRuns(canvas, runs, blend, Math.floor(step / phases), Math.round(y - at.y * size));
  }
}
