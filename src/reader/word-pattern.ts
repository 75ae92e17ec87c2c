/** Scripts that have no spaces between words. Every page has this, so it shares no file with the search. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Returns a pattern that finds words in a text, ignoring case. It matches whole words only, except in scripts without
 * spaces.
 *
 * @returns undefined when there is no word
 * @example 'Vaccines, vaccinated'.match(createWordPattern(['vaccines'])) // ['Vaccines']
 */
export function createWordPattern(words: readonly string[]): RegExp | undefined {
  const found = words.flatMap((word) => word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  // Longer ones first, so that a shorter one does not match their beginning.
  const sorted = [...new Set(found)].sort((a, b) => b.length - a.length);
  if (sorted.length === 0) return undefined;
  const whole = sorted.filter((word) => !dense.test(word));
  const parts = [
    ...(whole.length > 0 ? [`(?<![\\p{L}\\p{M}\\p{N}])(?:${whole.join('|')})(?![\\p{L}\\p{M}\\p{N}])`] : []),
    ...sorted.filter((word) => dense.test(word)),
  ];
  return new RegExp(parts.join('|'), 'giu');
}
