import { readOnlyPage } from '../pagefind/only-page.ts';
import { listBare } from '../format/particles.ts';
import { splitWords } from '../pagefind/word-list.ts';
import { toSimplified } from '../format/simplified.ts';
import { toIndexWord, toPlainSigns } from '../format/words.ts';
import type { IndexAnswer, IndexRequest } from '../pagefind/ask-pagefind.ts';
import { markHeading } from '../pagefind/marks.ts';
import { cutLike } from './cut-like.ts';
import { fieldKind, type Token } from './token-list.ts';

/** A word of the index under which a word of a text is found. */
export interface Term {
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
    kind === 0 ? join(group, language) : markHeading(kind, join(group, language)),
  );
  const request = { language, text: [firstToken, ...stretches].join(' '), meta: join(inField, language) };
  return { request, inText, inField };
}

function join(tokens: readonly Token[], language: string): string {
  return tokens.map(({ text }) => toAsked(text, language)).join(' ');
}

/** Keeps other forms of the underscore from becoming Pagefind's marks. */
function toAsked(text: string, language: string): string {
  const plain = language === 'zh' ? toSimplified(toPlainSigns(text)) : toPlainSigns(text);
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
  for (const chunk of chunks) {
    readOnlyPage(chunk, {
      inText: (word, at, weight) => addTerms(terms[at], listForms(word, language), weight),
      inField: (word, at) => addTerms(fieldTerms[at], listForms(word, language), 0),
    });
  }
  let at = 1;
  const found = inText.map((token) => {
    const from = at;
    while (!isLast(at)) at += 1;
    at += 1;
    const texts = cutLike(token.text, words.slice(from, at), (part) => toAsked(part, language));
    return [token, texts.map((text, number) => ({ text, terms: terms[from + number] ?? [] }))] as const;
  });
  if (at !== words.length) throw new Error('Pagefind did not return every word.');
  return [
    ...found,
    ...inField.map((token, number) => [token, [{ text: token.text, terms: fieldTerms[number] ?? [] }]] as const),
  ];
}

function listForms(word: string, language: string): readonly string[] {
  const form = toIndexWord(word);
  return [form, ...listBare(form, language)];
}

/** Pagefind's words for a compound and for one of its parts can have the same form. The greater weight counts. */
function addTerms(terms: Term[] = [], forms: readonly string[], weight: number): void {
  for (const text of forms) {
    const same = terms.findIndex((term) => term.text === text);
    if (same < 0 && text !== '') terms.push({ text, weight });
    else if ((terms[same]?.weight ?? weight) < weight) terms[same] = { text, weight };
  }
}
