import { toIssue, type Issue } from '../core/issue.ts';
import { memoize } from '../core/memo.ts';
import { ar } from './ar.ts';
import { en, type Dictionary } from './en.ts';
import { es } from './es.ts';
import { createFormats } from './formats.ts';

/** The dictionaries by language, each made for a locale of it. */
const dictionaries: Readonly<Record<string, (locale: string) => Dictionary>> = {
  ar: (locale) => ar(createFormats(locale)),
  en: (locale) => en(createFormats(locale)),
  es: (locale) => es(createFormats(locale)),
};

/** The languages that have a dictionary. */
export const interfaceLanguages: readonly string[] = Object.keys(dictionaries);

const getKnown = memoize((locale: string): Dictionary | undefined => dictionaries[toLanguage(locale)]?.(locale));

/**
 * Returns the words of the interface in a language.
 *
 * @param locale how numbers and lists are written, where the language alone does not say it: `ar-EG`
 * @returns undefined for a language without a dictionary
 */
export function findDictionary(language: string, locale = language): Dictionary | undefined {
  return getKnown(toLanguage(locale) === toLanguage(language) ? locale : language);
}

/** Returns the words of the interface in a language that has a dictionary (`checkLanguage` sees to that), else in English. */
export function getDictionary(language: string, locale = language): Dictionary {
  return findDictionary(language, locale) ?? en(createFormats('en'));
}

/** Checks that a site's language has a dictionary, and that its locale is one of that language. */
export function checkLanguage({
  language,
  locale,
}: {
  readonly language: string;
  readonly locale: string;
}): readonly Issue[] {
  const file = 'site.config.ts';
  for (const [name, tag] of Object.entries({ language, locale })) {
    if (isLanguageTag(tag)) continue;
    const message = `The site's ${name} \`${tag}\` is no language tag.`;
    return [toIssue({ code: 'invalid-value', message, hint: 'Write a BCP 47 tag: `en`, `es-MX`, `ar-EG`.', file })];
  }
  if (!findDictionary(language)) {
    const message = `The interface has no words in \`${language}\`.`;
    const known = interfaceLanguages.join(', ');
    const hint = `Choose one of ${known}, or translate src/i18n/en.ts (src/i18n/README.md): a page half in English would be read out wrongly.`;
    return [toIssue({ code: 'missing-dictionary', message, hint, file })];
  }
  if (toLanguage(locale) === toLanguage(language)) return [];
  const message = `Dates and numbers in \`${locale}\` do not fit an interface in \`${language}\`.`;
  const { region = '' } = new Intl.Locale(language).maximize();
  const hint = `Choose a locale of that language, such as \`${toLanguage(language)}-${region}\`.`;
  return [toIssue({ code: 'invalid-value', message, hint, file })];
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function toLanguage(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

/** Tells in which direction a language is written. */
export const getDirection: (language: string) => 'ltr' | 'rtl' = memoize((language) => {
  const { direction } = new Intl.Locale(language).getTextInfo();
  return direction === 'rtl' ? 'rtl' : 'ltr';
});

/** Tells whether a language is written in Latin letters: those our own faces have. */
export const isLatin: (language: string) => boolean = memoize(
  (language) => new Intl.Locale(language).maximize().script === 'Latn',
);

/** Returns CLDR's name of a locale's digits: `latn` for 0 to 9, `arab` for `ar-EG`. */
export const getDigits: (locale: string) => string = memoize(
  (locale) => new Intl.NumberFormat(locale).resolvedOptions().numberingSystem,
);

export type { Dictionary };
