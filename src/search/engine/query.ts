import { toIndexWords } from '../format/words.ts';

/** A parsed query. All words are in the form that the index uses. */
export interface Query {
  /** Every search word, in the order typed, including those of phrases, without duplicates. */
  readonly words: readonly string[];
  /** Words typed in capitals (`WHO`), which never count as stop words. */
  readonly capitals: ReadonlySet<string>;
  /** Words in quotes, which a story must contain in this order. */
  readonly phrases: readonly (readonly string[])[];
  /** Words and phrases after a minus, which a story must not contain. */
  readonly excluded: readonly (readonly string[])[];
}

/** Matches an optional minus, then a phrase in any kind of quotes or a run without spaces. */
const piece = /(?<minus>(?<!\S)[-−])?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;

/**
 * Parses a reader's query.
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
