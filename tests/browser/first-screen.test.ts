import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { listFiles } from '../support/site-files.ts';
import { getSiteDir } from '../support/sites.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

/** Returns where an element begins, in pixels from the top of the page. */
async function getTop(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`There is no ${selector}.`);
  return box.y;
}

describe.each([
  { width: 1440, height: 900, limit: 900 },
  { width: 768, height: 1024, limit: 950 },
  { width: 390, height: 844, limit: 1000 },
])('at $width × $height pixels', ({ width, height, limit }) => {
  it('every story begins with its first screen, and never scrolls sideways', async () => {
    const page = await site.openTab({ viewport: { width, height } });
    const late: unknown[] = [];
    let shown = 0;
    const stories = (await listFiles(getSiteDir('demo'), 'index.html')).filter((file) =>
      /^\d{4}\/\d\d\/[a-z]/u.test(file),
    );
    for (const story of stories) {
      await page.goto(story.slice(0, -'index.html'.length));
      // Addresses that moved have no text.
      if ((await page.locator('.prose').count()) === 0) continue;
      shown += 1;
      const top = await getTop(page, '.prose p, .prose li');
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      if (top > limit || scrollWidth > clientWidth) late.push([story, top]);
    }
    expect(late).toEqual([]);
    expect(shown).toBe(57);
  });
});

describe('the masthead', () => {
  it.each(['2024/11/cop29-climate-finance-goal/', ''])(
    'of /%s is low on a phone, its links as large as a finger',
    async (path) => {
      const page = await site.visit(path, { viewport: { width: 390, height: 844 }, hasTouch: true });
      const { height } = (await page.locator('.masthead').boundingBox()) ?? { height: Number.NaN };
      expect(height).toBeLessThanOrEqual(path === '' ? 140 : 100);
      for (const target of await page.locator('.masthead :is(a, button):visible').all()) {
        const box = await target.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
    },
  );

  it('marks the section of a story and of a place, and shows the mark', async () => {
    const page = await site.openTab({ viewport: { width: 390, height: 844 } });
    for (const [path, name] of [
      ['2024/10/nobel-science-prizes-explained/', 'Science'],
      ['regions/asia/', 'Regions'],
      ['storylines/dprk-russia/', 'Storylines'],
    ] as const) {
      await page.goto(path);
      const mark = page.locator('.masthead [aria-current]');
      expect(await mark.textContent()).toBe(name);
      const box = await mark.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
    }
  });

  it('has a search field where there is room, and else a link to the field of the search page', async () => {
    const wide = await site.visit('2024/11/cop29-climate-finance-goal/');
    await wide.getByRole('searchbox').fill('finance goal');
    await wide.keyboard.press('Enter');
    await wide.locator('.results .teaser').first().waitFor();
    expect(new URL(wide.url()).searchParams.get('q')).toBe('finance goal');
    const phone = await site.visit('2024/11/cop29-climate-finance-goal/', { viewport: { width: 390, height: 844 } });
    await phone.locator('.masthead').getByRole('link', { name: 'Search' }).click();
    await phone.waitForURL('**/search/**');
    expect(await phone.locator('#q').evaluate((field) => field === document.activeElement)).toBe(true);
  });
});

describe('the front page and the places', () => {
  it.each([
    [1440, 1100],
    [390, 1700],
  ])('have the storylines below the lead at %i pixels', async (width, limit) => {
    const page = await site.visit('', { viewport: { width, height: 900 } });
    expect(await getTop(page, '.front-storylines')).toBeLessThanOrEqual(limit);
  });

  it.each([390, 1440])('lead to Central Asia in two steps at %i pixels', async (width) => {
    const page = await site.visit('', { viewport: { width, height: 844 } });
    await page.locator('.front-regions').getByRole('link', { name: 'Asia', exact: true }).click();
    await page.waitForURL('**/regions/asia/');
    const link = page.locator('.places-within').getByRole('link', { name: 'Central Asia' });
    expect((await link.boundingBox())?.y).toBeLessThanOrEqual(1.2 * 844);
    await link.click();
    await page.waitForURL('**/regions/central-asia/');
  });

  it('list the stories of Asia on at most 4,800 pixels of a wide page', async () => {
    const page = await site.visit('regions/asia/', { viewport: { width: 1440, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(4800);
  });
});
