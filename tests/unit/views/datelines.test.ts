import { describe, expect, it } from 'vitest';
import { renderLocatorMap } from '../../../src/components/locator-map.ts';
import { getDictionary } from '../../../src/i18n/dictionary.ts';
import { renderAroundText } from '../../../src/syndication/feed-text.ts';
import { buildArticleGraph } from '../../../src/syndication/structured-data/pages.ts';
import { buildMap, planArticleMap } from '../../../src/views/map.ts';
import { getPlaceNames } from '../../../src/views/page-frame.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle } from '../../support/make-newsroom.ts';

const article = makeArticle({ dateline: { place: 'Bucharest', region: 'RO', at: [44.43, 26.1] } });

/** Renders everything that names the place of a dateline. */
function render(datelines: 'filed' | 'event') {
  const made = makeContext({ articles: [article] });
  const context = { ...made, site: { ...made.site, datelines } };
  const plan = planArticleMap(context, article);
  if (!plan) throw new Error('The story has no map.');
  const map = buildMap(plan, { words: context.words, placeNames: getPlaceNames(context) });
  return {
    map: renderLocatorMap(map, context.words).html,
    feed: renderAroundText(context, article, undefined).after,
    graph: JSON.stringify(buildArticleGraph(context, article)),
  };
}

describe('a dateline', () => {
  it('says where a story was filed', () => {
    const { map, feed, graph } = render('filed');
    expect(map).toContain('<span>Filed from Bucharest.</span>');
    expect(feed).toContain('<p>Filed from Bucharest.</p>');
    expect(graph).toContain('"dateline":"Bucharest","locationCreated":{"@type":"Place","name":"Bucharest"');
  });

  it('says where the event took place, in a newsroom that sends nobody there', () => {
    const { map, feed, graph } = render('event');
    expect(map).toContain('<span>Place of the event: Bucharest.</span>');
    expect(feed).toContain('<p>Place of the event: Bucharest.</p>');
    expect(`${map}${feed}`).not.toContain('Filed');
    expect(graph).not.toMatch(/locationCreated|"dateline"/u);
    expect(graph).toMatch(/"contentLocation":\[[^\]]*"addressLocality":"Bucharest"/u);
  });

  it('has words for both in every language', () => {
    for (const language of ['en', 'es', 'ar']) {
      const { filed, event } = getDictionary(language).datelines;
      expect(filed('Oslo')).toContain('Oslo');
      expect(event('Oslo')).toContain('Oslo');
      expect(event('Oslo')).not.toBe(filed('Oslo'));
    }
  });
});
