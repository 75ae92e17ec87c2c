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
 * Returns the interface dictionary of a language.
 *
 * @param locale how numbers and lists are written, if the language alone does not determine it: `ar-EG`
 * @returns undefined for a language without a dictionary
 */
export function findDictionary(language: string, locale = language): Dictionary | undefined {
  return getKnown(toLanguage(locale) === toLanguage(language) ? locale : language);
}

/**
 * Returns the interface dictionary of a language, or the English one. `checkLanguage` makes sure that the site's
 * language has one.
 */
export function getDictionary(language: string, locale = language): Dictionary {
  return findDictionary(language, locale) ?? en(createFormats('en'));
}

/**
 * Checks that a site's language has a dictionary, and that its locale is one of that language. Both must be BCP 47
 * tags.
 */
export function checkLanguage({
  language,
  locale,
}: {
  readonly language: string;
  readonly locale: string;
}): readonly Issue[] {
  if (!findDictionary(language)) return [explainUnknownLanguage(language)];
  const at = { code: 'invalid-value', file: 'site.yaml', field: ['locale'] } as const;
  const { region } = new Intl.Locale(locale);
  if (region !== undefined && !isRegion(region)) {
    const message = `\`${region}\` in \`${locale}\` is not a country or region.`;
    return [toIssue({ ...at, message, hint: `Write a locale such as \`${suggestLocale(language)}\`.` })];
  }
  if (toLanguage(locale) === toLanguage(language)) return [];
  const message = `The locale \`${locale}\` does not match the language \`${language}\`.`;
  const hint = `Choose a locale of that language, such as \`${suggestLocale(language)}\`.`;
  return [toIssue({ ...at, message, hint })];
}

function explainUnknownLanguage(language: string): Issue {
  const message = `The interface has not been translated into \`${language}\`.`;
  const known = interfaceLanguages.join(', ');
  const hint = `Choose one of ${known}, or translate src/i18n/en.ts, as src/i18n/README.md explains.`;
  return toIssue({ code: 'missing-dictionary', message, hint, file: 'site.yaml', field: ['language'] });
}

function isRegion(code: string): boolean {
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

function suggestLocale(language: string): string {
  return `${toLanguage(language)}-${new Intl.Locale(language).maximize().region}`;
}

function toLanguage(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

/** Returns the direction in which a language is written. */
export const getDirection: (language: string) => 'ltr' | 'rtl' = memoize((language) => {
  const { direction } = new Intl.Locale(language).getTextInfo();
  return direction === 'rtl' ? 'rtl' : 'ltr';
});

/** Returns whether a language is written in Latin letters, which our own fonts have. */
export const isLatin: (language: string) => boolean = memoize(
  (language) => new Intl.Locale(language).maximize().script === 'Latn',
);

/** Returns CLDR's name of a locale's digits: `latn` for 0 to 9, `arab` for `ar-EG`. */
export const getDigits: (locale: string) => string = memoize(
  (locale) => new Intl.NumberFormat(locale).resolvedOptions().numberingSystem,
);

export type { Dictionary };
