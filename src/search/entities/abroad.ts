import type { Entity } from './entity.ts';
import { addName, startNames, type EntityNames } from './entity-names.ts';
import { listWorldNames } from './world-names.ts';

/** The number of languages whose names are collected without a pause. They take about two milliseconds. */
const atOnce = 6;

/** Collects the names of places in other languages, with pauses, so that the page stays usable meanwhile. */
export async function collectAbroad(places: readonly Entity[], otherNames: readonly string[]): Promise<EntityNames> {
  const byCode = new Map(places.map((place) => [place.codes[0] ?? place.id, place]));
  const abroad = startNames(otherNames);
  let languages = 0;
  for (const names of listWorldNames([...byCode.keys()])) {
    for (const [code, name] of names) {
      const place = byCode.get(code);
      if (place) addName(abroad, name, place);
    }
    languages += 1;
    if (languages % atOnce === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return abroad;
}
