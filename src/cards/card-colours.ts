import { tintStrength, toInk } from '../atlas/ink.ts';
import { mixColours, type Colour } from '../core/colours.ts';
import { ownFace, type Palette as PageColours } from '../core/face.ts';
import { memoize } from '../core/memo.ts';
import { createPalette, type Palette } from './raster/palette.ts';

/** The colours of cards, those of a light page. */
export interface CardColours extends Pick<PageColours, 'paper' | 'ink' | 'muted' | 'rule' | 'link'> {
  readonly sea: Colour;
  readonly land: Colour;
  readonly coast: Colour;
  readonly border: Colour;
  readonly here: Colour;
  /** Places that are in a story but are not its main place. */
  readonly tint: Colour;
  /** All colours, with the shades that smooth edges need. */
  readonly palette: Palette;
}

/** Returns the colours of a site's cards; ours without those of a newsroom. */
export function getCardColours(page: PageColours = ownFace.palettes.light): CardColours {
  return getColours(JSON.stringify(page));
}

const getColours = memoize((key: string): CardColours => {
  const page = JSON.parse(key) as PageColours;
  const ink = toInk({ palettes: { ...ownFace.palettes, light: page } });
  const [land, sea, coast, border, here] = [ink.land[0], ink.sea[0], ink.coast[0], ink.border[0], ink.here[0]];
  const { paper, muted, rule, link } = page;
  const tint = mixColours(land, here, tintStrength);
  // Smooth edges need shades in between, at a third and two thirds of the way. Many are near another colour: that of a
  // coast on land is near the colour of borders.
  const palette = createPalette([
    paper,
    page.ink,
    mixColours(paper, page.ink, 1 / 3),
    mixColours(paper, page.ink, 2 / 3),
    muted,
    link,
    mixColours(paper, link, 1 / 3),
    mixColours(paper, link, 2 / 3),
    rule,
    sea,
    land,
    coast,
    border,
    here,
    tint,
    mixColours(here, coast, 1 / 2),
  ]);
  return { paper, ink: page.ink, muted, rule, link, sea, land, coast, border, here, tint, palette };
}, 4);
