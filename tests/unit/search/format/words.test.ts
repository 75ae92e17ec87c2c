import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/search/engine/query.ts';
import { removeSeparators, separateWords } from '../../../../src/search/format/separators.ts';
import { isSegmented, toIndexLanguage, toIndexWord, toIndexWords } from '../../../../src/search/format/words.ts';

describe('toIndexWord', () => {
  it.each([
    ['Café’s', 'cafes'],
    ['YAMANDÚ', 'yamandu'],
    ['$300bn', '300bn'],
    ['—', ''],
    ['Ελλάδα', 'ελλαδα'],
    ['مُعَاهَدَة', 'معاهدة'],
  ])('gives %j as the index has it', (word, expected) => {
    expect(toIndexWord(word)).toBe(expected);
  });
});

describe('toIndexWords', () => {
  it.each([
    ['U.S. arms-control chief', ['us', 'arms', 'control', 'chief']],
    ['Formula-1 and alert(1), 1 of 20', ['formula', 'and', 'alert', '1', 'of', '20']],
    ['what’s new in Côte d’Ivoire', ['what', 'new', 'in', 'cote', 'ivoire']],
    ['Russia–North Korea', ['russia', 'north', 'korea']],
    ['COP29, R21!', ['cop29', 'r21']],
    ['  ', []],
    ['日本の首相', ['日本の首相']],
  ])('splits %j', (text, words) => {
    expect(toIndexWords(text)).toEqual(words);
  });
});

describe('parseQuery', () => {
  it('tells words, phrases and what is excluded apart', () => {
    const query = parseQuery('"arms control" Bucharest -Iran -"north korea"');
    expect(query.words).toEqual(['arms', 'control', 'bucharest']);
    expect(query.phrases).toEqual([['arms', 'control']]);
    expect(query.excluded).toEqual([['iran'], ['north', 'korea']]);
  });

  it('takes a minus within a word for a hyphen, and one alone for nothing', () => {
    expect(parseQuery('arms-control -').excluded).toEqual([]);
    expect(parseQuery('arms-control -').words).toEqual(['arms', 'control']);
  });

  it('takes every kind of quotation marks, and one that was not closed yet', () => {
    expect(parseQuery('„drei Schläge“ «trois coups» “three kno').phrases).toEqual([
      ['drei', 'schlage'],
      ['trois', 'coups'],
      ['three', 'kno'],
    ]);
  });

  it('remembers words in capitals, which no stop word is', () => {
    expect([...parseQuery('WHO said').capitals]).toEqual(['who']);
  });

  it('counts a word once', () => {
    expect(parseQuery('Mali mali MALI').words).toEqual(['mali']);
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
