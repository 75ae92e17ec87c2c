import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/search/engine/query.ts';
import { listBare, removeArticle } from '../../../../src/search/format/particles.ts';
import { removeSeparators, separateWords } from '../../../../src/search/format/separators.ts';
import { isSegmented, toIndexLanguage, toIndexWord } from '../../../../src/search/format/words.ts';

describe('toIndexWord', () => {
  it.each([
    ['Latin', 'Café’s', 'cafes'],
    ['Latin', 'YAMANDÚ', 'yamandu'],
    ['Latin', '$300bn', '300bn'],
    ['Latin', '—', ''],
    ['German', 'Straße', 'strasse'],
    ['German', 'FUẞBALL', 'fussball'],
    ['Danish', 'København', 'kobenhavn'],
    ['Polish', 'Łódź', 'lodz'],
    ['French', 'cœur', 'coeur'],
    ['Icelandic', 'Þingvellir og Æðey', 'thingvellirogaedey'],
    ['Turkish', 'İSTANBUL', 'istanbul'],
    ['Turkish', 'Diyarbakır', 'diyarbakir'],
    ['Azerbaijani', 'Azərbaycan', 'azerbaycan'],
    ['Vietnamese', 'Đường', 'duong'],
    ['Latin ligatures', 'ﬁnance', 'finance'],
    ['wide Latin', 'Ｇ７', 'g7'],
    ['soft hyphens', 'Re\u00ADgie\u00ADrung', 'regierung'],
    ['Greek', 'Ελλάδα', 'ελλαδα'],
    ['Greek', 'ΟΔΟΣ', 'οδοσ'],
    ['Cyrillic', 'Ёлка и Київ', 'елкаикиів'],
    ['Hebrew', 'שָׁלוֹם', 'שלום'],
    ['Arabic', 'مُعَاهَدَة', 'معاهده'],
    ['Arabic', 'أحمد', 'احمد'],
    ['Arabic with tatweel', 'مدرســة', 'مدرسه'],
    ['Arabic in presentation forms', 'ﻣﺼﺮ', 'مصر'],
    ['Persian', 'می‌شود', 'ميشود'],
    ['Persian', 'کتابی', 'كتابي'],
    ['Hindi', 'बिल', 'बिल'],
    ['Hindi', 'क्या', 'क्या'],
    ['Tamil', 'கால்', 'கால்'],
    ['Thai', 'ผู้ว่า', 'ผวา'],
    ['Japanese', 'ﾊﾞｸﾞ', 'バグ'],
    ['Japanese', 'ば', 'ば'],
    ['Korean', '취약점', '취약점'],
    ['Arabic digits', '٢٠٢٤', '2024'],
    ['Persian digits', '۱۴۰۳', '1403'],
    ['Hindi digits', '२०२४', '2024'],
    ['emoji', '1️⃣❤️', '1'],
    ['blanks of a form', '_____', ''],
    ['blanks of a form', '（＿＿＿）', ''],
    ['names in code', '__read_File__', '__read_file__'],
  ])('makes one form of what is written in different ways: %s, %j', (_, word, expected) => {
    expect(toIndexWord(word)).toBe(expected);
    expect(toIndexWord(word.normalize('NFD'))).toBe(expected);
    expect(toIndexWord(expected)).toBe(expected);
  });

  it('changes nothing that it has made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toIndexWord(toIndexWord(text))).toBe(toIndexWord(text));
      }),
    );
  });

  it('keeps words apart that differ in marks of scripts in which these are letters', () => {
    for (const words of [
      ['बिल', 'बाल', 'बोल'],
      ['கல்', 'கால்'],
      ['バス', 'ハス'],
    ])
      expect(new Set(words.map(toIndexWord)).size).toBe(words.length);
  });
});

describe('parseQuery', () => {
  it('tells words, phrases and what is excluded apart', () => {
    const query = parseQuery('"arms control" Bucharest -Iran -"north korea"');
    expect(query.words).toEqual(['arms', 'control', 'bucharest']);
    expect(query.phrases.map(({ words }) => words)).toEqual([['arms', 'control']]);
    expect(query.excluded.map(({ words }) => words)).toEqual([['iran'], ['north', 'korea']]);
  });

  it('takes a minus within a word for a hyphen, and one alone for nothing', () => {
    expect(parseQuery('arms-control -').excluded).toEqual([]);
    expect(parseQuery('arms-control -').words).toEqual(['armscontrol', 'arms', 'control']);
  });

  it('takes every kind of quotation marks, and one that was not closed yet', () => {
    expect(parseQuery('„drei Schläge“ «trois coups» “three kno').phrases.map(({ words }) => words)).toEqual([
      ['drei', 'schlage'],
      ['trois', 'coups'],
      ['three', 'kno'],
    ]);
  });

  it('remembers words in capitals, which no stop word is', () => {
    expect([...parseQuery('WHO said').capitals]).toEqual(['who']);
  });

  it('ignores the operators of other searches', () => {
    expect([...parseQuery('peace AND prize OR NOT who').capitals]).toEqual([]);
    expect(parseQuery('site:example.org election filetype:pdf').words).toEqual(['election']);
    expect(parseQuery('intitle:malaria allintext:egypt').words).toEqual(['malaria', 'egypt']);
    expect(parseQuery('title: malaria').words).toEqual(['malaria']);
    expect(parseQuery('site text website:malaria').words).toContain('site');
  });

  it('counts a word once', () => {
    expect(parseQuery('Mali mali MALI').words).toEqual(['mali']);
  });
});

describe('listBare', () => {
  it.each([
    ['وبالقاهره', 'ar', ['بالقاهره', 'القاهره', 'قاهره']],
    ['للبيت', 'ar', ['البيت', 'بيت']],
    ['وزير', 'ar', ['زير']],
    ['باب', 'ar', []],
    ['بهار', 'fa', []],
    ['וכשהממשלה', 'he', ['כשהממשלה', 'הממשלה', 'ממשלה']],
    ['בבית', 'x-he', ['בית']],
    ['בית', 'he', []],
  ])('takes particles away from %s (%s)', (word, language, expected) => {
    expect(listBare(word, language).slice(0, expected.length || 1)).toEqual(expected);
  });
});

describe('removeArticle', () => {
  it('takes away an article that is written as one with the word', () => {
    expect(['المدينه', 'الله', 'وزير'].map((word) => removeArticle(word, 'ar'))).toEqual(['مدينه', 'الله', 'وزير']);
    expect(removeArticle('הממשלה', 'he')).toBe('ממשלה');
    expect(removeArticle('البته', 'fa')).toBe('البته');
  });
});

describe('languages of the index', () => {
  it('keep words whole, except where Pagefind has to find them', () => {
    expect(toIndexLanguage('en-GB')).toBe('x-en');
    expect(toIndexLanguage('ja')).toBe('ja');
    expect(isSegmented('zh-Hant')).toBe(true);
    expect(isSegmented('x-en')).toBe(false);
  });
});

describe('separateWords', () => {
  it('lets both words be found and changes nothing for readers', () => {
    const text = 'Russia–North Korea, d’Ivoire, Kenya’s, 2–3 … and – alone, `code` — it’s';
    const separated = separateWords(text);
    expect(separated).toContain('Russia`–`North');
    expect(separated).toContain('d`’`Ivoire');
    expect(separated).toContain('Kenya’s, 2`–`3 … and – alone');
    expect(removeSeparators(separated)).toBe(text);
  });
});
