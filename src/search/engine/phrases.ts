import { mergePostings, type Posting } from '../pagefind/index-files.ts';
import type { StoryIndex } from '../format/part.ts';
import { cutByIndex } from './dense.ts';
import { findExactWord } from './lookup.ts';
import type { Phrase } from './query.ts';

/** Finds the pages that have a phrase. */
export async function findPhrase({ words, joined }: Phrase, index: StoryIndex): Promise<ReadonlySet<number>> {
  const pieces = (await Promise.all(words.map((word) => cutByIndex(word, index)))).flat();
  const read = async (word: string) => {
    const wholes = joined.filter((one) => one.words.includes(word)).map(({ whole }) => whole);
    return mergePostings(await Promise.all([word, ...wholes].map((form) => findExactWord(form, index))));
  };
  return new Set(findRuns(await Promise.all(pieces.map(read))).map(({ page }) => page));
}

/**
 * Finds where words follow one another. Parts of compounds (“arms-control”) have the same position.
 *
 * @param lists the postings of each word
 */
export function findRuns(lists: readonly (readonly Posting[])[]): readonly Posting[] {
  const [first = [], ...others] = lists;
  const byPage = others.map((list) => new Map(list.map((posting) => [posting.page, posting])));
  return first.flatMap((posting) => {
    const following = byPage.flatMap((postings) => postings.get(posting.page) ?? []);
    if (following.length < others.length) return [];
    const positions = posting.positions.filter((start) => isRun(start, following));
    const fields = keepShared(posting.fields, following);
    const isFound = positions.length > 0 || Object.keys(fields).length > 0;
    return isFound ? [{ page: posting.page, mentions: positions.length, positions, headings: 0, fields }] : [];
  });
}

function isRun(start: number, following: readonly Posting[]): boolean {
  let reached = [start];
  for (const { positions } of following) {
    const next = positions.filter((position) => reached.some((at) => position === at || position === at + 1));
    if (next.length === 0) return false;
    reached = next;
  }
  return true;
}

/** Names of places, tags and authors are not part of the text. A field with all words of a phrase counts as a match. */
function keepShared(fields: Posting['fields'], following: readonly Posting[]): Posting['fields'] {
  if (following.length === 0) return {};
  return Object.fromEntries(Object.entries(fields).filter(([field]) => following.every((one) => field in one.fields)));
}
