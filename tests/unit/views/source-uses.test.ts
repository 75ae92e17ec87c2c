import { describe, expect, it } from 'vitest';
import { collectSourceUses } from '../../../src/views/source-uses.ts';
import { buildKeyPoints } from '../../../src/views/key-points.ts';
import { createChain } from '../../support/render-markdown.ts';

describe('the uses of a source', () => {
  it('are the paragraphs that have its marks, each once, with a link to the first', () => {
    const chain = createChain('https://host.example/');
    const text =
      'A.[@2]\n\n## Head\n\nB[@1] and C.[@2][@1]\n\n- D\n- E.[@1]\n\n| F[@2] | G[@2] |\n|---|---|\n\n![H](h.png "I | J")[@1]';
    const sources = [{ publisher: 'A' }, { publisher: 'B' }];
    const uses = collectSourceUses(chain.render(chain.parse(text), 'articles/2024/11/flood.md', sources));
    expect(Object.fromEntries(uses)).toEqual({
      1: [
        { paragraph: 2, href: '#m-2' },
        { paragraph: 4, href: '#m-5' },
        { paragraph: 6, href: '#m-8' },
      ],
      2: [
        { paragraph: 1, href: '#m-1' },
        { paragraph: 2, href: '#m-3' },
        { paragraph: 5, href: '#m-6' },
      ],
    });
  });
});

describe('key points with source marks', () => {
  it('have their words without the marks, and the number of each source once', () => {
    expect(buildKeyPoints([{ text: 'Rain fell.[@met][@2][@1]' }, { text: 'Snow.' }], [{ id: 'met' }, {}])).toEqual([
      { text: 'Rain fell.', sources: [1, 2] },
      { text: 'Snow.', sources: [] },
    ]);
  });
});
