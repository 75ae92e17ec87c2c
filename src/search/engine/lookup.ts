import { mergePostings, type Posting } from '../pagefind/index-files.ts';
import type { LanguageTools } from './languages.ts';
import type { IndexedWord, StoryIndex } from '../format/part.ts';

/** A word of a query as found in one index. */
export interface FoundWord {
  /** Its forms in the index. */
  readonly forms: readonly string[];
  /** The word, or the stem that it shares with its other forms. */
  readonly stem: string;
  readonly postings: readonly Posting[];
  /** Whether the word is only the beginning of its forms. */
  readonly isBeginning?: boolean;
}

/** A search word as found in one index. */
export interface SearchWord extends FoundWord {
  /** How often the word was typed, in any of its forms. A compound and its parts count less. */
  readonly times: number;
  /** The numbers of its signs in the query, if the language of the index has no spaces. Found words overlap. */
  readonly signs?: readonly number[] | undefined;
}

/** A word with fewer letters than this is not completed, because too many words begin with it. */
const shortestBeginning = 3;

/** The maximum number of completions of a word that is still being typed, those in most stories first. */
const completions = 12;

/**
 * Finds a word in an index: as typed and in its other forms, or if there are none, as the beginning of longer words.
 */
export async function findWord(word: string, index: StoryIndex, tools: LanguageTools): Promise<FoundWord> {
  for (const bare of [word, ...tools.listBare(word)]) {
    const found = await findForms(bare, index, tools);
    if (found.postings.length > 0) return found;
  }
  if (word.length < shortestBeginning) return toFound(toStem(word, tools), []);
  // The beginning of a number is another number.
  const isLonger = ({ text }: IndexedWord) => !/^\p{Nd}[^\p{L}]/u.test(text.slice(word.length - 1));
  const longer = (await index.readWords(word)).filter(isLonger).sort((a, b) => b.stories - a.stories);
  return { ...toFound(word, longer.slice(0, completions)), isBeginning: true };
}

/** Finds a word in an index, as typed and in its other forms. */
export async function findForms(word: string, index: StoryIndex, tools: LanguageTools): Promise<FoundWord> {
  const stem = toStem(word, tools);
  const beginnings = toBeginnings(tools.removeArticle(word), stem);
  const candidates = await Promise.all(beginnings.map((beginning) => index.readWords(beginning)));
  const forms = unique(candidates.flat()).filter(({ text }) => text === word || toStem(text, tools) === stem);
  return toFound(stem, forms);
}

/** Returns the stem of a word. Stemmers know letters only: that of “F-16s” is “f16”, and “C++” has none. */
function toStem(word: string, tools: LanguageTools): string {
  if (/[^\p{L}\p{M}\p{N}_]/u.test(word)) return word;
  return /\p{Nd}/u.test(word) ? word.replace(/(?<=\p{Nd})s$/u, '') : tools.toStem(word);
}

/** Finds exactly one word, such as a word of a phrase. */
export async function findExactWord(word: string, index: StoryIndex): Promise<readonly Posting[]> {
  return (await index.readWord(word))?.readPlaced() ?? [];
}

/** Returns the common beginning of a word and its stem, with which all of its forms begin. */
function toBeginnings(word: string, stem: string): readonly string[] {
  let length = 0;
  while (length < stem.length && word[length] === stem[length]) length += 1;
  return length >= Math.min(shortestBeginning, word.length)
    ? [word.slice(0, length)]
    : [...new Set([word, stem])].filter(Boolean);
}

function unique(words: readonly IndexedWord[]): readonly IndexedWord[] {
  return [...new Map(words.map((word) => [word.text, word])).values()];
}

function toFound(stem: string, forms: readonly IndexedWord[]): FoundWord {
  return {
    stem,
    forms: forms.map(({ text }) => text),
    postings: mergePostings(forms.map((form) => form.getPostings())),
  };
}
