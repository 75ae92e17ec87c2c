import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestWord } from '../../../../src/search/engine/suggest.ts';

const words = new Map([
  ['malaria', 3],
  ['mali', 9],
  ['ceasefire', 2],
  ['bucharest', 1],
  ['troops', 30],
  ['troupe', 1],
  ['negotiations', 2],
]);

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop'), minLength: 1, maxLength: 14 });
const vocabularies = fc
  .array(fc.tuple(letters, fc.integer({ min: 1, max: 900 })), { maxLength: 30 })
  .map((list) => new Map(list));

describe('suggestWord', () => {
  it.each([
    ['malarria', 'malaria'],
    ['cesefire', 'ceasefire'],
    ['bukharest', 'bucharest'],
    ['troopes', 'troops'],
    ['mai', 'mali'],
    ['zzzzqqqq', undefined],
    ['ma', undefined],
    ['1234567', undefined],
  ])('finds for %j %j', (typed, meant) => {
    expect(suggestWord(typed, words, false)?.word).toBe(meant);
  });

  it.each([
    ['one mistake in what is not a word', 'malarria', false, true],
    ['a word of the language', 'malarria', true, false],
    ['another first letter in a short word', 'ali', false, false],
    ['two mistakes', 'negociatons', false, false],
    ['one mistake in a language without a list', 'malarria', undefined, true],
    ['another first letter in a language without a list', 'nalaria', undefined, false],
    ['a short word in a language without a list', 'mlai', undefined, false],
  ])('is certain or not about %s', (_what, typed, isWord, isCertain) => {
    expect(suggestWord(typed, words, isWord)?.isCertain).toBe(isCertain);
  });

  it.each([
    ['the same first letter rather than a word in more stories', 'boast', { coast: 500, boats: 1 }, 'boats'],
    ['a missing letter rather than a wrong one', 'rvised', { raised: 2, revised: 1 }, 'revised'],
    ['swapped neighbours rather than a wrong letter', 'puast', { pulst: 2, paust: 1 }, 'paust'],
    ['a letter of the next key rather than a far one', 'fpund', { fqund: 2, found: 1 }, 'found'],
    ['a letter that sounds alike rather than one too many', 'corea', { core: 9, korea: 9 }, 'korea'],
    ['the same first letter rather than another sound', 'sity', { city: 9, sitz: 1 }, 'city'],
    ['a word in more stories, if nothing else differs', 'fom', { form: 3, from: 30 }, 'from'],
  ])('prefers %s', (_what, typed, vocabulary, word) => {
    expect(suggestWord(typed, new Map(Object.entries(vocabulary)), false)?.word).toBe(word);
  });

  it('never changes a word of the language without asking, and what it suggests is in the vocabulary', () => {
    fc.assert(
      fc.property(letters, vocabularies, (typed, vocabulary) => {
        const known = suggestWord(typed, vocabulary, true);
        expect(known?.isCertain ?? false).toBe(false);
        expect(known === undefined || vocabulary.has(known.word)).toBe(true);
        expect(suggestWord(typed, vocabulary, false)?.word).toBe(known?.word);
      }),
    );
  });

  it('is at least as sure with a list of words that lacks the typed one as without a list', () => {
    fc.assert(
      fc.property(letters, vocabularies, (typed, vocabulary) => {
        const [listed, unlisted] = [false, undefined].map((isWord) => suggestWord(typed, vocabulary, isWord));
        expect(Number(unlisted?.isCertain)).not.toBeGreaterThan(Number(listed?.isCertain));
      }),
    );
  });
});
