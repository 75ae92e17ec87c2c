import { ownFace, type Face } from '../core/face.ts';
import { memoize } from '../core/memo.ts';
import { renderInk, tintStrength, toInk, type InkRule } from './ink.ts';
import type { MapPaths } from './locator-map.ts';

const mapRules: Readonly<Record<keyof MapPaths, InkRule>> = {
  graticule: ['.g', { stroke: 'graticule' }],
  land: ['.l', { fill: 'land', stroke: 'coast' }],
  others: ['.o', { fill: 'here' }],
  here: ['.h', { fill: 'here', stroke: 'coast' }],
  borders: ['.b', { stroke: 'border' }],
};

/** Returns the style sheet of every map of a site. It is always the same, so that a policy can allow it by its hash. */
export const getMapStyle: (face: Face) => string = memoize(
  (face) =>
    `path{fill:none;stroke-width:.8;vector-effect:non-scaling-stroke}.o{fill-opacity:${tintStrength}}${renderInk([['.s', { fill: 'sea' }], ...Object.values(mapRules)], toInk(face))}`,
  4,
);

/**
 * Renders an image of a map. Lines are as thin on a phone as on a wide screen.
 *
 * @param level whether it is the lowest image, which has the sea, or one above it
 */
export function renderMap(
  { width, height }: { readonly width: number; readonly height: number },
  paths: Partial<MapPaths>,
  level: 'lowest' | 'above',
  face: Face = ownFace,
): string {
  const drawn = (['graticule', 'land', 'others', 'here', 'borders'] as const).filter((name) => paths[name]);
  const body = drawn.map((name) => toPath(mapRules[name][0].slice(1), paths[name] ?? '')).join('');
  const sea = level === 'lowest' ? `<path class="s" d="M0 0h${width}v${height}H0z"/>` : '';
  return toDocument(`0 0 ${width} ${height}`, getMapStyle(face), `${sea}${body}`);
}

/** Renders outlines as one SVG file, from which pages take pieces with `<use>`: `#ro` is Romania. Colours come from the page. */
export function renderPieces(
  { width, height }: { readonly width: number; readonly height: number },
  outlines: ReadonlyMap<string, string>,
): string {
  const paths = [...outlines].map(
    ([code, data]) => `<path id="${code.toLowerCase()}" fill-rule="evenodd" d="${data}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><g id="land">${paths.join('')}</g></svg>\n`;
}

/** A globe centred on a place, as the `d` of SVG paths. */
export interface Globe {
  readonly land: string;
  /** The shape of the place. Empty if it is too small to see. */
  readonly here: string;
  /** The position of a small place. Undefined if its shape is visible. */
  readonly dot?: readonly [x: number, y: number] | undefined;
}

/** The width of a globe's drawing in units, twice its pixels on the page. */
export const globeSize = 128;

/** Returns the style sheet of every globe of a site. */
export const getGlobeStyle: (face: Face) => string = memoize(
  (face) =>
    `path{stroke-width:.8}circle{stroke-width:1.2}${renderInk(
      [
        ['circle', { fill: 'sea', stroke: 'coast' }],
        ['.l', { fill: 'land', stroke: 'coast' }],
        ['.h', { fill: 'here', stroke: 'here' }],
        ['.d', { fill: 'here', stroke: 'text' }],
      ],
      toInk(face),
    )}.d{stroke-width:3}`,
  4,
);

/** Renders a globe. */
export function renderGlobe({ land, here, dot }: Globe, face: Face = ownFace): string {
  const middle = globeSize / 2;
  const mark = dot ? `<circle class="d" cx="${Math.round(dot[0])}" cy="${Math.round(dot[1])}" r="7"/>` : '';
  const sea = `<circle cx="${middle}" cy="${middle}" r="${middle - 1}"/>`;
  return toDocument(
    `0 0 ${globeSize} ${globeSize}`,
    getGlobeStyle(face),
    `${sea}${toPath('l', land)}${toPath('h', here)}${mark}`,
  );
}

/** Where two outlines of one path overlap there is a hole: a lake, or a country within another. */
function toPath(name: string, data: string): string {
  return data === '' ? '' : `<path class="${name}" fill-rule="evenodd" d="${data}"/>`;
}

function toDocument(viewBox: string, style: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><style>${style}</style>${body}</svg>\n`;
}
