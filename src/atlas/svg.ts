import { renderInk } from './ink.ts';
import { globeSize, type Globe } from './globe.ts';
import type { MapPaths } from './locator-map.ts';

/** Renders a locator map. Sea is the paper that it lies on; lines stay as thin on a phone as on a wide screen. */
export function renderMap({ width, height }: { readonly width: number; readonly height: number }, paths: MapPaths): string {
  const style = `path{fill:none;stroke-width:.8;vector-effect:non-scaling-stroke}${renderInk([
    ['.g', { stroke: 'graticule' }],
    ['.l', { fill: 'land', stroke: 'coast' }],
    ['.h', { fill: 'here', stroke: 'coast' }],
    ['.b', { stroke: 'border' }],
  ])}`;
  const body = `${toPath('g', paths.graticule)}${toPath('l', paths.land)}${toPath('b', paths.borders)}${toPath('h', paths.here)}`;
  return toDocument(`0 0 ${width} ${height}`, style, body);
}

/** Renders a globe. */
export function renderGlobe({ land, here, dot }: Globe): string {
  const middle = globeSize / 2;
  const style = `path{stroke-width:.8}circle{stroke-width:1.2}${renderInk([
    ['circle', { fill: 'sea', stroke: 'coast' }],
    ['.l', { fill: 'globe', stroke: 'coast' }],
    ['.h', { fill: 'here', stroke: 'here' }],
    ['.d', { fill: 'here', stroke: 'text' }],
  ])}.d{stroke-width:3}`;
  const mark = dot ? `<circle class="d" cx="${Math.round(dot[0])}" cy="${Math.round(dot[1])}" r="7"/>` : '';
  const sea = `<circle cx="${middle}" cy="${middle}" r="${middle - 1}"/>`;
  return toDocument(`0 0 ${globeSize} ${globeSize}`, style, `${sea}${toPath('l', land)}${toPath('h', here)}${mark}`);
}

/** Where two outlines of one path lie over each other is a hole: a lake, or a country within another. */
function toPath(name: string, data: string): string {
  return data === '' ? '' : `<path class="${name}" fill-rule="evenodd" d="${data}"/>`;
}

function toDocument(viewBox: string, style: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><style>${style}</style>${body}</svg>\n`;
}
