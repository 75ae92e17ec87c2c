import { CborReader } from '../format/cbor.ts';
import { splitWords } from '../format/word-list.ts';
import type { IndexAnswer, IndexRequest } from './ask-pagefind.ts';
import { markHeading } from './marks.ts';
import { fieldKind, type Token } from './token-list.ts';

/** A word of the index under which a word of a text is found. */
interface Term {
  readonly text: string;
  /** Its spelling with accents if it has lost them, or else empty. */
  readonly spelling: string;
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

/** Asks about each of some different tokens once. */
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
  return tokens.map(({ text }) => text).join(' ');
}

/** Returns the words of every token of a question. */
export function readAnswer(
  { inText, inField }: Question,
  { content, chunks }: IndexAnswer,
): readonly (readonly [Token, readonly TokenWord[]])[] {
  const { words: texts, joiner } = splitWords(content);
  // Pagefind leaves a space after the last word of a token.
  const isLast = (at: number) => joiner !== '' || at >= texts.length - 1 || texts[at]?.endsWith(' ') === true;
  const words = texts.map(toWord);
  const fieldWords = inField.map(({ text }) => toWord(text));
  for (const chunk of chunks) readTerms(chunk, words, fieldWords);
  let at = 1;
  const found = inText.map((token) => {
    const from = at;
    while (!isLast(at)) at += 1;
    at += 1;
    return [token, words.slice(from, at)] as const;
  });
  if (at !== texts.length) throw new Error('Pagefind did not return every word.');
  return [...found, ...inField.map((token, number) => [token, fieldWords.slice(number, number + 1)] as const)];
}

function toWord(text: string): TokenWord {
  return { text: text.trimEnd(), terms: [] };
}

/** Reads one of Pagefind's word files. */
function readTerms(chunk: Uint8Array, words: readonly TokenWord[], fieldWords: readonly TokenWord[]): void {
  const reader = new CborReader(chunk);
  const readPages = (text: string, spelling: string) => {
    // There is one page, the text, or none if all places are those of a spelling.
    for (let pages = reader.readArray(); pages > 0; pages -= 1) {
      reader.readArray();
      reader.readNumber();
      readPlaces(reader, (at, weight) => words[at]?.terms.push({ text, spelling, weight }));
      readPlaces(reader, (at) => fieldWords[at]?.terms.push({ text, spelling, weight: 0 }));
    }
  };
  reader.readArray();
  for (let left = reader.readArray(); left > 0; left -= 1) {
    reader.readArray();
    const text = reader.readText();
    readPages(text, '');
    for (let spellings = reader.readArray(); spellings > 0; spellings -= 1) {
      reader.readArray();
      readPages(text, reader.readText());
    }
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
