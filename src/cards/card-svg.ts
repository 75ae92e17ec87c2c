import { ink } from '../atlas/ink.ts';
import { markPlaces } from '../atlas/locator.ts';
import { getLayerPaths, getLayers } from '../atlas/map-layers.ts';
import type { MapPaths } from '../atlas/locator-map.ts';
import type { MapSpec } from '../atlas/map-spec.ts';
import { memoize } from '../core/memo.ts';
import type { CardView } from '../views/card.ts';
import { cardSize } from '../views/shared-picture.ts';
import { paper } from '../views/manifest.ts';
import { fitHeadline } from './break-lines.ts';
import { canWrite, measureText, shapeLine } from './faces.ts';

/** Colours of a card, those of `styles/tokens.css` on a light page. A test keeps the two equal. */
export const cardInk = {
  paper: paper.light,
  text: '#1b1a17',
  muted: '#514d44',
  rule: '#d9d4c6',
  link: '#12506b',
} as const;

const margin = 60;
const right = cardSize.width - margin;
/** The part of a map that a phone shows, which contains the places of a story. */
const phone = { width: 600, height: 400 };
/** The position of a story's map on the card, in pixels. */
const panel = { top: 148, width: 516, height: 386 };
const gap = 44;

/**
 * Renders a card: name and double rule at the top, kicker and headline on the side where the story's language begins,
 * its map on the other.
 */
export function renderCard(card: CardView): string {
  const isMirrored = card.direction === 'rtl';
  const hasMap = card.map !== undefined;
  const width = right - margin - (hasMap ? panel.width + gap : 0);
  const column = { left: isMirrored ? right - width : margin, width };
  const mapLeft = isMirrored ? margin : right - panel.width;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">` +
    `<rect width="100%" height="100%" fill="${cardInk.paper}"/>` +
    (card.map ? drawMap(card.map, card.city, mapLeft) : '') +
    drawFrame(card) +
    drawText(card, column) +
    '</svg>'
  );
}

function drawFrame({ name, host, date }: CardView): string {
  const line = (y: number, height: number, colour: string) =>
    `<rect x="${margin}" y="${y}" width="${right - margin}" height="${height}" fill="${colour}"/>`;
  return (
    drawLine(name, { x: margin, y: 84, size: 46, colour: cardInk.text }) +
    line(108, 4, cardInk.text) +
    line(116, 1, cardInk.text) +
    line(564, 1, cardInk.rule) +
    drawLine(date, { x: margin, y: 602, size: 24, colour: cardInk.muted }) +
    drawLine(host, { x: right, y: 602, size: 24, colour: cardInk.muted, isEnd: true })
  );
}

/** Sizes of headlines, in pixels. */
const sizes = [76, 70, 64, 58, 53, 48, 44, 40, 36];

function drawText(card: CardView, { left, width }: { readonly left: number; readonly width: number }): string {
  const isEnd = card.direction === 'rtl';
  const x = isEnd ? left + width : left;
  const kicker = drawKicker(card.kicker.filter(canWrite), { x, width, isEnd });
  // A headline in a script that no font has would be boxes, so the card names the place instead.
  const headline = [card.title, card.place].find(canWrite) ?? '';
  const top = kicker === '' ? panel.top - 10 : panel.top + 40;
  const leading = isEnd ? 1.4 : 1.12;
  const box = { width, height: 540 - top, maxLines: 5, sizes, leading };
  const { size, lines } = fitHeadline(headline, box, measureText);
  const first = top + size * (isEnd ? 1.05 : 0.88);
  const drawn = lines.map((line, index) =>
    drawLine(line, {
      x,
      y: first + index * size * leading,
      size,
      colour: cardInk.text,
      isEnd,
      direction: card.direction,
    }),
  );
  return kicker + drawn.join('');
}

/** Draws topic, point and place. Parts that do not fit are left out. */
function drawKicker(
  parts: readonly string[],
  { x, width, isEnd }: { readonly x: number; readonly width: number; readonly isEnd: boolean },
): string {
  const size = 27;
  const texts = parts.map((text, index) => (index === 0 ? text : ` · ${text}`));
  let used = 0;
  let drawn = '';
  for (const [index, text] of texts.entries()) {
    const wide = measureText(text) * size;
    if (used + wide > width && index > 0) break;
    // The names are in the site's language, so on a mirrored card they still run from left to right.
    const colour = index === 0 ? cardInk.link : cardInk.muted;
    const total = texts.reduce((sum, part) => sum + measureText(part) * size, 0);
    const start = isEnd ? Math.max(x - total, x - width) : x;
    drawn += drawLine(text, { x: start + used, y: panel.top + 20, size, colour });
    used += wide;
  }
  return drawn;
}

interface LineStyle {
  readonly x: number;
  /** The position of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  /** Whether the line ends at `x`. */
  readonly isEnd?: boolean;
  readonly direction?: 'ltr' | 'rtl';
}

function drawLine(text: string, { x, y, size, colour, isEnd = false, direction = 'ltr' }: LineStyle): string {
  const { glyphs, width } = shapeLine(text, direction);
  const start = isEnd ? x - width * size : x;
  const letters = glyphs.map(({ outline, scale, ...at }) => {
    const unit = toNumber(size * scale, 5);
    return `<path transform="matrix(${unit} 0 0 -${unit} ${toNumber(start + at.x * size)} ${toNumber(y - at.y * size)})" d="${outline}"/>`;
  });
  return `<g fill="${colour}">${letters.join('')}</g>`;
}

function toNumber(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}

/** Draws a map and covers whatever extends beyond its frame: a clip path would take longer than everything else. */
function drawMap(spec: MapSpec, city: CardView['city'], left: number): string {
  const marks = markPlaces(spec, city);
  // A world map is shown from side to side, a locator map only in its middle.
  const shown = marks.isWorld ? marks : phone;
  const scale = panel.width / shown.width;
  const height = shown.height * scale;
  const top = panel.top + (panel.height - height) / 2;
  const start = left - (scale * (marks.width - shown.width)) / 2;
  const toPoint = ([x, y]: readonly [number, number]) =>
    `cx="${toNumber(x * marks.width)}" cy="${toNumber(y * marks.height)}" stroke-width="${toNumber(2.5 / scale)}"`;
  const rings = marks.rings.map(
    (at) => `<circle ${toPoint(at)} r="${toNumber(13 / scale)}" fill="none" stroke="${ink.text[0]}"/>`,
  );
  const dot = marks.dot
    ? `<circle ${toPoint(marks.dot)} r="${toNumber(8 / scale)}" fill="${ink.text[0]}" stroke="${cardInk.paper}"/>`
    : '';
  const [x, y, wide, high] = [left, top, panel.width, height].map((value) => toNumber(value));
  return (
    `<g transform="translate(${toNumber(start)} ${y}) scale(${toNumber(scale, 5)})">` +
    `${getDrawn(JSON.stringify({ spec, scale }))}${rings.join('')}${dot}</g>` +
    `<path fill="${cardInk.paper}" fill-rule="evenodd" ` +
    `d="M0 0H${cardSize.width}V${cardSize.height}H0ZM${x} ${y}h${wide}v${high}h-${wide}Z"/>` +
    `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="none" stroke="${cardInk.rule}"/>`
  );
}

/** Draws maps, and caches those that many stories share. */
const getDrawn = memoize((key: string): string => {
  const { spec, scale } = JSON.parse(key) as { readonly spec: MapSpec; readonly scale: number };
  return getLayers(spec)
    .map((layer) => drawPaths(getLayerPaths(layer), scale))
    .join('');
}, 50);

function drawPaths(paths: Partial<MapPaths>, scale: number): string {
  const toPath = (name: keyof MapPaths, fill: string, stroke: string) => {
    const data = paths[name];
    if (!data) return '';
    const width = toNumber(1.1 / scale);
    return `<path fill-rule="evenodd" fill="${fill}" stroke="${stroke}" stroke-width="${width}" d="${data}"/>`;
  };
  return (
    toPath('graticule', 'none', ink.graticule[0]) +
    toPath('land', ink.land[0], ink.coast[0]) +
    toPath('borders', 'none', ink.border[0]) +
    toPath('here', ink.here[0], ink.coast[0])
  );
}
