import { describe, expect, it } from 'vitest';
import { getOpening } from '../../../src/content/reading/opening.ts';
import { toPlainText } from '../../../src/core/html-tree.ts';
import { toIndexText } from '../../../src/search/indexing/index-text.ts';
import { renderFeedText } from '../../../src/syndication/feed-text.ts';
import { createChain } from '../../support/render-markdown.ts';

const markdown =
  '## Rain[@1]\n\nRain fell on the whole of the coast [@2], and in 38 valleys.[@1][@2]\n\n| Snow |\n|---|\n| 7[@1] |';
const sources = [{ publisher: 'Met' }, { publisher: 'Reuters' }];

describe('what is made of a text with source marks', () => {
  const chain = createChain('https://host.example/');
  const tree = chain.render(chain.parse(markdown), 'articles/2024/11/flood.md', sources);

  it('has them on the page', () => {
    expect(JSON.stringify(tree).match(/"source-mark"/gu)).toHaveLength(5);
  });

  it('has none in feeds, in the search index, in plain text and in a summary', () => {
    expect(renderFeedText(tree, 'https://host.example/')).toMatch(
      /^<h2 id="s-rain">Rain<\/h2>\n<p>Rain fell on the whole of the coast , and in 38 valleys\.<\/p>[^]*<td>7<\/td>/u,
    );
    const runs = toIndexText({ title: 'Flood', summary: 'Rain.', imageAlt: '' }, tree.children);
    const text = runs.map((run) => run.text).join('');
    expect(text.match(/\d+/gu)).toEqual(expect.arrayContaining(['38', '7']));
    expect(text).not.toMatch(/\b[12]\.|Reuters|Met/u);
    expect(tree.children.map(toPlainText).join('')).not.toMatch(/\[@|[12]/u);
    expect(getOpening(markdown)).toBe('Rain fell on the whole of the coast, and in 38 valleys.');
  });
});
