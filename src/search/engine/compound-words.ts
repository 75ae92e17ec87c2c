import { mergePostings, type Posting } from '../pagefind/index-files.ts';
import type { StoryIndex } from '../format/part.ts';
import type { LanguageTools } from './languages.ts';
import { findExactWord, findForms, type SearchWord } from './lookup.ts';
import { findRuns } from './phrases.ts';
import type { Query } from './query.ts';

/**
 * The worth of a compound and of each of its parts, relative to a word of its own. In a question, more for the compound
 * or less for its parts made the answers to those of Cranfield worse. One that was typed alone comes before its parts.
 */
const [inQuestion, alone] = [
  { whole: 0.5, part: 0.7 },
  { whole: 1, part: 0.1 },
];

/** The same for a compound that was typed as two words. */
const pairShare = 0.3;

/**
 * Lets the spellings of a compound find each other: what is found under its whole form counts for its words, and its
 * words count as the whole where they follow one another.
 *
 * @param words what was found of each word of the query
 * @returns the same for compounds and their words, compounds last
 */
export async function addCompounds(
  words: ReadonlyMap<string, SearchWord>,
  { compounds, pairs }: Query,
  index: StoryIndex,
  tools: LanguageTools,
): Promise<readonly SearchWord[]> {
  const known = new Map(words);
  const wholes: SearchWord[] = [];
  const readPlaced = async (word: string) => {
    const postings = known.get(word)?.postings;
    const isPlaced = postings?.every(({ mentions, positions }) => mentions === positions.length) === true;
    return isPlaced && postings ? postings : findExactWord(word, index);
  };
  const findRun = async (pieces: readonly string[]) => findRuns(await Promise.all(pieces.map(readPlaced)));
  const [first] = compounds.values();
  const share = first && words.size === 1 + first.parts.length && words.has(first.whole) ? alone : inQuestion;
  const add = (word: string, postings: readonly Posting[], worth = 1) => {
    const found = known.get(word);
    if (found)
      known.set(word, { ...found, times: found.times * worth, postings: mergePostings([found.postings, postings]) });
  };
  for (const { whole, parts, pieces } of compounds.values()) {
    // Single letters in a row are seldom a compound.
    if (pieces.some((piece) => [...piece].length > 1)) add(whole, await findRun(pieces));
    const found = known.get(whole);
    if (!found || parts.length === 0) continue;
    known.delete(whole);
    if (found.postings.length === 0) continue;
    wholes.push({ ...found, times: found.times * share.whole });
    for (const part of parts) add(part, found.postings, share.part);
  }
  for (const { whole, words: pair } of pairs) {
    // Their places are in the longest files.
    if (pair.some((word) => tools.everywhere.has(word))) continue;
    // “well known” is a compound, although its first word is a stop word; “a part” is not one.
    if (!pair.some((word) => known.has(word)) || pair.some((word) => !known.has(word) && word.length < 3)) continue;
    const joined = await findForms(whole, index, tools);
    if (joined.postings.length === 0) continue;
    wholes.push({ ...joined, times: pairShare, postings: mergePostings([joined.postings, await findRun(pair)]) });
    for (const word of pair) add(word, joined.postings);
  }
  return [...known.values(), ...wholes];
}
