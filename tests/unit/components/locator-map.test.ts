import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderLocatorMap } from '../../../src/components/locator-map.ts';
import { getDictionary } from '../../../src/i18n/dictionary.ts';
import { buildMap, planArticleMap } from '../../../src/views/map.ts';
import { getPlaceNames } from '../../../src/views/page-frame.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle } from '../../support/make-newsroom.ts';

const css = readFileSync('src/styles/components/locator-map.css', 'utf8');

/** Lists the words on the map of a story in Bucharest about Romania. */
function listWords(): readonly string[] {
  const article = makeArticle({ dateline: { place: 'Bucharest', region: 'RO', at: [44.43, 26.1] } });
  const context = makeContext({ articles: [article] });
  const plan = planArticleMap(context, article);
  if (!plan) throw new Error('The story has no map.');
  const view = buildMap(plan, { words: getDictionary('en'), placeNames: getPlaceNames(context) });
  return renderLocatorMap(view, context.words).html.match(/<text[^>]*>[^<]*/gu) ?? [];
}

describe('the words on a locator map', () => {
  it('repeat nothing that the style sheet says of all', () => {
    const words = listWords();
    expect(words.length).toBeGreaterThan(8);
    expect(words.join('')).not.toMatch(/text-anchor|dy=|is-other|class=""/u);
    expect(words).toContainEqual(
      expect.stringMatching(/^<text class="is-main is-inside" x="[\d.]+%" y="[\d.]+%">Romania $/u),
    );
  });

  it('are anchored in their middle, but beside a mark at the end that is next to it', () => {
    const shifts = new Set(listWords().flatMap((word) => /dx="(?<dx>-?\d+)"/u.exec(word)?.groups?.['dx'] ?? []));
    expect(shifts.size).toBeGreaterThan(0);
    for (const dx of shifts) {
      expect(css).toContain(`[dx='${dx}'] {\n  text-anchor: ${dx.startsWith('-') ? 'end' : 'start'};`);
    }
    expect(css).toMatch(/\.map-words text \{[^}]*text-anchor: middle;/u);
  });
});
