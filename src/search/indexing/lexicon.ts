import { askPagefind } from '../pagefind/ask-pagefind.ts';
import { toCompoundTerms } from './compound-terms.ts';
import { fieldKind, type Token } from './token-list.ts';
import { readAnswer, toQuestion, type TokenWord } from './token-words.ts';

/** A token of a language, and the words of the index under which it is found. */
export type KnownToken = readonly [language: string, token: Token, words: readonly TokenWord[]];

/** The number of tokens above which a lexicon starts anew. Each takes about 300 bytes. */
const maxTokens = 200_000;

/**
 * Knows under which words of the index every token is found. Pagefind decides that for each token without looking at
 * those around it, so it is asked only once about each.
 */
export class Lexicon {
  /** By language, and by the kind of token. */
  readonly #known = new Map<string, readonly Map<string, readonly TokenWord[]>[]>();
  #last: ReadonlyMap<string, readonly Token[]> = new Map();
  #size = 0;

  /** Asks Pagefind about tokens that are not known yet, by language. */
  async learn(tokens: ReadonlyMap<string, readonly Token[]>): Promise<void> {
    if (this.#size > maxTokens) this.#clear();
    this.#last = tokens;
    const questions = [...tokens].flatMap(([language, all]) => {
      const unknown = all.filter((token) => !this.#getKind(language, token).has(token.text));
      return unknown.length > 0 ? [toQuestion(language, unknown)] : [];
    });
    if (questions.length === 0) return;
    const answers = await askPagefind(questions.map(({ request }) => request));
    for (const [at, answer] of answers.entries()) {
      const question = questions[at];
      if (!question) continue;
      const { language } = question.request;
      this.add(readAnswer(question, answer).map(([token, words]) => [language, token, words.map(toCompoundTerms)]));
    }
  }

  /** Adds tokens that are not known yet. */
  add(tokens: readonly KnownToken[]): void {
    for (const [language, token, words] of tokens) this.#getKind(language, token).set(token.text, words);
    this.#size += tokens.length;
  }

  /** Lists the tokens that it was asked to learn last. */
  listLast(): readonly KnownToken[] {
    return [...this.#last].flatMap(([language, tokens]) =>
      tokens.map((token): KnownToken => [language, token, this.getWords(language, token)]),
    );
  }

  /** Returns the words of a token that has been learnt: one, except in languages without spaces. */
  getWords(language: string, token: Token): readonly TokenWord[] {
    return this.#getKind(language, token).get(token.text) ?? [];
  }

  #getKind(language: string, { kind }: Token): Map<string, readonly TokenWord[]> {
    const known = this.#known.get(language) ?? Array.from({ length: fieldKind + 1 }, () => new Map());
    this.#known.set(language, known);
    return known[kind] ?? new Map<string, readonly TokenWord[]>();
  }

  #clear(): void {
    this.#known.clear();
    this.#size = 0;
  }
}
