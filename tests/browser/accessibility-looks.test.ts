import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../support/axe.ts';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { demoPageTypes } from '../support/page-types.ts';

let demo: OpenSite;
let arabic: OpenSite;
beforeAll(async () => {
  [demo, arabic] = await Promise.all([openSite('demo'), openSite('arabic')]);
});
afterAll(async () => {
  for (const site of [demo, arabic]) await site.close();
});

async function go(tab: Page, path: string): Promise<void> {
  await tab.goto(path);
  if (path.includes('?q=')) await tab.locator('[data-results] article').first().waitFor();
}

describe('on a phone in the dark', () => {
  const phone: BrowserContextOptions = { colorScheme: 'dark', viewport: { width: 390, height: 844 } };
  let tabs: Record<'demo' | 'arabic', Page>;
  beforeAll(async () => {
    tabs = { demo: await demo.openTab(phone), arabic: await arabic.openTab(phone) };
  });

  it.each(demoPageTypes)('%s has no axe-core violation', async (_name, path) => {
    await go(tabs.demo, path);
    expect(await findViolations(tabs.demo)).toEqual([]);
  });

  it.each(['', '2025/12/lead/', 'regions/egypt/', 'search/?q=خريطة'])(
    '/%s has no axe-core violation in Arabic',
    async (path) => {
      await go(tabs.arabic, path);
      expect(await findViolations(tabs.arabic)).toEqual([]);
    },
  );
});

/** The settings that a reader can choose, besides light and dark devices. */
const settings = [
  ['theme-sepia size-small spacing-close width-short', 'light'],
  ['theme-contrast', 'light'],
  ['theme-contrast', 'dark'],
  ['theme-dark size-largest spacing-open width-long', 'light'],
] as const;

describe.each(settings)('for a reader who has chosen %s on a %s device', (chosen, colorScheme) => {
  let tab: Page;
  beforeAll(async () => {
    tab = await demo.openTab({ colorScheme });
    await tab.goto('404.html');
    await tab.evaluate((kept) => localStorage.setItem('gazetteer:reader', kept), chosen);
  });

  it.each(['2024/12/north-korea-russia-timeline/', 'regions/', 'search/?q=nuclear'])(
    '/%s has no axe-core violation, with the reading settings open',
    async (path) => {
      await go(tab, path);
      await tab.getByRole('button', { name: 'Reading settings' }).click();
      await tab.getByRole('dialog', { name: 'Reading settings' }).waitFor();
      // Settings change colours and sizes, and nothing else that axe looks at.
      const runOnly = ['color-contrast', 'color-contrast-enhanced', 'target-size', 'scrollable-region-focusable'];
      expect(await findViolations(tab, { type: 'rule', values: runOnly })).toEqual([]);
    },
  );
});

it('found no error in the console of any page', () => {
  for (const site of [demo, arabic]) expect(site.problems).toEqual([]);
});
