import type { Article } from '../news/article.ts';

/**
 * Words per minute of a practised reader, by language: the means of the International Reading Speed Texts
 * (Trauzettel-Klosinski and Dietz 2012, Investigative Ophthalmology & Visual Science 53:5452, table 2).
 */
const wordsPerMinute: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 193,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: 158,
};

/** The mean of them all, for other languages. */
const defaultWordsPerMinute = 184;

/**
 * Returns the minutes that it takes to read a story, at least one, or 0 if it has no text.
 *
 * @example getReadingMinutes({ wordCount: 460, lang: 'en-GB' }) // 2
 */
export function getReadingMinutes({ wordCount, lang }: Pick<Article, 'wordCount' | 'lang'>): number {
  if (wordCount === 0) return 0;
  const speed = wordsPerMinute[lang.split('-', 1)[0] ?? ''] ?? defaultWordsPerMinute;
  return Math.max(1, Math.round(wordCount / speed));
}
