import { openKnownWords } from '../format/known-words.ts';
import { toPrimary } from '../format/words.ts';

/** Words of languages that have a free list. A reader loads one only after a word that no story contains. */
const lists: Readonly<Record<string, () => Promise<{ readonly bases: string }>>> = {
  en: () => import('./known-words/en.ts'),
};

/**
 * Returns an English word without the commonest endings, as the list has it. Its stem would be the same for words that
 * nobody writes, such as “rolle”.
 */
export function toEnglishBase(word: string): string {
  return word.replace(/(?<=.{4})(?:ed|ing|s)$/u, '');
}

/** Returns whether a language has a list of its words. */
export function hasKnownWords(language: string): boolean {
  return Object.hasOwn(lists, toPrimary(language));
}

/** Reads the words of a language. Returns undefined if there is no list, or if it cannot be loaded. */
export async function readKnownWords(language: string): Promise<((word: string) => boolean) | undefined> {
  const list = await lists[toPrimary(language)]?.().catch(() => undefined);
  if (!list) return undefined;
  const has = openKnownWords(list.bases);
  return (word) => has(toEnglishBase(word));
}
