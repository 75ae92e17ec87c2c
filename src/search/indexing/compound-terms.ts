import { hasSigns, toCompound } from '../format/compounds.ts';
import type { Term, TokenWord } from './token-words.ts';

/**
 * Changes the terms under which Pagefind finds a word: numbers and words keep the signs without which they would be
 * others (“1.5”, “C++”).
 */
export function toCompoundTerms(word: TokenWord): TokenWord {
  if (!hasSigns(word.text) || word.terms.length === 0) return word;
  const { whole, parts } = toCompound(word.text);
  const weights = word.terms.map(({ weight }) => weight);
  const [most, least] = [Math.max(...weights), Math.min(...weights)];
  const terms: Term[] = [{ text: whole, weight: most }, ...parts.map((text) => ({ text, weight: least }))];
  return { ...word, terms };
}
