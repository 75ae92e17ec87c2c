import { describe, expect, it } from 'vitest';
import {
  countSitemaps,
  getSitemapPart,
  renderSitemap,
  renderSitemapIndex,
  type SitemapEntry,
} from '../../../src/syndication/sitemap.ts';
import { makeContext } from '../../support/make-context.ts';

const context = makeContext();
const modifiedMs = Date.parse('2024-11-13T12:00Z');
const many: readonly SitemapEntry[] = Array.from({ length: 10_001 }, (_, index) => ({
  path: `/${index}/`,
  modifiedMs: modifiedMs + 1000 * Math.floor(index / 1000),
}));

describe('sitemaps', () => {
  it('hold ten thousand addresses each', () => {
    expect([[], many.slice(1), many].map(countSitemaps)).toEqual([0, 1, 2]);
    expect(getSitemapPart(many, 2)).toEqual([many[10_000]]);
    expect(getSitemapPart(many, 3)).toEqual([]);
  });

  it('are listed with the last change of any page in each', () => {
    expect(renderSitemapIndex(context, many)).toContain(
      '<sitemap><loc>https://host.example/news/sitemaps/1.xml</loc><lastmod>2024-11-13T12:00:09Z</lastmod></sitemap>' +
        '<sitemap><loc>https://host.example/news/sitemaps/2.xml</loc><lastmod>2024-11-13T12:00:10Z</lastmod></sitemap>',
    );
  });

  it('escape addresses, and leave out a day that is not known', () => {
    const xml = renderSitemap(context, [
      { path: '/tags/a&b/', modifiedMs },
      { path: '/tags/水/', modifiedMs: 0 },
    ]);
    expect(xml).toContain(
      '<url><loc>https://host.example/news/tags/a&amp;b/</loc><lastmod>2024-11-13T12:00:00Z</lastmod></url>' +
        '<url><loc>https://host.example/news/tags/%E6%B0%B4/</loc></url>',
    );
  });
});
