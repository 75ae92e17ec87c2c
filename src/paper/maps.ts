import { hash } from 'node:crypto';
import { getLayers, type MapLayer } from '../atlas/locator.ts';
import { toMapSpec } from '../atlas/map-spec.ts';
import { memoize } from '../core/memo.ts';
import type { Region } from '../news/region.ts';
import type { Context } from '../views/context.ts';
import { toArticleMapSpec, toStorylineMapSpec } from '../views/map.ts';
import { getPlace } from '../views/place.ts';
import { getGlobePlace } from '../views/teaser.ts';

/** Returns every picture that maps of a site are made of by its id, each once: those of stories, of storylines, and of places with stories. */
export const collectMaps: (context: Context) => ReadonlyMap<string, MapLayer> = memoize((context) => {
  const { edition } = context;
  const specs = [
    ...edition.articles.map((article) => toArticleMapSpec(context, article)),
    ...[...edition.listings.storyline.values()].map((listing) => toStorylineMapSpec(context, listing)),
    ...[...edition.listings.region.keys()].map((id) => toMapSpec(edition.gazetteer, [getPlace(context, id).code])),
  ];
  const distinct = new Map(specs.flatMap((spec) => (spec ? [[spec.id, spec] as const] : [])));
  return new Map([...distinct.values()].flatMap(getLayers).map((layer) => [layer.id, layer]));
}, 1);

/** Returns the places that a globe is turned to by their ids: each that leads a story. */
export const collectGlobes: (context: Context) => ReadonlyMap<string, Region> = memoize((context) => {
  const places = context.edition.articles.flatMap((article) => getGlobePlace(context, article) ?? []);
  return new Map(places.map((region) => [region.id, region]));
}, 1);

/** Fingerprint of the names and members of places: what is written on maps, and shaded. */
export const getPlacesKey: (context: Context) => string = memoize(({ edition }) => {
  const places = [...edition.gazetteer.byCode.values()].map(({ code, title, children }) =>
    [code, title, ...children.map((child) => child.code)].join(' '),
  );
  return hash('sha1', places.join('\n'), 'base64url');
}, 1);
