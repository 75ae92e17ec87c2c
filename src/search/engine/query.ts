import { toIndexWords } from '../format/words.ts';

/** A parsed query; all words are in the form that the index uses. */
export interface Query {
  /** Every word that is wanted, in the order typed, those of phrases too, none twice. */
  readonly words: readonly string[];
  /** Words typed in capitals (`WHO`): never taken for stop words. */
  readonly capitals: ReadonlySet<string>;
  /** Words in quotes: a story must hold them as they stand. */
  readonly phrases: readonly (readonly string[])[];
  /** Words and phrases behind a minus: a story must not hold them. */
  readonly excluded: readonly (readonly string[])[];
}

/** An optional minus, then a phrase in any kind of quotes or a run of anything but space. */
const piece = /(?<minus>(?<!\S)[-−])?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;

/**
 * Takes apart what a reader typed.
 *
 * @example parseQuery('"arms control" Bucharest -Iran')
 * // words: arms, control, bucharest; phrases: [[arms, control]]; excluded: [[iran]]
 */
export function parseQuery(typed: string): Query {
  const words = new Set<string>();
  const capitals = new Set<string>();
  const phrases: (readonly string[])[] = [];
  const excluded: (readonly string[])[] = [];
  for (const { groups } of typed.matchAll(piece)) {
    const text = groups?.['phrase'] ?? groups?.['word'] ?? '';
    const found = toIndexWords(text);
    if (found.length === 0) continue;
    if (groups?.['minus'] !== undefined) {
      excluded.push(found);
      continue;
    }
    for (const word of found) words.add(word);
    if (groups?.['phrase'] !== undefined) phrases.push(found);
    if (/^\p{Lu}{2,}$/u.test(text)) for (const word of found) capitals.add(word);
  }
  return { words: [...words], capitals, phrases, excluded };
}
