import type { KeptStory } from '../../reader/kept-story.ts';
import type { TextPiece } from '../engine/excerpt.ts';
import type { SearchResult } from '../engine/result.ts';
import { isDense } from '../format/words.ts';

/** The number of letters of an excerpt, and of those before its first match. */
const [excerptLetters, leadLetters] = [180, 40];

/** Creates a pattern for words that begin with a given one. */
function createPattern(word: string): RegExp {
  return isDense(word)
    ? new RegExp(word, 'giu')
    : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${word}[\\p{L}\\p{M}\\p{N}]*`, 'giu');
}

/**
 * Finds the saved stories with all words of a query, those with most matches first. It knows no word forms, phrases or
 * filters: it is for readers without a network, who have a few dozen stories.
 */
export function findKept(stories: readonly KeptStory[], typed: string): readonly SearchResult[] {
  const words = [...new Set(typed.toLowerCase().match(/(?<![^\s])-?[\p{L}\p{M}\p{N}]+|[\p{L}\p{M}\p{N}]+/gu) ?? [])];
  const excluded = words.filter((word) => word.startsWith('-')).map((word) => createPattern(word.slice(1)));
  const wanted = words.filter((word) => !word.startsWith('-')).map(createPattern);
  return stories
    .filter(
      ({ text }) => wanted.every((word) => text.search(word) >= 0) && !excluded.some((word) => text.search(word) >= 0),
    )
    .map((story) => ({ story, matches: countMatches(story, wanted) }))
    .toSorted((a, b) => b.matches - a.matches)
    .map(({ story }) => toResult(story, wanted));
}

/** Counts matches: one in the headline is worth ten in the text. */
function countMatches({ title, text }: KeptStory, words: readonly RegExp[]): number {
  const count = (within: string) => words.reduce((sum, word) => sum + (within.match(word)?.length ?? 0), 0);
  return count(title) * 10 + count(text);
}

function toResult(story: KeptStory, words: readonly RegExp[]): SearchResult {
  const { url, language, title, summary, topic, place, date, text } = story;
  const body = text.slice(text.indexOf(summary) + summary.length);
  const first = Math.min(...words.map((word) => body.search(word)).filter((at) => at >= 0));
  const from = body.lastIndexOf(' ', Math.max(0, first - leadLetters)) + 1;
  const excerpt = Number.isFinite(first) ? `… ${body.slice(from, from + excerptLetters)} …` : '';
  const pattern = words.length > 0 ? new RegExp(words.map(({ source }) => source).join('|'), 'giu') : undefined;
  return {
    url,
    language,
    title: toPieces(title, pattern),
    summary: toPieces(summary, pattern),
    excerpt: excerpt === '' ? [] : toPieces(excerpt, pattern),
    meta: { topic, place, date },
    section: undefined,
  };
}

function toPieces(text: string, pattern: RegExp | undefined): readonly TextPiece[] {
  const matches = pattern ? [...text.matchAll(pattern)] : [];
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { index, 0: match } of matches) {
    pieces.push({ text: text.slice(at, index), isMatch: false }, { text: match, isMatch: true });
    at = index + match.length;
  }
  return [...pieces, { text: text.slice(at), isMatch: false }];
}
