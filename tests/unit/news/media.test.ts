import { describe, expect, it } from 'vitest';
import { collectMedia } from '../../../src/news/media.ts';
import { makeArticle } from '../../support/make-newsroom.ts';

describe('the pictures and files of stories', () => {
  it('are those that front matter and texts name, each once', () => {
    const image = { src: './z.png', alt: 'A', credit: 'Us', caption: 'A.' };
    const stories = [
      makeArticle({ id: '2024/11/a', image, media: ['articles/2024/11/b.png', 'articles/2024/11/report.pdf'] }),
      makeArticle({ id: '2024/11/b', media: ['articles/2024/11/b.png'] }),
    ];
    expect(collectMedia(stories)).toEqual([
      'articles/2024/11/b.png',
      'articles/2024/11/report.pdf',
      'articles/2024/11/z.png',
    ]);
  });
});
