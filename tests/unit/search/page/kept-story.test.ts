import { describe, expect, it } from 'vitest';
import { findKept, readKeptStory } from '../../../../src/search/page/kept-story.ts';

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

const make = (title: string, body: string) => ({
  url: `/${title}/`,
  language: 'en',
  title,
  summary: '',
  topic: '',
  place: '',
  date: '',
  text: `${title} ${body}`,
});

describe('searching saved stories', () => {
  const stories = [
    make('Rain', 'It rained on the harbour and on the market. Rain fell.'),
    make('Harbour', 'A harbour, and rain.'),
    make('東京', '東京都で雨が降った。'),
  ];
  const find = (typed: string) => findKept(stories, typed).map(({ url }) => url.slice(1, -1));

  it.each([
    ['rain', ['Rain', 'Harbour']],
    ['harbour rain', ['Rain', 'Harbour']],
    ['harb', ['Harbour', 'Rain']],
    ['rain -market', ['Harbour']],
    ['-rain', ['東京']],
    ['ain', []],
    ['雨', ['東京']],
    ['rain (*) [m', ['Rain']],
    ['rain desert', []],
  ])('finds for %j the stories with all of its words', (typed, titles) => {
    expect(find(typed)).toEqual(titles);
  });

  it('marks the words in headline and excerpt', () => {
    const [first] = findKept(stories, 'harbour');
    expect(first?.title).toEqual([
      { text: '', isMatch: false },
      { text: 'Harbour', isMatch: true },
      { text: '', isMatch: false },
    ]);
    expect(first?.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toContain('harbour');
  });
});
