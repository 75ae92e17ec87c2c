import { memoize } from '../core/memo.ts';
import type { CardView } from '../views/card.ts';
import { cardSize } from '../views/card-size.ts';
import { getCardColours } from './card-colours.ts';
import { layOutFrame, layOutMap, layOutWords, placeLogo, type PlacedLine } from './card-layout.ts';
import { drawLogo } from './card-logo.ts';
import { drawMap } from './card-map.ts';
import { getLetters, type Letters } from './faces.ts';
import { phases } from './letter.ts';
import type { OwnParts } from './own-parts.ts';
import { copyCanvas, createCanvas, fillArea, paintRuns, placeCanvas, type Canvas } from './raster/canvas.ts';
import { renderIndexedPng } from './raster/indexed-png.ts';
import type { Palette } from './raster/palette.ts';

/** Nothing of a newsroom's own. */
const ours: OwnParts = {};

/**
 * Draws a card as a PNG file. The same card always produces the same bytes: letters are outlines, so no font of the
 * machine is used, and all arithmetic is JavaScript's, so no processor differs.
 */
export function drawCard(card: CardView, own: OwnParts = ours): Uint8Array {
  return renderIndexedPng(paintCard(card, own), getCardColours(card.colours).palette.bytes);
}

/** Paints what is on a card. */
export function paintCard(card: CardView, own: OwnParts = ours): Canvas {
  const { name, host, colours, font, logo } = card;
  const letters = getLetters(own.font);
  const canvas = copyCanvas(getFrames(own)(JSON.stringify({ name, host, colours, font, logo })));
  if (card.map) {
    const area = layOutMap(card);
    const map = drawMap(card.map, card.colours);
    placeCanvas(canvas, map, area.left, area.top + Math.round((area.height - map.height) / 2));
  }
  const { palette } = getCardColours(card.colours);
  for (const line of layOutWords(card, letters)) writeLine(canvas, line, { palette, letters });
  return canvas;
}

/** Paints the part that all cards of a site share, once. */
const getFrames = memoize(
  (own: OwnParts) =>
    memoize((key: string): Canvas => {
      const site = JSON.parse(key) as Pick<CardView, 'name' | 'host' | 'colours' | 'font' | 'logo'>;
      const colours = getCardColours(site.colours);
      const { palette } = colours;
      const canvas = createCanvas(cardSize.width, cardSize.height, palette.getIndex(colours.paper));
      const { lines, rules } = layOutFrame(site);
      for (const { colour, ...area } of rules) fillArea(canvas, area, palette.getIndex(colour));
      for (const line of lines) writeLine(canvas, line, { palette, letters: getLetters(own.font) });
      if (own.logo) {
        const logo = drawLogo(own.logo, colours);
        const { left, top } = placeLogo(logo.height);
        placeCanvas(canvas, logo, left, top);
      }
      return canvas;
    }, 10),
  4,
);

/** Writes a line with its letters at a quarter of a pixel, and its baseline at a whole one. */
function writeLine(
  canvas: Canvas,
  { text, x, y, size, colour, isEnd = false, direction = 'ltr' }: PlacedLine,
  { palette, letters }: { readonly palette: Palette; readonly letters: Letters },
): void {
  const { glyphs, width } = letters.shapeLine(text, direction);
  const start = isEnd ? x - width * size : x;
  const blend = palette.getBlend(colour);
  for (const { letter, ...at } of glyphs) {
    const step = Math.round((start + at.x * size) * phases);
    const runs = letter.getRuns(size, step % phases);
    paintRuns(canvas, runs, blend, Math.floor(step / phases), Math.round(y - at.y * size));
  }
}
