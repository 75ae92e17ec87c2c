import { describe, expect, it } from 'vitest';
import { toParams } from '../../../../src/paper/kinds/page-kind.ts';

describe('toParams', () => {
  it.each([
    ['index.astro', '/', {}],
    ['topics/index.astro', '/topics/', {}],
    ['[page].astro', '/about/', { page: 'about' }],
    ['[year]/[month]/[slug].astro', '/2024/11/flood/', { year: '2024', month: '11', slug: 'flood' }],
    ['[year]/[month]/[...page].astro', '/2024/11/', { year: '2024', month: '11', page: undefined }],
    ['[year]/[month]/[...page].astro', '/2024/11/2/', { year: '2024', month: '11', page: '2' }],
    ['regions/[...period].astro', '/regions/', { period: undefined }],
    ['regions/[...period].astro', '/regions/2024/11/', { period: '2024/11' }],
    ['[...alias].astro', '/old/place/', { alias: 'old/place' }],
    ['[...listing]/feed.xml.ts', '/feed.xml', { listing: undefined }],
    ['[...listing]/feed.xml.ts', '/regions/asia/feed.xml', { listing: 'regions/asia' }],
    ['maps/[id].svg.ts', '/maps/fr-de_2.35.svg', { id: 'fr-de_2.35' }],
    ['media/[...file].ts', '/media/2024/11/br%C3%BCcke.jpg', { file: '2024/11/brücke.jpg' }],
    ['tags/[id]/[...page].astro', '/tags/ökologie/', { id: 'ökologie', page: undefined }],
  ])('reads from the address of %s %s', (route, path, params) => {
    expect(toParams(route, path)).toEqual(params);
  });

  it('refuses an address that the route does not have', () => {
    expect(() => toParams('topics/[id]/[...page].astro', '/tags/rain/')).toThrow(
      '`/tags/rain/` is not an address of the route src/pages/topics/[id]/[...page].astro.',
    );
  });
});
