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
    const forms = await findForms(bare, index, tools);
    if (forms.length > 0) return toFound(tools.toStem(bare), forms);
  }
  if (word.length < shortestBeginning) return toFound(tools.toStem(word), []);
  const longer = (await index.readWords(word)).toSorted((a, b) => b.stories - a.stories);
  return toFound(word, longer.slice(0, completions));
}

async function findForms(word: string, index: StoryIndex, tools: LanguageTools): Promise<readonly IndexedWord[]> {
  const stem = tools.toStem(word);
  const beginnings = toBeginnings(tools.removeArticle(word), stem);
  const candidates = await Promise.all(beginnings.map((beginning) => index.readWords(beginning)));
  return unique(candidates.flat()).filter(({ text }) => text === word || tools.toStem(text) === stem);
}

/** Finds exactly one word, such as a word of a phrase. */
export async function findExactWord(word: string, index: StoryIndex): Promise<readonly Posting[]> {
  const found = (await index.readWords(word)).filter(({ text }) => text === word);
  return mergePostings(await Promise.all(found.map((entry) => entry.readPlaced())));
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
