/** The least number of letters that words of a family share, and that a part has which is all that is known of a word. */
export const leastLetters = 5;

/** The share of the longer word that a family has in common. With less, “treason” would find “treasury”. */
const leastShared = 0.75;

/** The least number of letters of a part of a compound, and the share of the compound that all known parts make up. */
const [shortestPart, leastKnown] = [4, 0.5];

/**
 * Finds the word of the same family as one that no story contains: the one that shares the longest beginning.
 *
 * @example findRelative('septicemia', ['septic', 'septicemic']) // 'septicemic'
 */
export function findRelative(typed: string, words: Iterable<string>): string | undefined {
  let [best, most]: [string | undefined, number] = [undefined, leastLetters];
  if (!isPlain(typed)) return undefined;
  for (const word of words) {
    const shared = countShared(typed, word);
    if (shared < most || shared < leastShared * Math.max(typed.length, word.length)) continue;
    if (shared === most && best !== undefined && best.length <= word.length) continue;
    [best, most] = [word, shared];
  }
  return best;
}

/**
 * Splits a compound that no story contains into the longest known words at its beginning and its end. Letters that join
 * them, such as the s of “Arbeitsplatz”, are left out.
 *
 * @returns no words if those that are known are a small part of it
 * @example splitUnknown('arbeitsplatz', ['arbeit', 'platz'], (word) => word) // ['arbeit', 'platz']
 */
export function splitUnknown(
  typed: string,
  words: Iterable<string>,
  toStem: (word: string) => string,
): readonly string[] {
  if (!isPlain(typed)) return [];
  const known = groupForms(words, toStem);
  const find = (part: string) =>
    part.length < shortestPart ? undefined : (known.get(part) ?? known.get(toStem(part)));
  const cuts = Array.from({ length: typed.length - 1 }, (_, at) => at + 1);
  const end = cuts.find((at) => find(typed.slice(at))) ?? typed.length;
  const start = cuts.findLast((at) => at <= end && find(typed.slice(0, at))) ?? 0;
  const parts = [typed.slice(0, start), typed.slice(end)].filter(Boolean);
  const least = Math.max(leastKnown * typed.length, leastLetters);
  return parts.join('').length >= least ? parts.flatMap((part) => find(part) ?? []) : [];
}

/** Lists words by themselves and by their stems. */
function groupForms(words: Iterable<string>, toStem: (word: string) => string): ReadonlyMap<string, string> {
  const all = [...words];
  return new Map([...all.map((word) => [toStem(word), word] as const), ...all.map((word) => [word, word] as const)]);
}

function countShared(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared;
}

/** Returns whether a word has only letters. Similar numbers have nothing to do with each other. */
function isPlain(word: string): boolean {
  return /^\p{L}+$/u.test(word);
}
