import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

const readers: readonly [string, BrowserContextOptions][] = [
  ['with scripts', { reducedMotion: 'no-preference' }],
  ['without scripts', { javaScriptEnabled: false }],
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
];

describe.each(readers)('a reader %s', (_name, options) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.openTab(options);
  });

  it('reads a story from the front page to its sources and on to the next chapter', async () => {
    await page.goto('');
    await page.locator('.front-storylines').getByRole('link', { name: 'Russia and North Korea', exact: true }).click();
    await page
      .getByRole('heading', { name: /US arms-control chief, in Bucharest/u })
      .getByRole('link')
      .click();
    await page.waitForURL('**/2024/11/us-arms-control-chief-bucharest/');

    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^US arms-control chief/u);
    expect(await page.locator('.kicker').first().textContent()).toMatch(/Diplomacy & security\s*Romania/u);
    expect(await page.locator('.article-header').textContent()).toContain('13 November 2024, 17:00 UTC');
    expect(await page.getByText('With inputs from agencies', { exact: true }).isVisible()).toBe(true);

    await page.getByRole('link', { name: '5 sources' }).click();
    expect(new URL(page.url()).hash).toBe('#sources');
    expect(await page.locator('ol.sources > li').count()).toBe(5);

    await page
      .locator('.storyline-steps')
      .getByRole('link', { name: /US, Japan and South Korea announce joint secretariat/u })
      .click();
    await page.waitForURL('**/2024/11/lima-trilateral-secretariat/');
    expect(await page.locator('.storyline-box').textContent()).toContain('Part 6 of 9');
  });

  it('goes from the regions to a country and to a story there', async () => {
    await page.goto('');
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Regions' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Rwanda', exact: true }).click();
    await page.waitForURL('**/regions/rwanda/');
    expect(await page.getByRole('navigation', { name: 'You are here' }).textContent()).toMatch(
      /Regions\s*Africa\s*Sub-Saharan Africa\s*Eastern Africa/u,
    );
    await page
      .getByRole('heading', { name: /Marburg/u })
      .getByRole('link')
      .click();
    await page.waitForURL('**/2024/12/rwanda-marburg-outbreak-ends/');
  });

  it('finds a country by its region, counted at every level', async () => {
    await page.goto('regions/africa/');
    await page.locator('.places-within').getByRole('link', { name: 'Sub-Saharan Africa' }).click();
    await page.locator('.places-within').getByRole('link', { name: 'Western Africa' }).click();
    await page.locator('.places-within').getByRole('link', { name: 'Nigeria' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Nigeria');
  });

  it('browses by topic, tag, storyline, desk and month', async () => {
    await page.goto('topics/');
    await page.getByRole('main').getByRole('link', { name: 'Health' }).click();
    expect(await page.locator('.listing-line').textContent()).toContain('5 stories');

    await page.goto('tags/');
    await page.getByRole('main').getByRole('link', { name: 'Russia', exact: true }).click();
    await page.waitForURL('**/tags/russia/');

    await page.goto('storylines/');
    await page.getByRole('main').getByRole('link', { name: 'Nuclear risk' }).click();
    expect(await page.getByRole('heading', { name: 'Milestones' }).isVisible()).toBe(true);

    await page.goto('2024/');
    await page.getByRole('main').getByRole('link', { name: 'November 2024' }).click();
    await page.waitForURL('**/2024/11/');

    await page.getByRole('contentinfo').getByRole('link', { name: 'Desks and authors' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Science desk' }).click();
    await page.waitForURL('**/authors/science-desk/');
  });
});

describe('a reader with a keyboard', () => {
  it('skips to the content first', async () => {
    const page = await site.visit('2024/12/notre-dame-paris-reopens/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('scrolls a wide table by itself', async () => {
    const hard = await openSite('hard');
    try {
      const page = await hard.visit('2024/11/everything-at-once/', { viewport: { width: 320, height: 700 } });
      const table = page.locator('.table');
      await table.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => (document.querySelector('.table')?.scrollLeft ?? 0) > 0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    } finally {
      await hard.close();
    }
  });
});

it('gave no error in any page', () => {
  expect(site.problems).toEqual([]);
});
