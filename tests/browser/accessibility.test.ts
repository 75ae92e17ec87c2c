import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../support/axe.ts';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { arabicPages, demoPages } from '../support/page-types.ts';
import type { SiteName } from '../support/sites.ts';

/**
 * One page of every type, and the special pages of other newsrooms. `accessibility-looks.test.ts` tries types in the
 * dark.
 */
const pages: readonly (readonly [SiteName, readonly string[]])[] = [
  ['demo', Object.values(demoPages)],
  ['hard', ['', '2024/11/everything-at-once/', '2024/11/arabic-story/', '2024/11/withdrawn-story/', 'corrections/']],
  ['empty', ['', 'regions/']],
  ['archive', ['regions/world/2/']],
  ['places', ['regions/2025/01/', 'regions/fiji/', 'regions/tuvalu/', 'regions/polynesia/', '2025/02/two-continents/']],
  ['arabic', [...Object.values(arabicPages), '2025/12/english-story/']],
  ['themed', ['', '2025/11/pesca-marruecos/', 'quienes-somos/', 'regions/', 'search/', '404.html']],
];

const inUse = new Map<SiteName, { readonly site: OpenSite; readonly tab: Page }>();
beforeAll(async () => {
  for (const [name] of pages) {
    const site = await openSite(name);
    inUse.set(name, { site, tab: await site.openTab() });
  }
});
afterAll(async () => {
  for (const { site } of inUse.values()) await site.close();
});

it.each(pages.flatMap(([name, paths]) => paths.map((path) => [name, path] as const)))(
  '%s /%s has no axe-core violation',
  async (name, path) => {
    const tab = inUse.get(name)?.tab;
    if (!tab) throw new Error(`The site ${name} is not open.`);
    await tab.goto(path);
    if (path.includes('?q=')) await tab.locator('[data-results] article').first().waitFor();
    expect(await findViolations(tab)).toEqual([]);
  },
);

it('found no error in the console of any page', () => {
  for (const { site } of inUse.values()) expect(site.problems).toEqual([]);
});
