import { memoize } from '../core/memo.ts';
import { en, type Dictionary } from './en.ts';

const dictionaries: Readonly<Record<string, Dictionary>> = { en };

/** Gives the words of the interface in a language; English where a language has none. */
export function getDictionary(language: string): Dictionary {
  return dictionaries[language.split('-', 1)[0] ?? ''] ?? en;
}

/** Tells in which direction a language is written. */
export const getDirection: (language: string) => 'ltr' | 'rtl' = memoize((language) => {
  const { direction } = new Intl.Locale(language).getTextInfo();
  return direction === 'rtl' ? 'rtl' : 'ltr';
});

export type { Dictionary };
