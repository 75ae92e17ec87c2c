import { describe, expect, it } from 'vitest';
import { suggestWord } from '../../../../src/search/engine/suggest.ts';

describe('suggestWord', () => {
  const words = new Map([
    ['malaria', 3],
    ['mali', 9],
    ['ceasefire', 2],
    ['bucharest', 1],
    ['troops', 30],
    ['troupe', 1],
  ]);

  it.each([
    ['malarria', 'malaria'],
    ['cesefire', 'ceasefire'],
    ['bukharest', 'bucharest'],
    ['troopes', 'troops'],
    ['zzzzqqqq', undefined],
    ['mal', undefined],
    ['1234567', undefined],
  ])('finds for %j %j', (typed, meant) => {
    expect(suggestWord(typed, words)).toBe(meant);
  });

  it('prefers a word with the same first letter to one that more stories hold', () => {
    expect(
      suggestWord(
        'boast',
        new Map([
          ['coast', 500],
          ['boats', 1],
        ]),
      ),
    ).toBe('boats');
  });
});
