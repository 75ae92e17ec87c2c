import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPageTypes, findViolations } from '../support/axe.ts';
import { openSite, type OpenSite } from '../support/open-site.ts';

const sites: Partial<Record<'demo' | 'arabic', OpenSite>> = {};
beforeAll(async () => {
  for (const name of ['demo', 'arabic'] as const) sites[name] = await openSite(name);
});
afterAll(async () => {
  for (const site of Object.values(sites)) await site.close();
});

async function open(name: 'demo' | 'arabic', path: string, options: Parameters<OpenSite['visit']>[1]): Promise<Page> {
  const page = await sites[name]?.visit(path, options);
  if (!page) throw new Error(`The site ${name} is not open.`);
  return page;
}

const waitForAnswers = (page: Page) => page.locator('[data-results] article').first().waitFor();

describe('on a phone in the dark', () => {
  it.each(demoPageTypes)('/%s has no axe-core violation', async (path) => {
    const page = await open('demo', path, { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
    if (path.includes('?q=')) await waitForAnswers(page);
    expect(await findViolations(page)).toEqual([]);
  });

  it.each(['', '2025/12/lead/', 'regions/egypt/', 'search/?q=خريطة'])(
    '/%s has no axe-core violation in Arabic',
    async (path) => {
      const page = await open('arabic', path, { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
      if (path.includes('?q=')) await waitForAnswers(page);
      expect(await findViolations(page)).toEqual([]);
    },
  );
});

/** What a reader can choose, beside light and dark devices. */
const settings = [
  ['theme-sepia size-small spacing-close width-short', 'light'],
  ['theme-contrast', 'light'],
  ['theme-contrast', 'dark'],
  ['theme-dark size-largest spacing-open width-long', 'light'],
] as const;

describe.each(settings)('for a reader who has chosen %s on a %s device', (chosen, colorScheme) => {
  it.each(['2024/12/north-korea-russia-timeline/', 'regions/', 'search/?q=nuclear'])(
    '/%s has no axe-core violation, with the reading settings open',
    async (path) => {
      const page = await open('demo', '404.html', { colorScheme });
      await page.evaluate((kept) => localStorage.setItem('gazetteer:reader', kept), chosen);
      await page.goto(new URL(path, page.url()).href);
      if (path.includes('?q=')) await waitForAnswers(page);
      await page.getByRole('button', { name: 'Reading settings' }).click();
      await page.getByRole('dialog', { name: 'Reading settings' }).waitFor();
      // Settings change colours and sizes, and nothing else that axe looks at.
      const runOnly = ['color-contrast', 'color-contrast-enhanced', 'target-size', 'scrollable-region-focusable'];
      expect(await findViolations(page, { type: 'rule', values: runOnly })).toEqual([]);
    },
  );
});

it('found no error in the console of any page', () => {
  for (const site of Object.values(sites)) expect(site.problems).toEqual([]);
});
