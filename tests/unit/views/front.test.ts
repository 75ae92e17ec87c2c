import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import type { Newsroom } from '../../../src/news/newsroom.ts';
import { buildFront } from '../../../src/views/front.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeStoryline, makeTimestamp, worldTopic } from '../../support/make-newsroom.ts';

/** Stories named after their hour: `s20` is newer than `s01`. */
function makeStories(count: number, partial: Partial<Article> = {}): readonly Article[] {
  return Array.from({ length: count }, (_, index) => {
    const hour = String(index).padStart(2, '0');
    const published = makeTimestamp(`2024-11-13T${hour}:00Z`);
    return makeArticle({ id: `2024/11/s${hour}`, title: `s${hour}`, published, ...partial });
  });
}

const titles = (teasers: readonly { readonly title: string }[]) => teasers.map(({ title }) => title).join(' ');

const read = (partial: Partial<Newsroom>) => {
  const front = buildFront(makeContext(partial));
  return {
    front,
    lead: front.lead?.title,
    seconds: titles(front.seconds),
    latest: titles(front.latest),
    strips: front.strips.map(({ heading, teasers }) => `${heading.text}: ${titles(teasers)}`),
  };
};

describe('the front page', () => {
  it('has the newest stories, each once: lead, seconds, latest, then what is left of each topic', () => {
    expect(read({ articles: makeStories(16) })).toMatchObject({
      lead: 's15',
      seconds: 's14 s13 s12',
      latest: 's11 s10 s09 s08 s07 s06',
      strips: ['World: s05 s04 s03'],
    });
  });

  it('has what front.yaml chooses, filled up with the newest', () => {
    const front = { lead: '2024/11/s02', seconds: ['2024/11/s00', '2024/11/s02'] };
    expect(read({ articles: makeStories(8), front })).toMatchObject({
      lead: 's02',
      seconds: 's00 s07 s06',
      latest: 's05 s04 s03 s01',
      strips: [],
    });
  });

  it('chooses nothing that is not public', () => {
    const [first, ...others] = makeStories(3);
    const withdrawn = makeArticle({ ...first, status: 'withdrawn' });
    const front = { lead: '2024/11/s00', seconds: ['2024/11/none'] };
    expect(read({ articles: [withdrawn, ...others], front })).toMatchObject({
      lead: 's02',
      seconds: 's01',
      latest: '',
    });
  });

  it('shows the time of the stories of its newest day', () => {
    const [id, older] = [
      '2024/11/new',
      makeArticle({ id: '2024/11/old', published: makeTimestamp('2024-11-13T09:00Z') }),
    ];
    const articles = [makeArticle({ id, published: makeTimestamp('2024-11-14T10:05Z') }), older];
    const { front } = read({ articles });
    expect(front.lead?.published.text).toBe('14 November 2024, 10:05 UTC');
    expect(front.seconds.map(({ published }) => published.text)).toEqual(['13 November 2024']);
  });

  it('shows no time for a story of that day which states none', () => {
    const articles = [
      makeArticle({ id: '2024/11/timed', published: makeTimestamp('2024-11-14T10:05Z') }),
      makeArticle({ id: '2024/11/dated', published: makeTimestamp('2024-11-14') }),
    ];
    const { front } = read({ articles });
    const shown = [front.lead, ...front.seconds].map((teaser) => teaser?.published.text);
    expect(shown).toEqual(['14 November 2024, 10:05 UTC', '14 November 2024']);
  });

  it('counts the sources of its lead, if it has any', () => {
    const source = { title: 'A paper', publisher: 'A house' } as const;
    const sources = [source, source];
    expect(read({ articles: [makeArticle({ sources })] }).front.lead?.sourceCount).toBe('2 sources');
    expect(read({ articles: [makeArticle()] }).front.lead?.sourceCount).toBe('');
  });

  it('has the picture of its lead, and of no story without one', () => {
    const image = { src: 'bridge.png', alt: 'A bridge', credit: 'Us', caption: 'The bridge.' };
    const pictures = [{ file: 'articles/2024/11/bridge.png', width: 1600, height: 900, isAnimated: false }];
    const articles = [makeArticle({ id: '2024/11/story', image })];
    expect(read({ articles, pictures }).front.lead?.image).toMatchObject({
      src: '/news/media/2024/11/bridge.png',
      sizes: '(min-width: 75rem) 38rem, (min-width: 48rem) 56vw, 100vw',
      alt: 'A bridge',
      credit: 'Us',
      caption: 'The bridge.',
    });
    expect(read({ articles: [makeArticle()] }).front.lead?.image).toBeUndefined();
  });

  it('shows of each continent the newest story that happens there, before one that only touches it', () => {
    const articles = [
      makeArticle({ id: '2024/11/touch', regions: ['KP', 'RO'], published: makeTimestamp('2024-11-14T10:00Z') }),
      makeArticle({ id: '2024/11/here', regions: ['RO'] }),
    ];
    expect(read({ articles }).front.regions.map(({ text, count, newest }) => [text, count, newest?.href])).toEqual([
      ['Asia', '1 story', '/news/2024/11/touch/'],
      ['Europe', '2 stories', '/news/2024/11/here/'],
    ]);
  });

  it('lists storylines and months that have stories', () => {
    const articles = [makeArticle({ storylines: ['cop29'] })];
    const { front } = read({ articles, storylines: [makeStoryline(), makeStoryline({ id: 'empty' })] });
    expect(front.storylines).toMatchObject([{ href: '/news/storylines/cop29/', count: '1 part' }]);
    expect(front.months).toEqual([{ text: 'November 2024', href: '/news/2024/11/', count: '1 story' }]);
    expect(front.world?.heading.href).toBe('/news/regions/2024/11/');
  });

  it('names the stories that were corrected last, and of withdrawn ones the address alone', () => {
    const date = makeTimestamp('2024-11-20T10:00Z');
    const corrections = [{ kind: 'correction', date, text: 'It was wrong.' }] as const;
    const articles = [
      makeArticle({ id: '2024/11/wrong', title: 'Wrong', corrections }),
      makeArticle({ id: '2024/11/gone', title: 'Secret', status: 'withdrawn', corrections }),
    ];
    expect(read({ articles }).front.changed).toMatchObject([
      { link: { text: 'This story was withdrawn', href: '/news/2024/11/gone/' } },
      { reason: 'Correction', link: { text: 'Wrong' } },
    ]);
  });

  it('of an empty newsroom has nothing but its head', () => {
    expect(read({ topics: [worldTopic] }).front).toMatchObject({
      edition: undefined,
      lead: undefined,
      seconds: [],
      latest: [],
      strips: [],
      world: undefined,
      regions: [],
      storylines: [],
      months: [],
    });
  });
});
