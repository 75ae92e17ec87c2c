import { describe, expect, it } from 'vitest';
import {
  chooseExcerpt,
  collectForms,
  markForms,
  selectMarked,
  toPieces,
} from '../../../../src/search/engine/excerpt.ts';
import { splitWords } from '../../../../src/search/pagefind/word-list.ts';

const show = (pieces: readonly { text: string; isMatch: boolean }[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

const filler = Array.from({ length: 40 }, (_, number) => `word${number}`).join(' ');

describe('splitWords', () => {
  it('numbers words as Pagefind does, with and without spaces between them', () => {
    expect(splitWords('a  b\nc').words).toEqual(['a', 'b', 'c']);
    expect(splitWords('日本\u200Bの\u200B首相').words).toEqual(['日本', 'の', '首相']);
    expect(splitWords('日本\u200Bの').joiner).toBe('');
  });
});

describe('chooseExcerpt', () => {
  const text = splitWords(`alpha ${filler} alpha alpha ${filler} alpha beta ${filler}`);

  it('prefers a stretch with more words of the query to one with more repetitions', () => {
    const range = chooseExcerpt(text, [[0, 41, 42, 83], [84]], 0);
    expect(range && text.words.slice(range.from, range.to)).toContain('beta');
  });

  it('leaves out what is shown anyway', () => {
    expect(chooseExcerpt(text, [[0]], 1)).toBeUndefined();
    expect(chooseExcerpt(text, [[0, 41]], 1)?.from).toBeGreaterThan(0);
    expect(chooseExcerpt(text, [undefined, []], 0)).toBeUndefined();
  });

  it('begins with the sentence when that is near', () => {
    const sentences = splitWords(`${filler} end. The start of it has alpha in it. ${filler}`);
    const at = sentences.words.indexOf('alpha');
    const range = chooseExcerpt(sentences, [[at]], 0);
    expect(sentences.words[range?.from ?? 0]).toBe('The');
  });
});

describe('toPieces', () => {
  it('marks words without the signs around them, and shows that text is left out', () => {
    const text = splitWords('one “two”, three four five');
    expect(show(toPieces(text, { from: 1, to: 4 }, new Set([1, 3])))).toBe('… “[two]”, three [four] …');
    expect(show(toPieces(text, { from: 0, to: 5 }, new Set()))).toBe('one “two”, three four five');
  });

  it('keeps what looks like markup as text', () => {
    expect(show(toPieces(splitWords('a <b>x</b> &amp;'), { from: 0, to: 3 }, new Set()))).toBe('a <b>x</b> &amp;');
  });

  it('joins words written without spaces, and removes separators', () => {
    const text = splitWords('日本\u200Bの\u200B首相');
    expect(show(toPieces(text, { from: 0, to: 3 }, new Set([2])))).toBe('日本の[首相]');
    expect(show(toPieces(splitWords('Russia`–`North'), { from: 0, to: 1 }, new Set([0])))).toBe('[Russia–North]');
  });
});

describe('markForms', () => {
  it('marks words in any case, with or without accents, and no parts of words', () => {
    expect(show(markForms('Orsi, of Yamandú’s Uruguay', new Set(['yamandu', 'or'])))).toBe(
      'Orsi, of [Yamandú]’s Uruguay',
    );
  });
});

describe('markForms of languages without spaces', () => {
  it('marks words within compounds', () => {
    expect(show(markForms('日本被団協にノーベル平和賞', new Set(['平和', '賞'])))).toBe('日本被団協にノーベル[平和賞]');
  });
});

describe('selectMarked', () => {
  const text = splitWords(['能登', 'の', '住宅', '。', '国', 'の', '住宅', '的'].join('\u200B'));
  const select = (matches: readonly number[], forms: readonly string[]) => {
    const { all, alone } = selectMarked(text, new Set(matches), forms, new Set(['の', '的']));
    return [[...all], [...alone]];
  };

  it('highlights a particle between other matches only, and none alone', () => {
    expect(select([0, 1, 2, 5, 6, 7], ['能登', 'の住', '住宅', '宅的'])).toEqual([
      [0, 1, 2, 6],
      [0, 2, 6],
    ]);
  });

  it('highlights it wherever it is if it is what is searched for', () => {
    expect(select([1, 5], ['の'])[0]).toEqual([1, 5]);
    expect(select([4, 7], ['的', '国'])[0]).toEqual([4, 7]);
  });

  it('highlights any other single sign', () => {
    expect(select([2, 4], ['国', '住宅'])[0]).toEqual([2, 4]);
  });
});

describe('collectForms', () => {
  it('returns each form once, without punctuation', () => {
    const text = splitWords('Vaccines, vaccinated “vaccines” x Russia`–`North');
    expect(collectForms(text, new Set([0, 1, 2, 3, 4]))).toEqual(['vaccines', 'vaccinated', 'russia', 'north']);
  });
});
