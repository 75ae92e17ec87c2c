import { layOutWorldMap, type Mark } from '../atlas/world-layout.ts';
import { memoize } from '../core/memo.ts';
import { getCountries, type Region } from '../news/region.ts';
import { toMapPath, worldMapId } from '../news/urls.ts';
import type { Context, CountedLink } from './context.ts';
import { toPlaceLink } from './place.ts';

/** The world, with the address of all land. Its outlines are one file, from which pages take pieces. */
interface WorldView {
  readonly width: number;
  readonly height: number;
  readonly land: string;
}

/** A country on the map of the world. */
interface WorldPieceView {
  /** The address of its outline: the map's file with a fragment. Undefined if it is too small. */
  readonly outline?: string | undefined;
  /** Its mark, in map units, if it is too small to be clicked. */
  readonly mark?: Mark | undefined;
}

/** A country on the map of the world that links to its stories. */
interface WorldCountryView extends WorldPieceView, CountedLink {
  /** 1 for few stories to 5 for most. */
  readonly shade: number;
}

/** The map of the world by number of stories. */
export interface WorldMapView extends WorldView {
  /** Largest first, so that small ones are on top. */
  readonly countries: readonly WorldCountryView[];
  /** The legend of the shades: `3–8`. */
  readonly legend: readonly { readonly shade: number; readonly text: string }[];
}

/** A place on the map of the world. */
export interface PlaceInWorldView extends WorldView {
  readonly pieces: readonly WorldPieceView[];
  /** Describes the map. */
  readonly alt: string;
}

const shadeCount = 5;

/** Builds the map of the world, shaded by the number of stories of each place. */
export function buildWorldMap(context: Context, counts: ReadonlyMap<Region, number>): WorldMapView {
  const { edition, words } = context;
  const pieces = getPieces(context);
  const known = [...pieces].flatMap(([code, piece]) => {
    const region = edition.gazetteer.byCode.get(code);
    const count = region && counts.get(region);
    return region && count !== undefined ? [{ piece, region, count }] : [];
  });
  const bounds = toBounds(known.map(({ count }) => count));
  return {
    ...buildWorld(context),
    countries: known.map(({ piece, region, count }) => ({
      ...toPlaceLink(context, region),
      ...piece,
      count: words.stories(count),
      shade: bounds.findIndex((bound) => count <= bound) + 1,
    })),
    legend: bounds.map((bound, index) => {
      const least = (bounds[index - 1] ?? 0) + 1;
      return { shade: index + 1, text: least === bound ? words.number(bound) : words.range(least, bound) };
    }),
  };
}

/** Builds the map of the world with one place shaded. */
export function buildPlaceInWorld(context: Context, region: Region): PlaceInWorldView {
  const pieces = getPieces(context);
  return {
    ...buildWorld(context),
    pieces: getCountries(region).flatMap(({ code }) => pieces.get(code) ?? []),
    alt: context.words.mapAlt(region.title, undefined),
  };
}

function buildWorld({ addresses }: Context): WorldView {
  const { width, height } = layOutWorldMap();
  return { width, height, land: `${addresses.href(toMapPath(worldMapId))}#land` };
}

const getPieces: (context: Context) => ReadonlyMap<string, WorldPieceView> = memoize(({ addresses }) => {
  const file = addresses.href(toMapPath(worldMapId));
  return new Map(
    layOutWorldMap().places.map(({ code, hasOutline, mark }) => [
      code,
      { outline: hasOutline ? `${file}#${code.toLowerCase()}` : undefined, mark },
    ]),
  );
}, 1);

/** Returns the shades of counts on a scale of their own: 1 for few stories to 5 for most. */
export function toShades(counts: readonly number[]): readonly number[] {
  const bounds = toBounds(counts);
  return counts.map((count) => bounds.findIndex((bound) => count <= bound) + 1);
}

/** Returns the upper bounds of up to five shades on a geometric scale. The last is the largest count. */
function toBounds(counts: readonly number[]): readonly number[] {
  const largest = Math.max(0, ...counts);
  const bounds = Array.from({ length: shadeCount }, (_, index) => Math.round(largest ** ((index + 1) / shadeCount)));
  return [...new Set(largest > 0 ? bounds : [])];
}
