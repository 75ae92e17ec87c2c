import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/news/edition.ts';
import { getOwnPicture, getSharedPicture } from '../../../src/views/shared-picture.ts';
import { createContext } from '../../../src/paper/site-context.ts';
import { site } from '../../support/make-site.ts';
import { makeArticle, makeNewsroom } from '../../support/make-newsroom.ts';

const image = { src: 'Bridge.PNG', alt: 'A bridge', credit: 'Us', caption: 'It stands.' };

function open(width: number, height: number, hasCards = true) {
  const article = makeArticle({ id: '2024/11/a', image });
  const picture = { file: 'articles/2024/11/Bridge.PNG', width, height, isAnimated: false };
  const newsroom = makeNewsroom({ articles: [article], pictures: [picture] });
  const context = createContext(buildEdition(newsroom, { nowMs: 8e15, language: 'en', timeZone: 'UTC' }), site);
  return { article, context: { ...context, site: { ...context.site, hasCards } } };
}

describe('the picture shown where a story is shared', () => {
  it.each([
    [3000, 2000, 1200, 800],
    [600, 400, 600, 400],
    [900, 17_500, 842, 16_372],
  ])('is its own, as a JPEG no wider than is shown: %i × %i', (width, height, sharedWidth, sharedHeight) => {
    const { context, article } = open(width, height);
    expect(getSharedPicture(context, article)).toEqual({
      path: `/pictures/2024/11/Bridge.PNG/${sharedWidth}.jpg`,
      type: 'image/jpeg',
      width: sharedWidth,
      height: sharedHeight,
      alt: 'A bridge',
    });
  });

  it('is its card where its own is too small for networks, or where it has none', () => {
    const { context, article } = open(1000, 199);
    expect(getSharedPicture(context, article)).toMatchObject({ path: '/2024/11/a/card.png', width: 1200, height: 630 });
    expect(getOwnPicture(context, makeArticle())).toBeUndefined();
    expect(getSharedPicture(context, makeArticle({ id: '2024/11/b' }))?.path).toBe('/2024/11/b/card.png');
  });

  it('is its own in a site without cards, too', () => {
    const { context, article } = open(1000, 500, false);
    expect(getSharedPicture(context, article)?.type).toBe('image/jpeg');
    expect(getSharedPicture(context, makeArticle())).toBeUndefined();
  });
});
