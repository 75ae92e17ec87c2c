import { describe, expect, it } from 'vitest';
import { createWordPattern } from '../../../src/reader/word-pattern.ts';

const find = (words: readonly string[], text: string) => {
  const pattern = createWordPattern(words);
  return pattern ? [...text.matchAll(pattern)].map(([match]) => match) : undefined;
};

describe('createWordPattern', () => {
  it.each([
    [['vaccines'], 'Vaccines, vaccinated, VACCINES', ['Vaccines', 'VACCINES']],
    [['or'], 'Orsi or Orsi', ['or']],
    [['русь'], 'Русь и Белорусь', ['Русь']],
    [['首相'], '日本の首相は', ['首相']],
    [['a+b', '(x'], 'a b x', ['a', 'b', 'x']],
    [['peace', 'peaceful'], 'peaceful peace', ['peaceful', 'peace']],
  ])('finds %j in %j', (words, text, found) => {
    expect(find(words, text)).toEqual(found);
  });

  it('is nothing for no word', () => {
    expect(createWordPattern(['', '—', '.*'])).toBeUndefined();
  });
});
