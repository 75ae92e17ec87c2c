import { CborReader } from '../format/cbor.ts';
import { listBare } from '../format/particles.ts';
import { splitWords } from '../format/word-list.ts';
import { toIndexWord, toPlainSigns } from '../format/words.ts';
import type { IndexAnswer, IndexRequest } from './ask-pagefind.ts';
import { markHeading } from './marks.ts';
import { cutLike } from './cut-like.ts';
import { fieldKind, type Token } from './token-list.ts';

/** A word of the index under which a word of a text is found. */
interface Term {
  /** In the form of `toIndexWord`. */
  readonly text: string;
  /** Parts of compounds and words of headings weigh differently from plain words. 0 in meta fields. */
  readonly weight: number;
}

/** A word of a text, as Pagefind numbers words, and the terms under which it is found. */
export interface TokenWord {
  readonly text: string;
  readonly terms: Term[];
}

/** Stands before all tokens, because Pagefind returns nothing for a text without a word. */
const firstToken = 'a';

/** Different tokens of one language, and what Pagefind is asked about them. */
export interface Question {
  readonly request: IndexRequest;
  /** The tokens of the request's text and of its meta field, in their order. */
  readonly inText: readonly Token[];
  readonly inField: readonly Token[];
}

/** Asks about each of some different tokens once, in the signs that a reader may type. */
export function toQuestion(language: string, tokens: readonly Token[]): Question {
  const inText = tokens.filter(({ kind }) => kind !== fieldKind).sort((a, b) => a.kind - b.kind);
  const inField = tokens.filter(({ kind }) => kind === fieldKind);
  const stretches = [...Map.groupBy(inText, ({ kind }) => kind)].map(([kind, group]) =>
    kind === 0 ? join(group) : markHeading(kind, join(group)),
  );
  const request = { language, text: [firstToken, ...stretches].join(' '), meta: join(inField) };
  return { request, inText, inField };
}

function join(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => toAsked(text)).join(' ');
}

/** Keeps other forms of the underscore from becoming Pagefind's marks. */
function toAsked(text: string): string {
  const plain = toPlainSigns(text);
  return plain === text ? text : plain.replaceAll(/_{3,}/gu, '__');
}

/** Returns the words of every token of a question. */
export function readAnswer(
  { request: { language }, inText, inField }: Question,
  { content, chunks }: IndexAnswer,
): readonly (readonly [Token, readonly TokenWord[]])[] {
  const { words, joiner } = splitWords(content);
  // Pagefind leaves a space after the last word of a token.
  const isLast = (at: number) => joiner !== '' || at >= words.length - 1 || words[at]?.endsWith(' ') === true;
  const terms = words.map((): Term[] => []);
  const fieldTerms = inField.map((): Term[] => []);
  const listForms = (word: string) => [word, ...listBare(word, language)];
  for (const chunk of chunks) readTerms(chunk, listForms, terms, fieldTerms);
  let at = 1;
  const found = inText.map((token) => {
    const from = at;
    while (!isLast(at)) at += 1;
    at += 1;
    const texts = cutLike(token.text, words.slice(from, at), toAsked);
    return [token, texts.map((text, number) => ({ text, terms: terms[from + number] ?? [] }))] as const;
  });
  if (at !== words.length) throw new Error('Pagefind did not return every word.');
  return [
    ...found,
    ...inField.map((token, number) => [token, [{ text: token.text, terms: fieldTerms[number] ?? [] }]] as const),
  ];
}

/** Reads one of Pagefind's word files. */
function readTerms(
  chunk: Uint8Array,
  listForms: (word: string) => readonly string[],
  terms: readonly Term[][],
  fieldTerms: readonly Term[][],
): void {
  const reader = new CborReader(chunk);
  const readPages = (word: string) => {
    const forms = listForms(toIndexWord(word));
    // There is one page, the text, or none if all places are those of a spelling.
    for (let pages = reader.readArray(); pages > 0; pages -= 1) {
      reader.readArray();
      reader.readNumber();
      readPlaces(reader, (at, weight) => addTerms(terms[at], forms, weight));
      readPlaces(reader, (at) => addTerms(fieldTerms[at], forms, 0));
    }
  };
  reader.readArray();
  for (let left = reader.readArray(); left > 0; left -= 1) {
    reader.readArray();
    readPages(reader.readText());
    // Words that lost marks, as they were before.
    for (let spellings = reader.readArray(); spellings > 0; spellings -= 1) {
      reader.readArray();
      readPages(reader.readText());
    }
  }
}

/** Pagefind's words for a compound and for one of its parts can have the same form. The greater weight counts. */
function addTerms(terms: Term[] = [], forms: readonly string[], weight: number): void {
  for (const text of forms) {
    const same = terms.findIndex((term) => term.text === text);
    if (same < 0 && text !== '') terms.push({ text, weight });
    else if ((terms[same]?.weight ?? weight) < weight) terms[same] = { text, weight };
  }
}

/** Reads differences between places. Negative numbers are the weight or the field of those after them, and restart the count. */
function readPlaces(reader: CborReader, onPlace: (at: number, code: number) => void): void {
  let [code, at] = [0, 0];
  for (let left = reader.readArray(); left > 0; left -= 1) {
    const value = reader.readNumber();
    if (value < 0) [code, at] = [-1 - value, 0];
    else onPlace((at += value), code);
  }
}
