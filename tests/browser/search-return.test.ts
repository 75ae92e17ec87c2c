import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';

const phone = { viewport: { width: 390, height: 844 } };

/** Everything about the page that a reader expects to find again. */
const look = (page: Page) =>
  page.evaluate(() => ({
    query: location.search,
    top: Math.round(scrollY),
    results: [...document.querySelectorAll('[data-results] h2')].map((title) => title.textContent),
    chosen: [...document.querySelectorAll('[data-chosen] li')].map((item) => item.textContent),
    panel: document.querySelector<HTMLDetailsElement>('.search-filters')?.open,
    regions: document.querySelectorAll('[data-facet="region"] li').length,
    field: document.querySelector<HTMLInputElement>('#q')?.value,
  }));

const waitForResults = (page: Page, count: number) =>
  page.waitForFunction((wanted) => document.querySelectorAll('[data-results] h2').length === wanted, count);

/** Searches, chooses, asks for more twice, opens the filters on a phone, scrolls, and returns how the page then looks. */
async function goDeep(page: Page): Promise<Awaited<ReturnType<typeof look>>> {
  await page.locator('[data-status]').filter({ hasText: 'found' }).waitFor();
  await page.locator('.search-filters summary').click();
  await page.getByRole('checkbox', { name: /^Asia \d+$/u }).check();
  await page.waitForURL('**region=asia**');
  await page.locator('[data-facet="region"] button').click();
  for (const count of [20, 30]) {
    await page.getByRole('button', { name: 'More results' }).click();
    await waitForResults(page, count);
  }
  await page
    .locator('[data-results] h2 a')
    .nth(24)
    .evaluate((link) => link.scrollIntoView({ block: 'center' }));
  // A moment, in which the place is kept.
  await page.waitForTimeout(300);
  return look(page);
}

/** Waits until the page has come to rest, and compares it. */
async function expectLook(page: Page, before: Awaited<ReturnType<typeof look>>): Promise<void> {
  await waitForResults(page, before.results.length);
  await page.waitForFunction((top) => Math.abs(scrollY - top) <= 1, before.top);
  expect(await look(page)).toEqual({ ...before, top: expect.closeTo(before.top, -0.5) });
}

describe('a reader who comes back to the search', () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite('demo');
  });
  afterAll(() => site.close());

  it('finds place, “More”, filters and open panels as they were, and the focus on the story that was read', async () => {
    const page = await site.visit('search/?from=2024-09', phone);
    const before = await goDeep(page);
    expect(before.results).toHaveLength(30);
    expect(before.top).toBeGreaterThan(2000);
    await page.locator('[data-results] h2 a').nth(24).click();
    await page.waitForURL('**/2024/**');
    await page.goBack();
    await expectLook(page, before);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(before.results[24]);
    await page.goForward();
    await page.waitForURL('**/2024/**');
    await page.goBack();
    await expectLook(page, before);
  });

  it('finds them again after a reload, and shares query and filters alone', async () => {
    const page = await site.visit('search/?from=2024-09', phone);
    const before = await goDeep(page);
    await page.reload();
    await expectLook(page, before);
    const shared = await site.visit(`search/${before.query}`, phone);
    await waitForResults(shared, 10);
    const { chosen, top, panel } = await look(shared);
    expect({ chosen, top, panel }).toEqual({ chosen: before.chosen, top: 0, panel: false });
  });

  it('goes back through its own choices to where each was made', async () => {
    const page = await site.visit('search/?from=2024-09');
    await page.locator('[data-status]').filter({ hasText: 'found' }).waitFor();
    await page.getByRole('button', { name: 'More results' }).click();
    await waitForResults(page, 20);
    await page.evaluate(() => scrollTo(0, 500));
    await page.waitForTimeout(300);
    const before = await look(page);
    expect(before.top).toBe(500);
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('oldest');
    await waitForResults(page, 10);
    await page.goBack();
    await expectLook(page, before);
  });

  it('finds the start of the search where it was left', async () => {
    const page = await site.visit('search/', phone);
    const link = page.locator('.search-start article a').last();
    await link.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await link.click();
    await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
    await page.goBack();
    await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) <= 1, top);
    expect(top).toBeGreaterThan(0);
  });

  it('finds the page untouched in a browser that keeps whole pages for Back', async () => {
    const page = await site.visit('search/?from=2024-09', phone);
    const before = await goDeep(page);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    // The browser of these tests keeps none (`BackForwardCacheDisabledForDelegate`): this is what it would do to the page.
    const session = await page.context().newCDPSession(page);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await page.waitForTimeout(300);
    expect(await look(page)).toEqual(before);
    expect(requests).toEqual([]);
  });

  it('gave no error in any page', () => {
    expect(site.problems).toEqual([]);
  });
});
