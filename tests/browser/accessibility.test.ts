import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import type { SiteName } from '../support/sites.ts';

declare global {
  interface Window {
    axe: { run(options: RunOptions): Promise<AxeResults> };
  }
}

/** One page of every type. */
const pages: readonly [SiteName, string][] = [
  ...['', '2024/11/us-arms-control-chief-bucharest/', '2024/11/iaea-board-iran-resolution/', '2024/', '2024/11/'].map(
    toDemo,
  ),
  ...['topics/', 'topics/health/', 'topics/justice-rights/', 'tags/', 'tags/russia/', 'regions/', 'regions/asia/'].map(
    toDemo,
  ),
  ...['storylines/', 'storylines/dprk-russia/', 'authors/', 'authors/world-desk/', 'search/', 'search/?q=nuclear'].map(
    toDemo,
  ),
  ...['corrections/', 'about/', 'feeds/', '404.html'].map(toDemo),
  ['hard', ''],
  ['hard', '2024/11/everything-at-once/'],
  ['hard', '2024/11/arabic-story/'],
  ['hard', '2024/11/withdrawn-story/'],
  ['hard', 'corrections/'],
  ['empty', ''],
  ['empty', 'regions/'],
  ['archive', 'regions/world/2/'],
  ['archive', 'regions/'],
  ['places', ''],
  ['places', 'regions/'],
  ['places', 'regions/2025/01/'],
  ['places', 'regions/fiji/'],
  ['places', 'regions/tuvalu/'],
  ['places', 'regions/polynesia/'],
  ['places', '2025/02/two-continents/'],
  ...['', '2025/12/lead/', '2025/11/explainer/', '2025/12/english-story/', '2025/12/correction/'].map(toArabic),
  ...['regions/', 'regions/egypt/', 'tags/', 'storylines/test-edition/', 'corrections/', 'feeds/'].map(toArabic),
  ...['search/?q=خريطة', '2025/', '404.html'].map(toArabic),
];

function toDemo(path: string): [SiteName, string] {
  return ['demo', path];
}

function toArabic(path: string): [SiteName, string] {
  return ['arabic', path];
}

const sitesInUse = new Map<SiteName, OpenSite>();
let axeSource = '';

beforeAll(async () => {
  axeSource = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  for (const name of ['demo', 'hard', 'empty', 'archive', 'places', 'arabic'] as const)
    sitesInUse.set(name, await openSite(name));
});
afterAll(async () => {
  for (const site of sitesInUse.values()) await site.close();
});

/** Maps of hard cases, empty and long listings are pages of the same types: they are held in light. */
const inDark = pages.filter(([name]) => ['demo', 'hard', 'arabic'].includes(name));

describe.each([
  ['light', pages, { width: 1280, height: 900 }],
  ['dark', inDark, { width: 390, height: 844 }],
] as const)('in %s', (colorScheme, tried, viewport) => {
  it.each(tried)('%s /%s has no axe-core violation', async (name, path) => {
    const site = sitesInUse.get(name);
    const page = await site?.visit(path, { colorScheme, viewport });
    if (!page) throw new Error(`The site ${name} is not open.`);
    if (path.includes('?q=')) await page.locator('[data-results] article').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});

/** What a reader can choose, beside light and dark devices. */
const settings = [
  ['theme-sepia size-small spacing-close width-short', 'light'],
  ['theme-contrast', 'light'],
  ['theme-contrast', 'dark'],
  ['theme-dark size-largest spacing-open width-long', 'light'],
] as const;

describe.each(settings)('for a reader who has chosen %s on a %s device', (chosen, colorScheme) => {
  it.each(['', '2024/12/north-korea-russia-timeline/', 'topics/health/', 'regions/', 'search/?q=nuclear', 'about/'])(
    '/%s has no axe-core violation, with the reading settings open',
    async (path) => {
      const site = sitesInUse.get('demo');
      const page = await site?.visit('404.html', { colorScheme });
      if (!site || !page) throw new Error('The demo is not open.');
      await page.evaluate((kept) => localStorage.setItem('gazetteer:reader', kept), chosen);
      await page.goto(new URL(path, site.url).href);
      if (path.includes('?q=')) await page.locator('[data-results] article').first().waitFor();
      await page.getByRole('button', { name: 'Reading settings' }).click();
      await page.getByRole('dialog', { name: 'Reading settings' }).waitFor();
      // Settings change colours and sizes, and nothing else that axe looks at.
      const runOnly = ['color-contrast', 'color-contrast-enhanced', 'target-size', 'scrollable-region-focusable'];
      expect(await findViolations(page, { type: 'rule', values: runOnly })).toEqual([]);
    },
  );
});

const everything: RunOptions['runOnly'] = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'wcag2aaa'],
};

async function findViolations(page: Page, runOnly = everything): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate((options) => window.axe.run(options), { runOnly } as RunOptions);
  await page.context().close();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

it('found no error in the console of any page', () => {
  for (const site of sitesInUse.values()) expect(site.problems).toEqual([]);
});
