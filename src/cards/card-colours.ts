import { ink, tintStrength } from '../atlas/ink.ts';
import { paper } from '../views/background.ts';
import { createPalette, mixColours } from './raster/palette.ts';

/** Colours of a card, those of `styles/tokens.css` on a light page. A test keeps the two equal. */
export const cardInk = {
  paper: paper.light,
  text: '#1b1a17',
  muted: '#514d44',
  rule: '#d9d4c6',
  link: '#12506b',
} as const;

/** The colour of places that are in a story but are not its main place. */
export const tint = mixColours(ink.land[0], ink.here[0], tintStrength);

/**
 * The colours of cards. Smooth edges need shades in between, at a third and two thirds of the way. Many are near another
 * colour: that of a coast on land is near the colour of borders.
 */
export const palette = createPalette([
  cardInk.paper,
  cardInk.text,
  mixColours(cardInk.paper, cardInk.text, 1 / 3),
  mixColours(cardInk.paper, cardInk.text, 2 / 3),
  cardInk.muted,
  cardInk.link,
  mixColours(cardInk.paper, cardInk.link, 1 / 3),
  mixColours(cardInk.paper, cardInk.link, 2 / 3),
  cardInk.rule,
  ink.sea[0],
  ink.land[0],
  ink.coast[0],
  ink.border[0],
  ink.here[0],
  tint,
  mixColours(ink.here[0], ink.coast[0], 1 / 2),
]);
