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
 * Returns the minutes that it takes to read a text, at least one.
 *
 * @param wordCount as `countWords` counts them, which knows scripts without spaces
 * @param lang BCP 47 tag of the text
 * @example getReadingMinutes(460, 'en-GB') // 2
 */
export function getReadingMinutes(wordCount: number, lang: string): number {
  const speed = wordsPerMinute[lang.split('-', 1)[0] ?? ''] ?? defaultWordsPerMinute;
  return Math.max(1, Math.round(wordCount / speed));
}
