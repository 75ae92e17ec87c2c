import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../support/render-markdown.ts';

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

describe('emphasis beside punctuation of Chinese, Japanese and Korean', () => {
  it.each([
    ['含**「重点」**内容，以及**注意：**请看。', '含<strong>「重点」</strong>内容，以及<strong>注意：</strong>请看。'],
    ['これは**「強調」**です。*注意。*次', 'これは<strong>「強調」</strong>です。<em>注意。</em>次'],
    ['**스크립트(script)**라고', '<strong>스크립트(script)</strong>라고'],
    ['这是~~“旧的”~~新的', '这是<del>“旧的”</del>新的'],
    ['约5~10和20~30人', '约5~10和20~30人'],
  ])('%s', async (markdown, html) => {
    expect(await renderMarkdown(markdown)).toBe(`<p>${html}</p>`);
  });

  it('changes nothing in other scripts', async () => {
    expect(await renderMarkdown('a**(b)**c and **note:**d')).toBe('<p>a**(b)**c and **note:**d</p>');
  });
});
