import { toCompound, type Compound } from '../format/compounds.ts';
import { toTyped } from '../format/words.ts';

/** A phrase as the index has its words. */
export interface Phrase {
  /** Its words, in order. Those of a compound are apart, unless they would be others without its signs. */
  readonly words: readonly string[];
  /** Compounds of words that follow one another, which count as all of them. */
  readonly joined: readonly JoinedWords[];
}

/** Words that follow one another, and the one that they are when written together. */
interface JoinedWords {
  readonly whole: string;
  readonly words: readonly string[];
}

/** A parsed query. All words are in the form that the index uses. */
export interface Query {
  /** Every search word, in the order typed, including those of phrases, without duplicates. */
  readonly words: readonly string[];
  /** How often each word was typed. A long question repeats what it is about. */
  readonly times: ReadonlyMap<string, number>;
  /**
   * Words typed in capitals (`WHO`), which never count as stop words. In a question all in capitals there are none, and
   * `AND`, `OR` and `NOT` are operators of other searches.
   */
  readonly capitals: ReadonlySet<string>;
  /** Words typed with signs (`F-16`), by their whole form, which is in `words` before their parts. */
  readonly compounds: ReadonlyMap<string, Compound>;
  /** Neighbouring words that were typed with a space between them, and might have none in a text. */
  readonly pairs: readonly JoinedWords[];
  /** Words in quotes, which a story must contain in this order. */
  readonly phrases: readonly Phrase[];
  /** Words and phrases after a minus, which a story must not contain. */
  readonly excluded: readonly Phrase[];
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

/** An operator of another search: the site, which is this one, or where a word must be. */
const operator = /^(?:(?:site|filetype):\S*|(?:all)?(?:in)?(?:title|text|url):)/u;

/** The s of a possessive. */
const possessive = /['’]\p{L}(?!\p{L})/gu;

/**
 * Parses a reader's query.
 *
 * @example parseQuery('"arms control" Bucharest -Iran')
 * // words: arms, control, bucharest; phrases: [arms control]; excluded: [iran]
 */
export function parseQuery(typed: string, places = noPlaces): Query {
  const times = new Map<string, number>();
  const capitals = new Set<string>();
  const phrases: Phrase[] = [];
  const excluded: Phrase[] = [];
  const wanted: (readonly Compound[])[] = [];
  for (const { groups } of typed.matchAll(piece)) {
    const text = groups?.['phrase'] ?? groups?.['word']?.replace(operator, '') ?? '';
    const phrase = toPhrase(text);
    if (phrase.words.length === 0) continue;
    if (groups?.['minus'] !== undefined) {
      excluded.push(phrase);
      continue;
    }
    const found = readWords(text.replaceAll(possessive, ''));
    wanted.push(found);
    for (const word of found.flatMap(listWords)) times.set(word, (times.get(word) ?? 0) + 1);
    if (groups?.['phrase'] !== undefined) phrases.push(phrase);
    if (!shouted.test(typed) && /^(?!(?:AND|OR|NOT)$)\p{Lu}{2,}$/u.test(text))
      for (const { whole } of found) capitals.add(whole);
  }
  const all = wanted.flat();
  return {
    words: [...times.keys()],
    times,
    capitals,
    compounds: new Map(all.filter(isCompound).map((compound) => [compound.whole, compound])),
    pairs: joinNeighbours(all),
    phrases,
    excluded,
    places,
  };
}

function readWords(text: string): readonly Compound[] {
  return toTyped(text)
    .split(/\s+/u)
    .map(toCompound)
    .filter(({ whole }) => whole !== '');
}

function listWords({ whole, parts }: Compound): readonly string[] {
  return [whole, ...parts];
}

function isCompound({ parts, pieces }: Compound): boolean {
  return parts.length + pieces.length > 0;
}

function joinNeighbours(words: readonly Compound[]): readonly JoinedWords[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    if (!before || isCompound(before) || isCompound(word)) return [];
    return [{ whole: before.whole + word.whole, words: [before.whole, word.whole] }];
  });
}

function toPhrase(text: string): Phrase {
  const words = readWords(text);
  const compounds = words.flatMap(({ whole, pieces }) => (pieces.length > 0 ? [{ whole, words: pieces }] : []));
  return {
    words: words.flatMap(({ whole, pieces }) => (pieces.length > 0 ? pieces : [whole])),
    joined: [...compounds, ...joinNeighbours(words)],
  };
}

/** A query with this many words outside quotes is a question, in which quotes emphasise. */
const wordsOfQuestion = 8;

/** Returns whether the words in quotes are what is searched for, and not words that a question emphasises. */
export function hasBindingQuotes({ words, phrases }: Query): boolean {
  const quoted = new Set(phrases.flatMap((phrase) => [...phrase.words, ...phrase.joined.map(({ whole }) => whole)]));
  return phrases.length > 0 && words.filter((word) => !quoted.has(word)).length < wordsOfQuestion;
}

/** Returns a query without its quotes. Their words are still searched for. */
export function removeQuotes(query: Query): Query {
  return { ...query, phrases: [] };
}
