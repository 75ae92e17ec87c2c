import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/core/text.ts';
import { getReadingMinutes } from '../../../src/views/reading-time.ts';

describe('the reading time', () => {
  it.each([
    [0, 'en', 0],
    [1, 'en', 1],
    [460, 'en', 2],
    [460, 'en-GB', 2],
    [460, 'ar', 3],
    [460, 'de', 3],
    [920, 'xx', 5],
  ])('of %i words in %s is %i minutes', (wordCount, lang, minutes) => {
    expect(getReadingMinutes({ wordCount, lang })).toBe(minutes);
  });

  it('of Chinese and Japanese goes by letters: 255 and, half of them kana, about 350 in a minute', () => {
    expect(getReadingMinutes({ wordCount: countWords('河'.repeat(255 * 4)), lang: 'zh-Hans' })).toBe(4);
    expect(getReadingMinutes({ wordCount: countWords('川か'.repeat(175 * 4)), lang: 'ja' })).toBe(4);
  });
});
