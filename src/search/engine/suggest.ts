import { countMistakes } from '../../core/spelling.ts';

/** Shorter words have too many neighbours. */
const shortest = 4;

/**
 * Suggests the word that a reader most likely meant by one that no story contains.
 *
 * @param vocabulary words of the edition with the number of stories that hold each
 * @example suggestWord('malarria', new Map([['malaria', 3], ['mali', 9]])) // 'malaria'
 */
export function suggestWord(typed: string, vocabulary: ReadonlyMap<string, number>): string | undefined {
  const letters = [...typed].length;
  if (letters < shortest || !/^\p{L}+$/u.test(typed)) return undefined;
  const allowed = letters > 7 ? 2 : 1;
  let best: { readonly word: string; readonly value: number } | undefined;
  for (const [word, stories] of vocabulary) {
    const steps = countMistakes(typed, word, allowed);
    if (steps > allowed) continue;
    // Fewer mistakes first; people get the first letter right; then the word that more stories hold.
    const value = steps * 10 + (word[0] === typed[0] ? 0 : 5) - Math.min(4, Math.log2(1 + stories));
    if (!best || value < best.value) best = { word, value };
  }
  return best?.word;
}
