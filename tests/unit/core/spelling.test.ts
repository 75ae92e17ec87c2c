import { describe, expect, it } from 'vitest';
import { countMistakes, getNearest } from '../../../src/core/spelling.ts';

describe('countMistakes', () => {
  it.each([
    ['same', 'same', 0],
    ['recieve', 'receive', 1],
    ['malarria', 'malaria', 1],
    ['cat', 'cut', 1],
    ['', 'ab', 2],
    ['coordination', 'cooperation', 4],
    ['aa', 'a', 1],
    ['ca', 'abc', 3],
  ])('counts between %j and %j %i', (one, other, steps) => {
    expect(countMistakes(one, other, 5)).toBe(steps);
    expect(countMistakes(other, one, 5)).toBe(steps);
  });

  it('gives up beyond the limit', () => {
    expect(countMistakes('completely', 'different!', 2)).toBe(3);
    expect(countMistakes('abcd', 'abxyz', 1)).toBe(2);
  });
});

describe('getNearest', () => {
  it.each([
    ['diplomcy', ['health', 'diplomacy'], 'diplomacy'],
    ['HEALTH', ['health'], 'health'],
    ['health', ['Wealth', 'Health'], 'Health'],
    ['abcdef', ['abcdxx'], 'abcdxx'],
    ['abcdef', ['abcxxx'], undefined],
    ['abcdef', ['abcxxx', 'abcdxx', 'abcdex'], 'abcdex'],
    ['ab', ['ax'], 'ax'],
    ['ab', ['ba'], 'ba'],
    ['wrold', ['word', 'world'], 'world'],
    ['owrld', ['world'], 'world'],
    ['ab', ['ax', 'ba'], 'ba'],
    ['ab', ['ba', 'ax'], 'ba'],
    ['lwrod', ['world'], undefined],
    ['ab', ['xx'], undefined],
    ['climate', ['c'], undefined],
    ['climate', [], undefined],
    ['', ['health'], undefined],
    ['Украна', ['Україна', 'Молдова'], 'Україна'],
  ])('takes %j among %j for %j', (word, candidates, expected) => {
    expect(getNearest(word, candidates)).toBe(expected);
  });

  it('reads any iterable once', () => {
    expect(getNearest('topc', new Map([['topic', 1]]).keys())).toBe('topic');
  });
});
