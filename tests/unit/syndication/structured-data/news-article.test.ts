import { describe, expect, it } from 'vitest';
import { articleKinds, type Article } from '../../../../src/news/article.ts';
import { buildNewsArticle } from '../../../../src/syndication/structured-data/news-article.ts';
import { makeContext } from '../../../support/make-context.ts';
import { makeArticle, makeStoryline, makeTimestamp } from '../../../support/make-newsroom.ts';

const site = 'https://host.example/news';

function build(partial: Partial<Article> = {}) {
  const article = makeArticle(partial);
  const context = makeContext({ articles: [article], storylines: [makeStoryline()] });
  const built = buildNewsArticle({ ...context, site: { ...context.site, hasCards: false } }, article);
  return JSON.parse(JSON.stringify(built));
}

describe('a story for machines', () => {
  it('says who says what, when and where', () => {
    expect(build({ tags: ['arms control', 'ports'], dateline: { place: 'Bucharest', region: 'RO' } })).toMatchObject({
      '@id': `${site}/2024/11/story/#article`,
      headline: 'The story 2024/11/story',
      inLanguage: 'en',
      datePublished: '2024-11-13T12:00:00Z',
      dateModified: '2024-11-13T12:00:00Z',
      articleSection: 'World',
      keywords: 'arms control, ports',
      author: [{ '@type': 'Organization', '@id': `${site}/authors/world-desk/#author`, name: 'World desk' }],
      publisher: { '@id': `${site}/#publisher` },
      about: [
        { '@id': `${site}/topics/world/#topic`, termCode: '11000000' },
        { '@id': `${site}/tags/arms-control/#tag`, name: 'arms control' },
        { '@id': `${site}/tags/ports/#tag` },
      ],
      contentLocation: [{ '@type': 'Country', name: 'Romania', identifier: { value: 'RO' } }],
      dateline: 'Bucharest',
      locationCreated: { address: { addressLocality: 'Bucharest', addressCountry: 'RO' } },
    });
  });

  it('is about the places where it happened, each with its position', () => {
    const places = [{ name: 'Kursk', region: 'RU', at: [51.74, 36.19] as const }];
    expect(build({ places })['contentLocation']).toMatchObject([
      { name: 'Romania' },
      {
        '@type': 'Place',
        name: 'Kursk',
        address: { addressCountry: 'RU' },
        geo: { latitude: 51.74, longitude: 36.19 },
      },
    ]);
  });

  it('has no key for what it has not', () => {
    const keys = 'keywords dateline locationCreated citation correction isPartOf image creditText'.split(' ');
    expect(keys.filter((key) => key in build())).toEqual([]);
  });

  it.each([
    ['report', 'ReportageNewsArticle'],
    ['explainer', 'BackgroundNewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['background', 'BackgroundNewsArticle'],
    ['timeline', 'BackgroundNewsArticle'],
  ] as const)('that is a %s is a %s', (kind, type) => {
    expect(build({ kind })['@type']).toBe(type);
    expect(articleKinds).toContain(kind);
  });

  it('says what it rests on, what was corrected, and which storyline it is part of', () => {
    const story = build({
      sources: [
        { title: 'A paper', publisher: 'A house', url: 'https://a.example/', published: makeTimestamp('2024-11-12') },
        { title: 'A letter', publisher: 'An office' },
      ],
      corrections: [{ kind: 'correction', date: makeTimestamp('2024-11-14'), text: 'It was a metre.' }],
      storylines: ['cop29'],
    });
    expect(story.citation).toEqual([
      {
        '@type': 'CreativeWork',
        name: 'A paper',
        publisher: { '@type': 'Organization', name: 'A house' },
        url: 'https://a.example/',
        datePublished: '2024-11-12',
      },
      { '@type': 'CreativeWork', name: 'A letter', publisher: { '@type': 'Organization', name: 'An office' } },
    ]);
    expect(story.correction).toEqual([
      { '@type': 'CorrectionComment', name: 'Correction', text: 'It was a metre.', datePublished: '2024-11-14' },
    ]);
    expect(story.dateModified).toBe('2024-11-14');
    expect(story.isPartOf).toMatchObject([
      { '@type': 'CreativeWorkSeries', '@id': `${site}/storylines/cop29/#storyline` },
    ]);
  });
});
