import { describe, expect, it } from 'vitest';
import { toTextFragment } from '../../../src/reader/text-fragment.ts';

const around = { before: 'In Goma ', after: ' said the ministry on Monday.' };

describe('the fragment that leads to a passage', () => {
  it.each([
    ['the river rose', '#:~:text=the%20river%20rose'],
    ['  the river\trose ', '#:~:text=the%20river%20rose'],
    ['mid-November, cold & wet', '#:~:text=mid%2DNovember%2C%20cold%20%26%20wet'],
    ['100 % – “all”', '#:~:text=100%20%25%20%E2%80%93%20%E2%80%9Call%E2%80%9D'],
    ['ارتفع النهر', '#:~:text=%D8%A7%D8%B1%D8%AA%D9%81%D8%B9%20%D8%A7%D9%84%D9%86%D9%87%D8%B1'],
  ])('of %j is %s', (text, fragment) => {
    expect(toTextFragment({ text, before: '', after: '' }, true)).toBe(fragment);
  });

  it('is read by a browser as the same words', () => {
    const text = 'mid-November, cold & wet: 100 % “Côte d’Ivoire”';
    const fragment = toTextFragment({ text, before: '', after: '' }, true);
    expect(fragment.replace('#:~:text=', '')).not.toMatch(/[-,&\s]/u);
    expect(decodeURIComponent(fragment)).toBe(`#:~:text=${text}`);
  });

  it('is widened to whole words', () => {
    expect(toTextFragment({ text: 'ver ros', before: 'The ri', after: 'e.' }, true)).toBe('#:~:text=river%20rose');
    expect(toTextFragment({ text: ' rose ', before: 'The river', after: 'again' }, true)).toBe('#:~:text=rose');
  });

  it('names the first and last words of a long passage, and of one over several paragraphs', () => {
    const long = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    expect(toTextFragment({ text: long, before: '', after: '' }, true)).toBe(
      '#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39',
    );
    expect(toTextFragment({ text: 'One two.\n\nThree four.', before: '', after: '' }, true)).toBe(
      '#:~:text=One%20two.,Three%20four.',
    );
  });

  it('takes letters where a language has no spaces', () => {
    const fragment = toTextFragment({ text: '河水上涨'.repeat(40), before: '', after: '' }, true);
    expect(decodeURIComponent(fragment)).toBe(`#:~:text=${'河水上涨'.repeat(4)},${'河水上涨'.repeat(4)}`);
  });

  it('names the words around a passage whose words are there twice', () => {
    expect(toTextFragment({ text: '38 people', ...around }, false)).toBe(
      '#:~:text=In%20Goma-,38%20people,-said%20the%20ministry',
    );
    expect(toTextFragment({ text: '38 people', before: '', after: '' }, false)).toBe('#:~:text=38%20people');
  });

  it('is empty for a passage without words', () => {
    expect(toTextFragment({ text: ' \n ', ...around }, true)).toBe('');
  });
});
