import type { Entity, EntityList } from './entity.ts';
import { isDense, toIndexWords } from '../format/words.ts';

/** Entities by name, in the form of the index. */
export type EntityNames = ReadonlyMap<string, readonly Entity[]>;

/** A run of words of a query that names entities. */
export interface NamedSpan {
  readonly words: readonly string[];
  readonly entities: readonly Entity[];
}

/** No name of an entity has more words that matter. */
const longestName = 6;

/** The shortest word that may be a plural. */
const shortestPlural = 5;

/**
 * Returns a name as it is looked up.
 *
 * @example toNameKey('Côte d’Ivoire') // 'cote ivoire'
 */
export function toNameKey(name: string): string {
  return toIndexWords(name).join(' ');
}

/** Collects entities by their names. */
export function collectNames({ entities, otherNames }: EntityList): EntityNames {
  const names = startNames(otherNames);
  for (const entity of entities)
    for (const name of [entity.title, entity.id.replaceAll('-', ' '), ...entity.names]) addName(names, name, entity);
  return names;
}

/** Starts a collection with names that are not to be taken for those of an entity. */
export function startNames(otherNames: readonly string[]): Map<string, Entity[]> {
  return new Map(otherNames.map((name) => [toNameKey(name), []]));
}

/** Adds a name to a collection. One without letters and digits is left out. */
export function addName(names: Map<string, Entity[]>, name: string, entity: Entity): void {
  const key = toNameKey(name);
  const known = names.get(key);
  if (key !== '' && !known) names.set(key, [entity]);
  else if (known && !known.includes(entity)) known.push(entity);
}

/**
 * Finds the names in a query, from left to right, longer ones before shorter ones, each word in one of them.
 *
 * @example findSpans(['south', 'korea', 'exports'], names) // one of south and korea
 */
export function findSpans(words: readonly string[], names: EntityNames): readonly NamedSpan[] {
  const spans: NamedSpan[] = [];
  for (let at = 0; at < words.length;) {
    const span = findSpanAt(words, at, names) ?? findDense(words[at] ?? '', names);
    if (span && span.entities.length > 0) spans.push(span);
    at += span?.words.length ?? 1;
  }
  return spans;
}

function findSpanAt(words: readonly string[], at: number, names: EntityNames): NamedSpan | undefined {
  for (let length = Math.min(longestName, words.length - at); length > 0; length -= 1) {
    const own = words.slice(at, at + length);
    const entities = findName(own.join(' '), names);
    if (entities) return { words: own, entities };
  }
  return undefined;
}

/** Finds a name, or what it is the plural of. */
function findName(key: string, names: EntityNames): readonly Entity[] | undefined {
  return (
    names.get(key) ?? (key.length >= shortestPlural && key.endsWith('s') ? names.get(key.slice(0, -1)) : undefined)
  );
}

/** Finds the names within a run of letters of a script without spaces. */
function findDense(word: string, names: EntityNames): NamedSpan | undefined {
  if (!isDense(word)) return undefined;
  const signs = [...word];
  const entities: Entity[] = [];
  for (let at = 0; at < signs.length;) {
    const length = findLongest(signs, at, names);
    if (length > 0) entities.push(...(names.get(signs.slice(at, at + length).join('')) ?? []));
    at += Math.max(1, length);
  }
  return { words: [word], entities };
}

/** Returns the length of the longest name at a place, of at least two signs. */
function findLongest(signs: readonly string[], at: number, names: EntityNames): number {
  for (let length = signs.length - at; length > 1; length -= 1)
    if (names.has(signs.slice(at, at + length).join(''))) return length;
  return 0;
}
