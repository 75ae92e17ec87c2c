import { mixColours } from '../core/colours.ts';
import { ownFace, type Face } from '../core/face.ts';

/** A colour on light pages and one on dark pages. */
type Pair = readonly [light: string, dark: string];

/** The colours of maps that are separate files and cannot read the style sheet of a page. */
export type Ink = Readonly<Record<'land' | 'sea' | 'coast' | 'border' | 'graticule' | 'here' | 'text', Pair>>;

/** Lines that have no colour of their own on pages. */
const ownLines = { border: ['#938a6c', '#6d797f'], graticule: ['#aec8d3', '#1f303a'] } as const;

/** Returns the colours of a newsroom's maps. */
export function toInk({ palettes }: Pick<Face, 'palettes'>): Ink {
  const { light, dark } = palettes;
  const isOwn = (role: 'land' | 'sea' | 'coast') =>
    [light[role], dark[role]].join() === [ownFace.palettes.light[role], ownFace.palettes.dark[role]].join();
  const mix = (role: 'land' | 'sea', share: number): Pair => [
    mixColours(light[role], light.coast, share),
    mixColours(dark[role], dark.coast, share),
  ];
  return {
    land: [light.land, dark.land],
    sea: [light.sea, dark.sea],
    coast: [light.coast, dark.coast],
    border: isOwn('land') && isOwn('coast') ? ownLines.border : mix('land', 0.95),
    graticule: isOwn('sea') && isOwn('coast') ? ownLines.graticule : mix('sea', 0.2),
    here: [light.here, dark.here],
    text: [light.ink, dark.ink],
  };
}

/** Our own colours of maps. */
export const ink: Ink = toInk(ownFace);

/** The strength of the tint of places that are in a story but are not its main place. */
export const tintStrength = 0.4;

/** One rule of a style sheet: its selector, and the colours of its properties. */
export type InkRule = readonly [selector: string, colours: Readonly<Partial<Record<'fill' | 'stroke', keyof Ink>>>];

/** Writes rules for light and dark pages. */
export function renderInk(rules: readonly InkRule[], colours: Ink): string {
  const toRules = (theme: 0 | 1) =>
    rules
      .map(([selector, parts]) => {
        const declarations = Object.entries(parts).map(([property, name]) => `${property}:${colours[name][theme]}`);
        return `${selector}{${declarations.join(';')}}`;
      })
      .join('');
  return `${toRules(0)}@media(prefers-color-scheme:dark){${toRules(1)}}`;
}
