import { mergePostings, type Posting } from '../format/index-files.ts';
import type { LanguageTools } from './languages.ts';
import type { IndexedWord, StoryIndex } from '../format/part.ts';
import { isSegmented } from '../format/words.ts';

/** A word of a query as found in one index. */
export interface FoundWord {
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
  const longer = (await index.readWords(word)).map((entry) => ({ entry, stories: entry.getPostings().length }));
  const likely = longer.sort((a, b) => b.stories - a.stories).slice(0, completions);
  return toFound(
    word,
    likely.map(({ entry }) => entry),
  );
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
  return mergePostings(found.map((entry) => entry.getPostings()));
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
  return { stem, postings: mergePostings(forms.map((form) => form.getPostings())) };
}

/**
 * Finds the words in a text typed without spaces, for languages that are written so. The index itself knows its words:
 * every word of it in the typed text counts, and single characters only where no longer word contains them.
 *
 * Query-time segmenters disagree with the one that Pagefind indexes with
 * (https://github.com/Pagefind/pagefind/issues/1237).
 */
export async function splitByIndex(typed: string, index: StoryIndex): Promise<readonly string[]> {
  if (!isSegmented(index.language)) return [typed];
  const [signs, pieces] = [[...typed], await findPieces(typed, index)];
  const isCovered = signs.map(() => false);
  for (const { at, length } of pieces) if (length > 1) isCovered.fill(true, at, at + length);
  const words = pieces.filter(({ at, length }) => length > 1 || !isCovered[at]).map(({ word }) => word);
  return words.length > 0 ? [...new Set(words)] : [typed];
}

/**
 * Does the same for a phrase, whose words must follow one another: the longest word at each position, without overlaps.
 */
export async function cutByIndex(typed: string, index: StoryIndex): Promise<readonly string[]> {
  if (!isSegmented(index.language)) return [typed];
  const words: string[] = [];
  let end = 0;
  for (const { word, at, length } of await findPieces(typed, index)) {
    if (at < end) continue;
    words.push(word);
    end = at + length;
  }
  return words.length > 0 ? words : [typed];
}

/** A word of the index within the typed text, with its position in characters. */
interface Piece {
  readonly word: string;
  readonly at: number;
  readonly length: number;
}

/** Finds every word of the index in the typed text, from left to right, longer ones before shorter ones. */
async function findPieces(typed: string, index: StoryIndex): Promise<readonly Piece[]> {
  const signs = [...typed];
  const lists = await Promise.all([...new Set(signs)].map((sign) => index.readWords(sign)));
  const known = new Set(lists.flat().map(({ text }) => text));
  const pieces = signs.flatMap((_, at) =>
    signs.slice(at).map((__, offset) => ({ word: signs.slice(at, at + offset + 1).join(''), at, length: offset + 1 })),
  );
  return pieces.filter(({ word }) => known.has(word)).sort((a, b) => a.at - b.at || b.length - a.length);
}
