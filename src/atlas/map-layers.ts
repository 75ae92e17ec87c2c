import type { Face } from '../core/face.ts';
import { drawBase, drawOthers, drawPlaces, type MapPaths } from './locator-map.ts';
import type { MapFrame } from './map-frame.ts';
import { shorten, type MapSpec } from './map-spec.ts';
import { getFrame, getSeen } from './map-surface.ts';
import { getOutlines } from './outlines.ts';
import { renderMap, renderPieces } from './svg.ts';

/** One image of a map, as plain data: all that it is drawn from. */
export interface MapLayer {
  /** The name of its file. Layers that look the same have the same name. */
  readonly id: string;
  readonly frame: MapFrame;
  /** Codes of the countries that are shaded on the lowest image. */
  readonly main: readonly string[];
  /** Codes of the countries that are tinted on the image above it. Undefined for the lowest. */
  readonly others?: readonly string[] | undefined;
  /** Codes of the countries whose outlines pages take from this image one by one. */
  readonly pieces?: readonly string[] | undefined;
}

/**
 * Returns the images that make up a map, the lowest first. That has land, borders and the main place, and all stories
 * with the same main place share it. The other places in view, if there are any, are in a second.
 */
export function getLayers(spec: MapSpec): readonly MapLayer[] {
  const found = getFrame(spec);
  const { name, frame } = found;
  const base = { id: name, frame, main: spec.isShaded ? spec.main : [] };
  const others = getSeen(found, spec.others);
  if (others.length === 0) return [base];
  return [base, { ...base, id: `${name}.${shorten(others.join('-').toLowerCase())}`, others }];
}

/** Returns the image from which a page takes the outlines of the main places one by one, to shade and to link them. */
export function getPiecesLayer(spec: MapSpec): MapLayer {
  const { name, frame } = getFrame(spec);
  const pieces = spec.main.length > 0 ? spec.main : [...getOutlines().shapes.keys()];
  return { id: `${name}-pieces`, frame, main: [], pieces };
}

/** Draws a layer as an SVG file. */
export function drawLayer(layer: MapLayer, face?: Face): string {
  if (layer.pieces) return renderPieces(layer.frame, drawPlaces(layer.frame, layer.pieces));
  return renderMap(layer.frame, getLayerPaths(layer), layer.others ? 'above' : 'lowest', face);
}

/** Draws a layer as the `d` of SVG paths. */
export function getLayerPaths({ frame, main, others }: MapLayer): Partial<MapPaths> {
  return others ? drawOthers(frame, main, others) : drawBase(frame, main);
}
