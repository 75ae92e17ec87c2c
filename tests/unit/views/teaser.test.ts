import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import type { Picture } from '../../../src/news/picture.ts';
import { getLanguage, toStoryLink } from '../../../src/views/language.ts';
import { buildStoryline } from '../../../src/views/storyline.ts';
import { buildTeaser } from '../../../src/views/teaser.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeStoryline, makeTimestamp } from '../../support/make-newsroom.ts';

function build(partial: Partial<Article> = {}) {
  const article = makeArticle(partial);
  return buildTeaser(makeContext({ articles: [article] }), article);
}

function buildWithPicture(picture: Omit<Picture, 'file'>) {
  const image = { src: 'bridge.png', alt: 'A bridge', credit: 'Us', caption: 'The bridge.' };
  const article = makeArticle({ id: '2024/11/story', image });
  const pictures = [{ file: 'articles/2024/11/bridge.png', ...picture }];
  return buildTeaser(makeContext({ articles: [article], pictures }), article);
}

const toAddress = (width: number) => `/news/pictures/2024/11/bridge.png/${width}.webp`;

describe('a story in a list', () => {
  it('has topic and place above its headline, and its kind unless it is a report', () => {
    expect(build().kicker).toEqual({
      topic: { text: 'World', href: '/news/topics/world/' },
      place: { text: 'Romania', href: '/news/regions/romania/' },
      kind: undefined,
    });
    expect(build({ kind: 'explainer' }).kicker.kind).toBe('Explainer');
  });

  it.each([
    [['RO', 'FR'], '/news/globes/romania.svg'],
    [['150'], '/news/globes/europe.svg'],
    [['001'], undefined],
    [[], undefined],
  ])('about %j has the globe %s', (regions, globe) => {
    expect(build({ regions }).globe).toBe(globe);
  });

  it.each([
    [{ width: 1600, height: 900 }, { width: 96, height: 54 }, [96, 192]],
    [{ width: 150, height: 150 }, { width: 96, height: 96 }, [96, 150]],
    [{ width: 60, height: 30 }, { width: 60, height: 30 }, [60]],
  ])('with a picture of %j shows it as %j', (size, shown, widths) => {
    const { picture } = buildWithPicture({ ...size, isAnimated: false });
    const srcset = widths.map((width) => `${toAddress(width)} ${width}w`).join(', ');
    expect(picture).toEqual({ ...shown, src: toAddress(shown.width), srcset });
  });

  it('with an animated picture keeps its globe', () => {
    const teaser = buildWithPicture({ width: 1600, height: 900, isAnimated: true });
    expect([teaser.picture, teaser.globe]).toEqual([undefined, '/news/globes/romania.svg']);
  });

  it('names each kind of its corrections once', () => {
    const date = makeTimestamp('2024-11-14');
    const corrections = (['correction', 'update', 'correction'] as const).map((kind) => ({ kind, date, text: 'So.' }));
    expect(build({ corrections }).notices).toEqual(['Correction', 'Update']);
    expect(build().notices).toEqual([]);
  });

  it('is one object for all lists of a build', () => {
    const article = makeArticle();
    const context = makeContext({ articles: [article] });
    expect(buildTeaser(context, article)).toBe(buildTeaser(context, article));
    expect(buildTeaser(makeContext({ articles: [article] }), article)).not.toBe(buildTeaser(context, article));
  });
});

describe('the language of a story', () => {
  it.each([
    ['en', {}],
    ['fr', { lang: 'fr', dir: 'ltr' }],
    ['ar', { lang: 'ar', dir: 'rtl' }],
    ['en-US', { lang: 'en-US', dir: 'ltr' }],
  ])('%s amid English is marked as %j', (lang, marks) => {
    expect(getLanguage(makeContext(), { lang })).toEqual(marks);
  });

  it('goes with every link to it', () => {
    const article = makeArticle({ lang: 'ar', title: 'فيضانات' });
    expect(toStoryLink(makeContext({ articles: [article] }), article)).toEqual({
      text: 'فيضانات',
      href: '/news/2024/11/story/',
      lang: 'ar',
      dir: 'rtl',
      hold: undefined,
    });
  });
});

describe('a storyline', () => {
  const milestones = [
    { date: makeTimestamp('2024-11-01'), text: 'It begins.', article: '2024/11/first' },
    { date: makeTimestamp('2024-11-02'), text: 'It goes on.', article: '2024/11/hidden' },
    { date: makeTimestamp('2024-11-03'), text: 'It ends.', source: { publisher: 'A house' } },
  ] as const;
  const articles = ['first', 'last'].map((name, index) =>
    makeArticle({ id: `2024/11/${name}`, storylines: ['cop29'], published: makeTimestamp(`2024-11-0${index + 1}`) }),
  );
  const hidden = makeArticle({ id: '2024/11/hidden', storylines: ['cop29'], status: 'draft' });
  const context = makeContext({ articles: [...articles, hidden], storylines: [makeStoryline({ milestones })] });
  const listing = context.edition.listings.storyline.get('cop29');
  if (!listing) throw new Error('No storyline.');

  it('starts with its first chapter; its milestones lead to stories that are public', () => {
    const view = buildStoryline(context, listing, undefined);
    expect(view.start?.href).toBe('/news/2024/11/first/');
    expect(view.milestones.map(({ text, href, date }) => [date.machine, text, href])).toEqual([
      ['2024-11-01', 'It begins.', '/news/2024/11/first/'],
      ['2024-11-02', 'It goes on.', undefined],
      ['2024-11-03', 'It ends.', undefined],
    ]);
    expect(view.milestones[2]?.source).toEqual({ publisher: 'A house' });
  });

  it('has its milestones on its first page only', () => {
    expect(buildStoryline(context, listing, 1).milestones).toEqual([]);
  });
});
