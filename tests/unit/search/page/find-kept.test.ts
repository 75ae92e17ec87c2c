import { describe, expect, it } from 'vitest';
import { findKept } from '../../../../src/search/page/find-kept.ts';

const make = (title: string, body: string) => ({
  url: `/${title}/`,
  language: 'en',
  title,
  summary: '',
  topic: '',
  place: '',
  date: '',
  text: `${title} ${body}`,
});

describe('searching saved stories', () => {
  const stories = [
    make('Rain', 'It rained on the harbour and on the market. Rain fell.'),
    make('Harbour', 'A harbour, and rain.'),
    make('東京', '東京都で雨が降った。'),
  ];
  const find = (typed: string) => findKept(stories, typed).map(({ url }) => url.slice(1, -1));

  it.each([
    ['rain', ['Rain', 'Harbour']],
    ['harbour rain', ['Rain', 'Harbour']],
    ['harb', ['Harbour', 'Rain']],
    ['rain -market', ['Harbour']],
    ['-rain', ['東京']],
    ['ain', []],
    ['雨', ['東京']],
    ['rain (*) [m', ['Rain']],
    ['rain desert', []],
  ])('finds for %j the stories with all of its words', (typed, titles) => {
    expect(find(typed)).toEqual(titles);
  });

  it('marks the words in headline and excerpt', () => {
    const [first] = findKept(stories, 'harbour');
    expect(first?.title).toEqual([
      { text: '', isMatch: false },
      { text: 'Harbour', isMatch: true },
      { text: '', isMatch: false },
    ]);
    expect(first?.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toContain('harbour');
  });
});
