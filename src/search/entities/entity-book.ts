import type { PlacesByWord } from '../engine/query.ts';
import { searchFacets } from '../engine/state.ts';
import { once } from '../../core/memo.ts';
import { toIndexWords } from '../format/words.ts';
import { parseEntities, type Entity } from './entity.ts';
import { collectNames, findSpans, toNameKey, type EntityNames, type NamedSpan } from './entity-names.ts';
import { findAlike } from './find-alike.ts';

/** The entities of an edition, to be looked up by readers' words. */
export interface EntityBook {
  /** Finds the places for which words of a query stand. */
  findPlaces(typed: string): PlacesByWord;
  /** Finds the entities that a query names or begins to name, the likeliest first. */
  find(typed: string): readonly Entity[];
  /**
   * Finds the places for which words stand in another language, if a name has a word that no story contains. The words of
   * the places' titles stand for them as well.
   *
   * @param inexact words that stories contain in other forms only. Beside the name of a continent they may name a region
   *   in another language: “américa latina”
   */
  findPlacesAbroad(typed: string, unknown: readonly string[], inexact?: readonly string[]): Promise<PlacesByWord>;
  /** Finds places by their names in other languages, which it collects when it is first asked. */
  findAbroad(typed: string): Promise<readonly Entity[]>;
  /** Finds the entities whose names are most like words of a query that has no good answer, by code that loads then. */
  findNearest(typed: string): Promise<readonly Entity[]>;
}

/** The number of entities shown. */
const shown = 3;

/** In a longer query a single word is part of a sentence, and only its places are meant. */
const shortQuery = 3;

/** Opens the file with the entities of an edition. */
export function openEntityBook(text: string): EntityBook {
  const list = parseEntities(text, searchFacets);
  const places = list.entities.filter(({ facet }) => facet === 'region');
  const names = collectNames(list);
  // A storyline may be called by the names of places, for which its words stand nevertheless.
  const placeNames = collectNames({ ...list, entities: places });
  const codes = new Map(places.flatMap((place) => place.codes.map((code) => [code, place] as const)));
  const index = list.entities.map((entity) => ({ entity, words: toIndexWords(entity.title) }));
  const readAbroad = once(async () => {
    const world = await import('./abroad.ts').catch(() => undefined);
    return world?.collectAbroad(places, list.otherNames) ?? new Map();
  });
  const find = (typed: string, known: EntityNames) => [...findSpans(toWords(typed), known), ...findCodes(typed, codes)];
  return {
    findPlaces: (typed) => toPlaces(find(typed, placeNames)),
    findPlacesAbroad: async (typed, unknown, inexact = []) => {
      const isPart = find(typed, placeNames).some(({ entities }) => entities.some(hasContinentName));
      const strange = isPart ? [...unknown, ...inexact] : unknown;
      const spans = strange.length > 0 ? findSpans(toWords(typed), await readAbroad()) : [];
      return toPlaces(spans.filter(({ words }) => words.some((word) => strange.includes(word))).map(addTitles));
    },
    find: (typed) => {
      const words = toWords(typed);
      const named = find(typed, names).flatMap((span) => selectMeant(span, words.length));
      const all = [...named, ...findAlike(words, index)];
      // The words of a tag are often part of something larger.
      return limit([...all.filter(({ facet }) => facet !== 'tag'), ...all.filter(({ facet }) => facet === 'tag')]);
    },
    findAbroad: async (typed) => {
      const spans = findSpans(toWords(typed), await readAbroad());
      return limit(spans.flatMap(({ entities }) => entities));
    },
    findNearest: async (typed) => {
      const near = await import('./nearest-name.ts').catch(() => undefined);
      const words = toWords(typed);
      return limit([words.join(' '), ...words].flatMap((word) => near?.findNearestName(word, names) ?? []));
    },
  };
}

function toPlaces(spans: readonly NamedSpan[]): PlacesByWord {
  return new Map(
    spans.flatMap(({ words, entities }) => words.map((word) => [word, entities.map(({ id }) => id)] as const)),
  );
}

/** Returns whether a place is a region or the United States, with which readers share the name of a continent. */
function hasContinentName({ codes: [code = ''] }: Entity): boolean {
  return /^(?:\d{3}|US)$/u.test(code);
}

/** Adds the words by which the stories of this edition call the places of a name in another language. */
function addTitles({ words, entities }: NamedSpan): NamedSpan {
  return { words: [...new Set([...words, ...entities.flatMap(({ title }) => toIndexWords(title))])], entities };
}

/** Splits a query into words, without those that a minus excludes. */
function toWords(typed: string): readonly string[] {
  return toIndexWords(typed.replaceAll(/(?<!\S)[-−](?:["“„«][^"”“»]*["”“»]?|\S+)/gu, ' '));
}

/** Finds codes of places, which are typed in capitals among other words: `KZ`, `KAZ`. */
function findCodes(typed: string, codes: ReadonlyMap<string, Entity>): readonly NamedSpan[] {
  const pieces = typed.split(/\s+/u);
  if (pieces.length > 1 && typed === typed.toUpperCase()) return [];
  return pieces.flatMap((piece) => {
    const place = /^[A-Z]{2,3}$/u.test(piece) ? codes.get(piece) : undefined;
    return place ? [{ words: [toNameKey(piece)], entities: [place] }] : [];
  });
}

/** Selects the entities that a name in a query means. A tag of the same name as anything else is about the same. */
function selectMeant({ words, entities }: NamedSpan, queryWords: number): readonly Entity[] {
  const isSentence = words.length === 1 && queryWords > shortQuery;
  const meant = entities.filter(({ facet }) => facet === 'region' || !isSentence);
  const others = meant.filter(({ facet }) => facet !== 'tag');
  return others.length > 0 ? others : meant;
}

/** Keeps the first entities, each once, and no tag with the title of another. */
function limit(entities: readonly Entity[]): readonly Entity[] {
  const titles = new Map<string, Entity>();
  for (const entity of entities) {
    const key = toNameKey(entity.title);
    if (!titles.has(key)) titles.set(key, entity);
  }
  return [...titles.values()].slice(0, shown);
}
