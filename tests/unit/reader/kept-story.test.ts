import { describe, expect, it } from 'vitest';
import { readKeptStory } from '../../../src/reader/kept-story.ts';

const data = {
  '@graph': [
    { '@type': 'BreadcrumbList' },
    {
      headline: 'Flood < fire & "wind"',
      description: 'Rivers rose.',
      inLanguage: 'en',
      articleSection: 'Climate',
      contentLocation: [{ name: 'Romania' }, { name: 'Serbia' }],
    },
  ],
};
const page = `<html><head><script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script></head>
<nav>Never searched</nav><article class="is-report"><h1>Flood &lt; fire &amp; &quot;wind&quot;</h1><p>Rivers rose.</p>
<time datetime="2024-11-13">13 November 2024</time><p>The Danube reached the <em>dykes</em> of Gala&#355;i &#38; Br&#259;ila.</p></article>`;
const story = readKeptStory('/2024/11/flood/', page);

describe('a story read from its saved page', () => {
  it('has the data and all the text of the page', () => {
    expect(story).toMatchObject({
      url: '/2024/11/flood/',
      language: 'en',
      title: 'Flood < fire & "wind"',
      topic: 'Climate',
      place: 'Romania',
      date: '13 November 2024',
    });
    expect(story?.text).toContain('reached the dykes of Galaţi & Brăila.');
    expect(story?.text).not.toContain('Never searched');
  });

  it.each([
    ['no data', '<article>Text</article>'],
    ['broken data', '<script type="application/ld+json">{</script><article>Text</article>'],
    [
      'data of another kind',
      '<script type="application/ld+json">{"@graph":[{"name":"Asia"}]}</script><article>Text</article>',
    ],
    ['no text', page.replace(/<article.*/su, '')],
  ])('is none if the page has %s', (_what, html) => {
    expect(readKeptStory('/x/', html)).toBeUndefined();
  });
});
