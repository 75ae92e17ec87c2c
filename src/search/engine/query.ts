import { toIndexWords } from '../format/words.ts';

/** A parsed query. All words are in the form that the index uses. */
export interface Query {
  /** Every search word, in the order typed, including those of phrases, without duplicates. */
  readonly words: readonly string[];
  /** How often each word was typed. A long question repeats what it is about. */
  readonly times: ReadonlyMap<string, number>;
  /** Words typed in capitals (`WHO`), which never count as stop words. In a question all in capitals there are none. */
  readonly capitals: ReadonlySet<string>;
  /** Words in quotes, which a story must contain in this order. */
  readonly phrases: readonly (readonly string[])[];
  /** Words and phrases after a minus, which a story must not contain. */
  readonly excluded: readonly (readonly string[])[];
  /** Ids of the places that words stand for, by word. A story about such a place contains the word. */
  readonly places: PlacesByWord;
}

/** Ids of places by the words of a query that stand for them, alone or with others. */
export type PlacesByWord = ReadonlyMap<string, readonly string[]>;

/** Places of a query that names none. */
export const noPlaces: PlacesByWord = new Map();

/** Matches an optional minus, then a phrase in any kind of quotes or a run without spaces. */
const piece = /(?<minus>(?<!\S)[-−])?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;

/** Matches a query of four words or more without a lower-case letter. */
const shouted = /^(?=\s*(?:\S+\s+){3}\S)[^\p{Ll}]*$/u;

/**
 * Parses a reader's query.
 *
 * @example parseQuery('"arms control" Bucharest -Iran')
 * // words: arms, control, bucharest; phrases: [[arms, control]]; excluded: [[iran]]
 */
export function parseQuery(typed: string, places = noPlaces): Query {
  const times = new Map<string, number>();
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
    for (const word of found) times.set(word, (times.get(word) ?? 0) + 1);
    if (groups?.['phrase'] !== undefined) phrases.push(found);
    if (!shouted.test(typed) && /^\p{Lu}{2,}$/u.test(text)) for (const word of found) capitals.add(word);
  }
  return { words: [...times.keys()], times, capitals, phrases, excluded, places };
}

/** A query with this many words outside quotes is a question, in which quotes emphasise. */
const wordsOfQuestion = 8;

/** Returns whether the words in quotes are what is searched for, and not words that a question emphasises. */
export function hasBindingQuotes({ words, phrases }: Query): boolean {
  const quoted = new Set(phrases.flat());
  return phrases.length > 0 && words.filter((word) => !quoted.has(word)).length < wordsOfQuestion;
}

/** Returns a query without its quotes. Their words are still searched for. */
export function removeQuotes(query: Query): Query {
  return { ...query, phrases: [] };
}
