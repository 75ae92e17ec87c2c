import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkLanguage,
  findDictionary,
  getDictionary,
  getDigits,
  getDirection,
  interfaceLanguages,
  isLatin,
  type Dictionary,
} from '../../../src/i18n/dictionary.ts';
import { listSourceFiles } from '../../support/imports.ts';

const english = getDictionary('en', 'en-GB');
const others = interfaceLanguages.filter((language) => language !== 'en');

/**
 * Lists every word of a dictionary by its path: `kinds.report`. Functions are called with arguments that can be
 * recognised.
 */
function listWords(words: object, way = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]): readonly (readonly [string, string])[] => {
    const name = `${way}${key}`;
    if (typeof value === 'string') return [[name, value]];
    if (typeof value === 'function') return notSentences.has(name) ? [] : [[name, call(name, value)]];
    return listWords(value as object, `${name}.`);
  });
}

/** Returns the paths of all words. Plural forms count as one, because languages differ in them. */
function toWays(dictionary: Dictionary): readonly string[] {
  return listWords(dictionary).map(([way]) => way.replace(/(?<=Forms)\..*/u, ''));
}

/** Functions that answer a question, or write their input without a word of their own. */
const notSentences: ReadonlySet<string> = new Set(['compare', 'number', 'list', 'range']);
/** Functions that take numbers. */
const counting: ReadonlySet<string> = new Set([
  'stories',
  'sourceCount',
  'minutes',
  'withoutStories',
  'partOf',
  'backToReference',
]);

function call(name: string, write: (...values: never[]) => string): string {
  const values = Array.from({ length: write.length }, (_, index) => (counting.has(name) ? 27 + index : `[${index}]`));
  return write(...(values as never[]));
}

/** Names of formats, signs and punctuation, which no language translates. */
const sameEverywhere = /^(?:feedFormats\.\w+|comma|minutesShort|semicolon|reasonPlaceAndTopic|searchOfferedEnd)$/u;

describe.each(others)('the dictionary in %s', (language) => {
  const words = getDictionary(language);

  it('has the words of the English one, no more and no less', () => {
    expect(new Set(toWays(words))).toEqual(new Set(toWays(english)));
  });

  it('leaves no word empty or in English', () => {
    const inEnglish = new Map(listWords(english));
    const left = listWords(words).filter(
      ([way, text]) => text.trim() === '' || (!sameEverywhere.test(way) && text === inEnglish.get(way)),
    );
    expect(left).toEqual([]);
  });

  it('says all that it is told', () => {
    // “One story” needs no number.
    const told = listWords(english).filter(([way]) => !way.endsWith('Forms.one'));
    const silent = told.filter(([way, text]) => {
      const values = text.match(/\[\d\]|\{\w+\}|2[78]/gu) ?? [];
      const [, own = ''] = listWords(words).find(([other]) => other === way) ?? [];
      return values.some((value) => !own.includes(value));
    });
    expect(silent).toEqual([]);
  });
});

describe.each(interfaceLanguages)('the plurals in %s', (language) => {
  const words = getDictionary(language);
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();

  it('have a form for every one that the language has', () => {
    for (const forms of [words.ageForms, words.monthForms, words.resultForms])
      expect(Object.keys(forms).sort()).toEqual([...pluralCategories].sort());
  });

  it('name the number, or the noun alone says it', () => {
    for (const count of [words.stories, words.sourceCount, words.minutes, words.withoutStories]) {
      for (const value of [3, 11, 100, 1_000_000]) expect(count(value)).toContain(words.number(value));
      expect(new Set([1, 2, 3, 11].map(count)).size).toBe(4);
      expect(count(1)).not.toContain('{');
    }
  });
});

describe('the Arabic words for a count', () => {
  it('take all six forms', () => {
    const { stories } = getDictionary('ar');
    expect([0, 1, 2, 3, 11, 100].map(stories)).toEqual([
      'لا أخبار',
      'خبر واحد',
      'خبران',
      '3 أخبار',
      '11 خبرًا',
      '100 خبر',
    ]);
  });

  it('have the digits of the locale', () => {
    expect(getDictionary('ar', 'ar-EG').stories(1234)).toBe('١٬٢٣٤ خبر'.replace('خبر', 'خبرًا'));
    expect(getDictionary('ar', 'ar-MA').stories(15)).toBe('15 خبرًا');
    expect([getDigits('ar-EG'), getDigits('fa-IR'), getDigits('en-GB')]).toEqual(['arab', 'arabext', 'latn']);
  });

  it('are letters of Arabic, but for names', () => {
    const latin = listWords(getDictionary('ar')).flatMap(([, text]) => text.match(/[A-Za-z][\w-]+/gu) ?? []);
    const names =
      'RSS Atom JSON Feed OPML Natural Earth Visionscarto ISO UN M49 CLDR Esc npm run build count years'.split(' ');
    expect([...new Set(latin)].filter((word) => !names.includes(word))).toEqual([]);
  });
});

describe('looking a dictionary up', () => {
  it('goes by the language, whatever the region', () => {
    expect(findDictionary('es-MX')?.search).toBe('Buscar');
    expect(findDictionary('xx')).toBeUndefined();
  });

  it('leaves a locale of another language aside', () => {
    expect(getDictionary('es', 'ar-EG').number(15)).toBe('15');
  });

  it('keeps to English where a language has none', () => {
    expect(getDictionary('xx').search).toBe('Search');
  });

  it('tells directions and letters', () => {
    expect(['en', 'ar', 'he', 'es'].map(getDirection)).toEqual(['ltr', 'rtl', 'rtl', 'ltr']);
    expect(['en', 'ar', 'es', 'ru'].map(isLatin)).toEqual([true, false, true, false]);
  });
});

describe('checking the language of a site', () => {
  it('finds nothing wrong with a language that has words, in a locale of its own', () => {
    expect(checkLanguage({ language: 'en', locale: 'en-GB' })).toEqual([]);
    expect(checkLanguage({ language: 'ar', locale: 'ar-EG' })).toEqual([]);
  });

  it('reports a language without words', () => {
    expect(checkLanguage({ language: 'fr', locale: 'fr-FR' })).toEqual([
      expect.objectContaining({
        code: 'missing-dictionary',
        severity: 'error',
        message: 'The interface has not been translated into `fr`.',
        hint: expect.stringMatching(/^Choose one of ar, en, es, or translate src\/i18n\/en\.ts/u),
        file: 'site.yaml',
        field: ['language'],
        line: 0,
        column: 0,
      }),
    ]);
  });

  it('reports dates in another language than the words', () => {
    const [issue] = checkLanguage({ language: 'es', locale: 'en-GB' });
    expect(issue?.code).toBe('invalid-value');
    expect(issue?.message).toBe('The locale `en-GB` does not match the language `es`.');
    expect(issue?.hint).toBe('Choose a locale of that language, such as `es-ES`.');
  });

  it('reports a locale of no country', () => {
    const [issue] = checkLanguage({ language: 'en', locale: 'en-XX' });
    expect(issue).toMatchObject({
      code: 'invalid-value',
      message: '`XX` in `en-XX` is not a country or region.',
      hint: 'Write a locale such as `en-US`.',
      field: ['locale'],
    });
    expect(checkLanguage({ language: 'es', locale: 'es-419' })).toEqual([]);
  });
});

describe('the words of the interface', () => {
  const code = listSourceFiles()
    .filter((file) => !file.startsWith('i18n/'))
    .map((file) => readFileSync(path.join('src', file), 'utf8'))
    .join('\n');

  it.each(Object.keys(english))('are all used: %s', (key) => {
    expect(code).toMatch(new RegExp(`[wW]ords\\??\\.${key}\\b|\\{[^}]*\\b${key}\\b[^}]*\\}: Dictionary\\b`, 'u'));
  });
});
