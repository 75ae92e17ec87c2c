import { describe, expect, it } from 'vitest';
import { distance } from '../../../../src/search/engine/spelling.ts';
import { suggestWord } from '../../../../src/search/engine/suggest.ts';

describe('distance', () => {
  it.each([
    ['same', 'same', 0],
    ['recieve', 'receive', 1],
    ['malarria', 'malaria', 1],
    ['cat', 'cut', 1],
    ['', 'ab', 2],
    ['ca', 'abc', 3],
  ])('from %j to %j is %i', (one, other, steps) => {
    expect(distance(one, other, 5)).toBe(steps);
    expect(distance(other, one, 5)).toBe(steps);
  });

  it('gives up beyond the limit', () => {
    expect(distance('completely', 'different!', 2)).toBe(3);
  });
});

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
