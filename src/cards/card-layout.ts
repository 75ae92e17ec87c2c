import type { CardView } from '../views/card.ts';
import { cardSize } from '../views/card-size.ts';
import { fitHeadline } from './break-lines.ts';
import { getCardColours, type CardColours } from './card-colours.ts';
import { getLetters, type Letters } from './faces.ts';
import type { Area } from './raster/canvas.ts';
import type { Colour } from './raster/palette.ts';

/** A line of words on a card, in pixels. */
export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  /** The position of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
  /** Whether the line ends at `x`. */
  readonly isEnd?: boolean;
  readonly direction?: 'ltr' | 'rtl';
}

const margin = 60;
const right = cardSize.width - margin;
/** The width of a map, in pixels. */
export const mapWidth = 516;
/** The space for a map, at the right unless the card is mirrored. */
const panel = { top: 148, width: mapWidth, height: 386 };
const gap = 44;

/** The part of a card that all cards of a site share. */
export interface CardFrame {
  /** The site's address, and its name unless that is a drawing. */
  readonly lines: readonly PlacedLine[];
  readonly rules: readonly (Area & { readonly colour: Colour })[];
}

/** Lays out the part of a card that all cards of a site share. */
export function layOutFrame({
  name,
  host,
  colours,
  logo,
}: Pick<CardView, 'name' | 'host' | 'colours' | 'logo'>): CardFrame {
  const { ink, muted, rule: line } = getCardColours(colours);
  const rule = { left: margin, width: right - margin };
  return {
    lines: [
      ...(logo === undefined ? [{ text: name, x: margin, y: 84, size: 46, colour: ink }] : []),
      { text: host, x: right, y: 602, size: 24, colour: muted, isEnd: true },
    ],
    rules: [
      { ...rule, top: 108, height: 4, colour: ink },
      { ...rule, top: 116, height: 1, colour: ink },
      { ...rule, top: 564, height: 1, colour: line },
    ],
  };
}

/** Returns the place for a logo, whose foot is where the letters of a name would be. */
export function placeLogo(height: number): Pick<Area, 'left' | 'top'> {
  return { left: margin, top: 92 - height };
}

/** Returns the space for the map of a card: on the side where the story's language ends. */
export function layOutMap({ direction }: CardView): Area {
  return { ...panel, left: direction === 'rtl' ? margin : right - panel.width };
}

/** Lays out the words of a story: kicker and headline where the story's language begins, and the date below. */
export function layOutWords(card: CardView, letters: Letters = getLetters()): readonly PlacedLine[] {
  const isEnd = card.direction === 'rtl';
  const colours = getCardColours(card.colours);
  const width = right - margin - (card.map ? panel.width + gap : 0);
  const x = isEnd ? right : margin;
  const kicker = layOutKicker(card.kicker.filter(letters.canWrite), { x, width, isEnd, colours, letters });
  return [
    ...kicker,
    ...layOutHeadline(card, { x, width, top: kicker.length > 0 ? panel.top + 40 : panel.top - 10, letters }),
    { text: card.date, x: margin, y: 602, size: 24, colour: colours.muted },
  ];
}

/** Sizes of headlines, in pixels. */
const sizes = [76, 70, 64, 58, 53, 48, 44, 40, 36];

function layOutHeadline(
  { title, place, direction, colours }: CardView,
  {
    x,
    width,
    top,
    letters,
  }: { readonly x: number; readonly width: number; readonly top: number; readonly letters: Letters },
): readonly PlacedLine[] {
  const isEnd = direction === 'rtl';
  // A headline in a script that no font has would be boxes, so the card names the place instead.
  const headline = [title, place].find(letters.canWrite) ?? '';
  const leading = isEnd ? 1.4 : 1.12;
  const { size, lines } = fitHeadline(
    headline,
    { width, height: 540 - top, maxLines: 5, sizes, leading },
    letters.measureText,
  );
  const first = top + size * (isEnd ? 1.05 : 0.88);
  return lines.map((text, index) => ({
    text,
    x,
    y: first + index * size * leading,
    size,
    colour: getCardColours(colours).ink,
    isEnd,
    direction,
  }));
}

/** Lays out topic and place. A place that does not fit is left out. */
function layOutKicker(
  parts: readonly string[],
  {
    x,
    width,
    isEnd,
    colours: { link, muted },
    letters,
  }: {
    readonly x: number;
    readonly width: number;
    readonly isEnd: boolean;
    readonly colours: CardColours;
    readonly letters: Letters;
  },
): readonly PlacedLine[] {
  const size = 27;
  const texts = parts.map((text, index) => (index === 0 ? text : ` · ${text}`));
  const widths = texts.map((text) => letters.measureText(text) * size);
  const total = widths.reduce((sum, wide) => sum + wide, 0);
  // The names are in the site's language, so on a mirrored card they still run from left to right.
  const start = isEnd ? Math.max(x - total, x - width) : x;
  const lines: PlacedLine[] = [];
  let used = 0;
  for (const [index, text] of texts.entries()) {
    const wide = widths[index] ?? 0;
    if (used + wide > width && index > 0) break;
    lines.push({ text, x: start + used, y: panel.top + 20, size, colour: index === 0 ? link : muted });
    used += wide;
  }
  return lines;
}
