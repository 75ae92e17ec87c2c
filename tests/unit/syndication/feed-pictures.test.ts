import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { collectPagePrints, toPageKeys } from '../../../src/paper/table.ts';
import type { Article } from '../../../src/news/article.ts';
import type { Picture } from '../../../src/news/picture.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeTimestamp } from '../../support/make-newsroom.ts';
import { renderFeeds } from '../../support/render-feeds.ts';
import { renderTree } from '../../support/render-markdown.ts';

const image = {
  src: './brücke.JPG',
  alt: 'A bridge',
  caption: 'The “old” bridge & its river.',
  credit: 'A. Photographer',
};
const pictures: readonly Picture[] = [
  { file: 'articles/2024/11/brücke.JPG', width: 1000, height: 500, isAnimated: false },
];
const url = 'https://host.example/news/media/2024/11/br%C3%BCcke.JPG';

async function render(partial: Partial<Article>, known = pictures) {
  const article = makeArticle(partial);
  const context = makeContext({ articles: [article], pictures: known });
  return renderFeeds(context, article, await renderTree('Text.'));
}

async function read(partial: Partial<Article>, known = pictures) {
  const { rss, atom, json } = await render(partial, known);
  const [item] = parseRssFeed(rss).items ?? [];
  const [entry] = parseAtomFeed(atom).entries ?? [];
  const [story] = parseJsonFeed(json).items ?? [];
  return {
    media: [item?.media, entry?.media],
    contents: [item?.content?.encoded, entry?.content?.value, story?.content_html],
    image: story?.image,
  };
}

/** Fingerprints of the pages of a newsroom whose one picture is so wide. */
function getKeys(width: number) {
  const [picture] = pictures;
  const known = picture ? [{ ...picture, width }] : [];
  return toPageKeys(collectPagePrints(makeContext({ articles: [makeArticle({ image })], pictures: known })));
}

describe('the picture above a story, in its feeds', () => {
  it('is described for machines: address, type, size, caption, description, credit', async () => {
    const found = await read({ image });
    const media = {
      contents: [
        {
          url,
          type: 'image/jpeg',
          medium: 'image',
          width: 1000,
          height: 500,
          title: { value: image.caption },
          description: { value: image.alt },
          credits: [{ value: image.credit }],
        },
      ],
    };
    expect(found.media).toEqual([media, media]);
    expect(found.image).toBe(url);
  });

  it('stands in the text, with caption and credit, behind the notices of corrections', async () => {
    const figure =
      `<figure><img src="${url}" alt="A bridge" width="1000" height="500">` +
      '<figcaption>The “old” bridge &amp; its river. <small>A. Photographer</small></figcaption></figure>\n<p>Text.</p>';
    const { contents } = await read({ image });
    expect(contents).toEqual([figure, figure, figure]);
    const corrections = [{ kind: 'correction', date: makeTimestamp('2024-11-14'), text: 'It was older.' }] as const;
    const corrected = await read({ image, corrections });
    for (const content of corrected.contents) expect(content).toMatch(/It was older\.<\/p>\n<figure>/u);
  });

  it('has no size where nothing is known of the file, and is not named where there is none', async () => {
    const unknown = await read({ image }, []);
    expect(unknown.contents[0]).toContain(`<img src="${url}" alt="A bridge"><figcaption>`);
    expect(unknown.media[0]?.contents?.[0]).not.toHaveProperty('width');
    const without = await render({});
    expect(`${without.rss}${without.atom}${without.json}`).not.toMatch(/<media:|<figure|image/u);
  });

  it.each([
    ['a.png', 'image/png'],
    ['a.jpeg', 'image/jpeg'],
    ['a.webp', 'image/webp'],
    ['maps/a.avif', 'image/avif'],
    ['a.GIF', 'image/gif'],
  ])('has the media type of its file: %s', async (src, type) => {
    const { media } = await read({ image: { ...image, src } });
    expect(media[0]?.contents?.[0]?.type).toBe(type);
  });

  it('makes feeds anew when its size changes, and no others', () => {
    const [before, after] = [getKeys(1000), getKeys(900)];
    const changed = [...before.keys()].filter((path) => before.get(path) !== after.get(path));
    expect(changed).toContain('/feed.xml');
    expect(changed).not.toContain('/topics/');
  });
});
