import { isDense, isSegmented } from '../format/words.ts';
import type { LanguageTools } from './languages.ts';
import type { StoryIndex } from '../format/part.ts';

/** A word of a query in one index. */
export interface SplitWord {
  readonly word: string;
  /** The typed word that it is, or is a part of. */
  readonly typed: string;
  /** The numbers of its signs in the query, if the language of the index has no spaces. Words of the index overlap. */
  readonly signs?: readonly number[];
}

/**
 * Finds the words in a query for languages without spaces. The index itself knows its words: every word of it in a
 * typed run counts, and single characters only where no longer word contains them. Only runs of scripts without spaces
 * are split.
 *
 * Query-time segmenters disagree with the one that Pagefind indexes with
 * (https://github.com/Pagefind/pagefind/issues/1237).
 */
export async function splitByIndex(
  typed: readonly string[],
  index: StoryIndex,
  { toScript }: LanguageTools,
): Promise<readonly SplitWord[]> {
  if (!isSegmented(index.language)) return typed.map((word) => ({ word, typed: word }));
  let start = 0;
  const found: SplitWord[] = [];
  for (const word of typed) {
    for (const run of toRuns(toScript(word))) {
      for (const piece of await splitRun(run, index)) found.push(toSplit(piece, word, start));
      start += [...run].length;
    }
  }
  return found;
}

async function splitRun(run: string, index: StoryIndex): Promise<readonly Piece[]> {
  const [signs, pieces] = [[...run], await findPieces(run, index)];
  const isCovered = signs.map(() => false);
  for (const { at, length } of pieces) if (length > 1) isCovered.fill(true, at, at + length);
  const words = pieces.filter(({ at, length }) => length > 1 || isCovered[at] === false);
  for (const { at } of words) isCovered[at] = true;
  return [...words, ...listUnknown(signs, isCovered)];
}

/** Lists the stretches of a run in which the index knows no word. They are words that it does not have. */
function listUnknown(signs: readonly string[], isCovered: readonly boolean[]): readonly Piece[] {
  const unknown: { word: string; at: number; length: number }[] = [];
  for (const [at, sign] of signs.entries()) {
    const last = unknown.at(-1);
    if (isCovered[at] === true) continue;
    if (last && last.at + last.length === at)
      unknown.splice(-1, 1, { word: last.word + sign, at: last.at, length: last.length + 1 });
    else unknown.push({ word: sign, at, length: 1 });
  }
  return unknown;
}

function toSplit({ word, at, length }: Piece, typed: string, start: number): SplitWord {
  return { word, typed, signs: Array.from({ length }, (_, number) => start + at + number) };
}

/**
 * Does the same for a phrase, whose words must follow one another: the longest word at each position, without overlaps.
 */
export async function cutByIndex(typed: string, index: StoryIndex): Promise<readonly string[]> {
  if (!isSegmented(index.language)) return [typed];
  return (await Promise.all(toRuns(typed).map((run) => cutRun(run, index)))).flat();
}

async function cutRun(run: string, index: StoryIndex): Promise<readonly string[]> {
  const words: string[] = [];
  let end = 0;
  for (const { word, at, length } of await findPieces(run, index)) {
    if (at < end) continue;
    words.push(word);
    end = at + length;
  }
  return words.length > 0 ? words : [run];
}

/** Separates signs of scripts without spaces from others. */
function toRuns(word: string): readonly string[] {
  const runs: string[] = [];
  let wasDense: boolean | undefined;
  for (const sign of word) {
    const isNow = isDense(sign);
    if (isNow === wasDense) runs.push(`${runs.pop() ?? ''}${sign}`);
    else runs.push(sign);
    wasDense = isNow;
  }
  return runs;
}

/** A word of the index within a typed run, with its position in characters. */
interface Piece {
  readonly word: string;
  readonly at: number;
  readonly length: number;
}

/** Finds every word of the index in a typed run, from left to right, longer ones before shorter ones. */
async function findPieces(run: string, index: StoryIndex): Promise<readonly Piece[]> {
  if (!isDense(run)) return [];
  const signs = [...run];
  const lists = await Promise.all([...new Set(signs)].map((sign) => index.readWords(sign)));
  const known = new Set(lists.flat().map(({ text }) => text));
  const pieces = signs.flatMap((_, at) =>
    signs.slice(at).map((__, offset) => ({ word: signs.slice(at, at + offset + 1).join(''), at, length: offset + 1 })),
  );
  return pieces.filter(({ word }) => known.has(word)).sort((a, b) => a.at - b.at || b.length - a.length);
}
