import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../support/render-markdown.ts';

describe('a bare address ends', () => {
  it.each([
    ['详见', 'https://example.com/docs', '。然后继续。'],
    ['', 'https://example.com', '。然后'],
    ['（', 'https://example.com/a', '）然后'],
    ['', 'https://example.com/a', '、次に'],
    ['「', 'https://example.com/a', '」と'],
    ['', 'https://example.com/a', '！'],
    ['', 'https://example.com/a', '？b=c'],
    ['', 'https://example.com/a', '…'],
    ['“', 'https://example.com/a', '” he said'],
    ['', 'https://example.com/a', '—then'],
    ['انظر ', 'https://example.com/docs', '؟ نعم'],
    ['انظر ', 'https://example.com/docs', '، ثم'],
    ['', 'https://example.com/docs', '\u200f ثم'],
    ['', 'https://example.com/docs', '।'],
    ['', 'https://example.com/a', '\u3000b'],
    ['', 'https://example.com/a', '．b'],
    ['', 'https://example.com/a', '😀'],
    ['', 'https://example.com/a', '.。'],
    ['', 'https://example.com/a', ')。'],
    ['', 'https://example.com/100%', '。'],
  ])('%s[%s]%s', async (before, address, after) => {
    expect(await renderMarkdown(`${before}${address}${after}`)).toBe(
      `<p>${before}<a href="${address}">${address}</a>${after}</p>`,
    );
  });

  it.each([
    'https://example.org/日本語/記事',
    'https://example.org/путь',
    'https://example.org/می\u200cخواهم',
    'https://пример.рф/é',
  ])('not within a word of any script: %s', async (address) => {
    expect(await renderMarkdown(`a ${address}。`)).toContain(`>${address}</a>。</p>`);
  });

  it('with www. in front, and before emphasis ends', async () => {
    expect(await renderMarkdown('见 www.example.com，*在 https://example.com/a。*')).toBe(
      '<p>见 <a href="http://www.example.com">www.example.com</a>，<em>在 <a href="https://example.com/a">https://example.com/a</a>。</em></p>',
    );
  });

  it('not where somebody has said where it ends', async () => {
    expect(await renderMarkdown('<https://example.com/a。>')).toContain('href="https://example.com/a%E3%80%82"');
    expect(await renderMarkdown('[a](https://example.com/a。)')).toContain('href="https://example.com/a%E3%80%82"');
  });
});

describe('tildes', () => {
  it.each([
    ['A range of 5~10 and then 20~30.', 'A range of 5~10 and then 20~30.'],
    ['~a~ and ~ b ~', '~a~ and ~ b ~'],
    ['~~gone~~', '<del>gone</del>'],
    ['5~10 and ~~gone~~ and 20~30', '5~10 and <del>gone</del> and 20~30'],
  ])('of %s', async (markdown, html) => {
    expect(await renderMarkdown(markdown)).toBe(`<p>${html}</p>`);
  });
});
