import { getLayers, getPiecesLayer, type MapLayer } from '../../atlas/map-layers.ts';
import { compareText } from '../../core/issue.ts';
import { memoize } from '../../core/memo.ts';
import type { Article } from '../../news/article.ts';
import { getCountries, type Region } from '../../news/region.ts';
import { toGlobePath, toMapPath, worldMapId } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import { hasMaps, toArticleMapSpec, toRegionMapSpec, toStorylineMapSpec } from '../../views/map.ts';
import { getPlace } from '../../views/place.ts';
import { hasGlobe } from '../../views/teaser.ts';
import type { PageKind } from './page-kind.ts';

/** The images that make up maps, each once, and the outlines of the whole world. */
export const mapFiles: PageKind<string, { readonly layer: MapLayer | undefined }> = {
  route: 'maps/[id].svg.ts',
  list: (context) => [worldMapId, ...collectMaps(context).keys()],
  toPath: toMapPath,
  shows: () => false,
  // An address stands for one image.
  isApart: () => true,
  build: (context, id) => ({ layer: collectMaps(context).get(id) }),
};

/** Globes centred on places. */
export const globeFiles = {
  route: 'globes/[id].svg.ts',
  list: (context) => [...collectGlobes(context).keys()],
  toPath: toGlobePath,
  shows: () => false,
  isApart: () => true,
  build: (context, id) => ({ countries: getCountries(getPlace(context, id)).map(({ code }) => code) }),
} satisfies PageKind<string, object>;

/** Collects the images of the maps of stories, of storylines and of places with stories, by their ids. */
const collectMaps: (context: Context) => ReadonlyMap<string, MapLayer> = memoize((context) => {
  if (!hasMaps(context)) return new Map();
  const { edition } = context;
  // Many stories have the same places, and the same map.
  const byPlaces = new Map(edition.articles.map((article) => [toPlacesKey(article), article]));
  const specs = [
    ...[...byPlaces.values()].map((article) => toArticleMapSpec(context, article)),
    ...[...edition.listings.storyline.values()].map((listing) => toStorylineMapSpec(context, listing)),
  ];
  const ofRegions = [...edition.listings.region.keys()].flatMap((id) => {
    const region = getPlace(context, id);
    const spec = toRegionMapSpec(context, region);
    if (!spec) return [];
    return region.level === 'country' ? getLayers(spec) : [...getLayers(spec), getPiecesLayer(spec)];
  });
  const layers = [...specs.flatMap((spec) => (spec ? getLayers(spec) : [])), ...ofRegions];
  // Images of the same frame are drawn one after another.
  layers.sort((a, b) => compareText(a.id, b.id));
  return new Map(layers.map((layer) => [layer.id, layer] as const));
}, 1);

/** Returns a short text that is the same for stories with the same map. */
function toPlacesKey({ regions, dateline, places }: Article): string {
  return JSON.stringify([regions, dateline?.region, dateline?.at, places.map(({ at }) => at)]);
}

/** Collects the places on which globes are centred, by their ids: those with stories, which the search offers. */
const collectGlobes: (context: Context) => ReadonlyMap<string, Region> = memoize(({ edition }) => {
  const places = [...edition.listings.region.keys()].flatMap((id) => edition.gazetteer.byId.get(id) ?? []);
  return new Map(places.filter(hasGlobe).map((region) => [region.id, region]));
}, 1);
