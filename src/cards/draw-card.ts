import { Resvg } from '@resvg/resvg-js';
import { ink } from '../atlas/ink.ts';
import type { CardView } from '../views/card.ts';
import { cardSize } from '../views/shared-picture.ts';
import { cardInk, renderCard } from './card-svg.ts';
import { renderIndexedPng } from './indexed-png.ts';

/**
 * Draws a card as a PNG file. The same card always produces the same bytes: letters are outlines, so no font of the
 * machine is used.
 */
export function drawCard(card: CardView): Uint8Array {
  const { pixels } = new Resvg(renderCard(card), { font: { loadSystemFonts: false } }).render();
  return renderIndexedPng(pixels, cardSize, palette);
}

/** The colours of cards, with the shades in between that smooth edges need. */
const palette: readonly string[] = [
  cardInk.paper,
  cardInk.text,
  mix(cardInk.paper, cardInk.text, 0.2),
  mix(cardInk.paper, cardInk.text, 0.4),
  mix(cardInk.paper, cardInk.text, 0.6),
  cardInk.muted,
  cardInk.rule,
  cardInk.link,
  mix(cardInk.paper, cardInk.link, 0.5),
  ink.land[0],
  ink.coast[0],
  ink.border[0],
  ink.graticule[0],
  ink.here[0],
  mix(ink.here[0], ink.coast[0], 0.5),
  mix(ink.here[0], cardInk.text, 0.6),
];

function mix(a: string, b: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [a, b].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * share);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
