import { describe, expect, it } from 'vitest';
import { demoPages } from '../../support/page-types.ts';
import { listFiles } from '../../support/site-files.ts';

/** Returns the pattern of the addresses that a file of `src/pages` answers, as Astro reads its name. */
function toPattern(route: string): RegExp {
  const path = route.replace(/\.astro$/u, '').replace(/(?:^|\/)index$/u, '');
  const source = path.replace(/\/?\[\.\.\.\w+\]/gu, '(?:/[^/]+)*').replace(/\[\w+\]/gu, '[^/]+');
  return new RegExp(`^${source}$`, 'u');
}

const addresses = Object.values(demoPages).map((path) => path.replace(/\/?(?:\?.*)?$|\.html$/u, ''));

describe('the list of types of pages', () => {
  it('has one for every route', async () => {
    const routes = await listFiles('src/pages', '.astro');
    expect(routes.length).toBeGreaterThan(15);
    expect(routes.filter((route) => !addresses.some((address) => toPattern(route).test(address)))).toEqual([]);
  });

  it.each([
    ['index.astro', ''],
    ['[page].astro', 'about'],
    ['regions/[...period].astro', 'regions/2024/11'],
    ['tags/[id]/[...page].astro', 'tags/russia'],
    ['[year]/[month]/[slug].astro', '2024/11/flood'],
  ])('knows that %s answers /%s/', (route, address) => {
    expect(toPattern(route).test(address)).toBe(true);
    expect(toPattern(route).test(`other/${address}/x/y/z/a`)).toBe(false);
  });
});
