import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/core/html-tree.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import { getPictureWidths } from '../../../src/news/picture.ts';
import { createAddresses } from '../../../src/news/urls.ts';
import { buildTextPictures, enrichPictures } from '../../../src/views/picture.ts';
import type { Context } from '../../../src/views/context.ts';
import { makeNewsroom } from '../../support/make-newsroom.ts';
import { parseHtml } from '../../support/parse-html.ts';

const bridge = { file: 'articles/2024/11/brücke.jpg', width: 1000, height: 500, isAnimated: false };
const edition = buildEdition(makeNewsroom({ pictures: [bridge] }), { nowMs: 0, language: 'en', timeZone: 'UTC' });
const context = { edition, addresses: createAddresses('https://host.example/news/') } as unknown as Context;
const address = '/news/media/2024/11/br%C3%BCcke.jpg';

const enrich = (from: Context, html: string) =>
  renderHtml(
    enrichPictures(parseHtml(html), buildTextPictures(from, [bridge.file, 'articles/2024/11/no.png'])).children,
  );

describe('the widths of a picture', () => {
  it.each([
    [300, [300]],
    [1000, [480, 800, 1000]],
    [1600, [480, 800, 1200, 1600]],
    [5000, [480, 800, 1200, 1600]],
  ])('of %i pixels are never more than it has', (width, expected) => {
    expect(getPictureWidths({ width, height: 100, isAnimated: false })).toEqual(expected);
  });
});

describe('a picture in a text', () => {
  it('is offered in other formats and sizes, and keeps its room free', () => {
    const html = enrich(context, `<p><img src="${address}" alt="A > B" loading="lazy" decoding="async"></p>`);
    expect(html).toContain('<source type="image/avif" srcset="/news/pictures/2024/11/br%C3%BCcke.jpg/480.avif 480w, ');
    expect(html.indexOf('image/avif')).toBeLessThan(html.indexOf('image/webp'));
    expect(html).toContain(
      `<img src="${address}" alt="A &gt; B" loading="lazy" decoding="async" width="1000" height="500"></picture></p>`,
    );
  });

  it('stays unchanged when nothing is known about it, and so does all other text', () => {
    const html =
      '<p>a &lt;img src=&quot;x&quot;&gt; <img src="/elsewhere.png" alt=""> <img src="/news/media/2024/11/no.png" alt=""></p>';
    expect(enrich(context, html)).toBe(html);
  });

  it('that moves has its size only', () => {
    const moving = buildEdition(makeNewsroom({ pictures: [{ ...bridge, isAnimated: true }] }), {
      nowMs: 0,
      language: 'en',
      timeZone: 'UTC',
    });
    const html = enrich({ ...context, edition: moving }, `<img src="${address}" alt="">`);
    expect(html).toBe(`<img src="${address}" alt="" width="1000" height="500">`);
  });
});
