import { drawFrame, type MapPaths } from './locator-map.ts';
import { mapSize } from './map-frame.ts';
import type { MapSpec } from './map-spec.ts';
import { getFrame, getMiddle, getWorld, isLocator, type MapSubject } from './map-surface.ts';
import { toPathData } from './path-data.ts';
import { renderMap } from './svg.ts';

/** One image of a map, as plain data: all that it is drawn from. */
export type MapLayer = LocatorLayer | WorldLayer;

interface LayerName {
  /** The name of its file. Layers that look the same have the same name. */
  readonly id: string;
}

/** All of a locator map. */
interface LocatorLayer extends LayerName {
  readonly subject: MapSubject;
  /** Codes of the countries that are shaded. */
  readonly shaded: readonly string[];
}

/** The land of a map of the world, or countries that are shaded on it. */
interface WorldLayer extends LayerName {
  /** The meridian in the middle, in degrees east. */
  readonly middle: number;
  /** Codes of the countries of each shaded place. None for the land. */
  readonly places: readonly (readonly string[])[];
}

/**
 * A map of the world with more places than this has them in one image. Each image repeats its style sheet, so that four
 * large countries and the land would be more than 4 kB.
 */
const maxImages = 3;

/**
 * Returns the images that make up a map, the lowest first. A locator map is one image, shared by all stories with the
 * same places. On the world map the land is an image shared by all stories, and so is each place.
 */
export function getLayers({ id, places, countries, framed, point }: MapSpec): readonly MapLayer[] {
  const subject = { framed, point };
  if (isLocator(subject)) return [{ id, subject, shaded: countries }];
  const middle = getMiddle(subject);
  const toLayer = (name: string, some: MapSpec['places']): WorldLayer => ({
    id: `world-${middle}-${name}`,
    middle,
    places: some.map((place) => place.countries),
  });
  const land = { id: `world-${middle}`, middle, places: [] };
  if (places.length > maxImages) return [land, toLayer(id, places)];
  return [land, ...places.map((place) => toLayer(place.name, [place]))];
}

/** Draws a layer as an SVG file. */
export function drawLayer(layer: MapLayer): string {
  return renderMap('subject' in layer ? mapSize : getWorld(layer.middle), getLayerPaths(layer));
}

/** Draws a layer as the `d` of SVG paths. */
export function getLayerPaths(layer: MapLayer): Partial<MapPaths> {
  if ('subject' in layer) {
    const frame = getFrame(layer.subject);
    return frame ? drawFrame(frame, new Set(layer.shaded)) : {};
  }
  const world = getWorld(layer.middle);
  if (layer.places.length === 0) return { land: toPathData(world.getLand(), true) };
  const rings = layer.places.flatMap((countries) => world.getCountries(countries.join(' ')));
  return { here: toPathData(rings, true) };
}
