import { describe, expect, it } from 'vitest';
import { findDictionary } from '../../../src/i18n/dictionary.ts';
import { buildStoryline } from '../../../src/views/storyline.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeStoryline, makeTimestamp } from '../../support/make-newsroom.ts';

/** Returns the words of the button on the first page of a storyline whose parts have so many words each. */
function getStart(wordCounts: readonly number[], language = 'en'): string | undefined {
  const articles = wordCounts.map((wordCount, index) =>
    makeArticle({
      id: `2024/11/part-${index}`,
      storylines: ['cop29'],
      published: makeTimestamp(`2024-11-0${index + 1}`),
      wordCount,
    }),
  );
  const made = makeContext({ articles, storylines: [makeStoryline()] });
  const context = { ...made, words: findDictionary(language) ?? made.words };
  const listing = context.edition.listings.storyline.get('cop29');
  if (!listing) throw new Error('No listing.');
  return buildStoryline(context, listing, undefined).start?.text;
}

describe('the button of a storyline', () => {
  it('says how many parts there are and how long they all take, each as its own page says', () => {
    expect(getStart([460, 100, 900])).toBe('Read from the beginning (3 parts, 7 min)');
    expect(getStart([228, 0])).toBe('Read from the beginning (2 parts, 1 min)');
    expect(getStart([228])).toBeUndefined();
  });

  it.each([
    ['es', 'Leer desde el principio (3 partes, 7 min)'],
    ['ar', 'اقرأ من البداية (3 أجزاء، 7 دقائق)'],
  ])('says it in %s', (language, words) => {
    expect(getStart([460, 100, 900], language)).toBe(words);
  });
});
