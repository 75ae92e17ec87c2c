import { LinkChecker } from 'linkinator';
import { describe, expect, it } from 'vitest';
import { serveSite } from '../../src/server/site-server.ts';
import { getSiteDir, sites, type SiteName } from '../support/sites.ts';

describe.each<SiteName>(['demo', 'based', 'hard', 'empty', 'themed'])('the links of the site %s', (name) => {
  it('lead somewhere, anchors included', async () => {
    const server = await serveSite({ dir: getSiteDir(name), base: sites[name].base, port: 0 });
    try {
      const checked = await new LinkChecker().check({
        path: server.url,
        recurse: true,
        // A busy machine may lose one.
        retryErrors: true,
        checkFragments: true,
        checkCss: true,
        // Whatever a search asks for, it is one page.
        linksToSkip: async (link) => !link.startsWith(new URL(server.url).origin) || link.includes('/search/?'),
      });
      const broken = checked.links.filter(({ state }) => state === 'BROKEN');
      expect(broken.map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
      expect(checked.links.length).toBeGreaterThan(20);
    } finally {
      await server.close();
    }
  });
});

describe('a site below a base path', () => {
  it('answers unknown addresses with its own 404 page, inside and outside the base', async () => {
    const server = await serveSite({ dir: getSiteDir('based'), base: '/news/', port: 0 });
    try {
      for (const path of ['nothing/', '../outside/']) {
        const answer = await fetch(new URL(path, server.url));
        expect(answer.status).toBe(404);
        expect(await answer.text()).toContain('Page not found');
      }
    } finally {
      await server.close();
    }
  });
});
