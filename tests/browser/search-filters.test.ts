import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { box, field, query, titles, waitForStatus } from '../support/search-page.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

describe('the filters', () => {
  it('are beside the results where there is room, and narrow by any value of one and by all of them together', async () => {
    const page = await site.visit('search/?q=nuclear');
    await waitForStatus(page, '7 stories found');
    await box(page, 'Americas').check();
    await waitForStatus(page, '4 stories found');
    await box(page, 'Northern America').waitFor();
    await box(page, 'Africa').check();
    await waitForStatus(page, '4 stories found');
    expect(query(page)).toBe('?q=nuclear&region=africa&region=americas');
    expect(await page.locator('[data-facet="region"] input:checked').count()).toBe(2);
  });

  it('keep state in the address: back, forward, reload', async () => {
    const page = await site.visit('search/?q=nuclear');
    await waitForStatus(page, '7 stories found');
    await box(page, 'Nuclear risk').check();
    await waitForStatus(page, '5 stories found');
    expect(query(page)).toBe('?q=nuclear&storyline=nuclear-risk');
    await page.goBack();
    await waitForStatus(page, '7 stories found');
    expect(await box(page, 'Nuclear risk').isChecked()).toBe(false);
    await page.goForward();
    await waitForStatus(page, '5 stories found');
    await page.reload();
    await waitForStatus(page, '5 stories found');
    await box(page, 'Nuclear risk').waitFor();
    expect(await box(page, 'Nuclear risk').isChecked()).toBe(true);
  });

  it('count what each choice would give, whatever is chosen of the same filter', async () => {
    const page = await site.visit('search/?region=africa');
    await waitForStatus(page, '12 stories found');
    const health = page.locator('[data-facet="topic"] li').filter({ hasText: 'Health' });
    await health.waitFor();
    expect(await health.textContent()).toBe('Health4');
    const asia = page.locator('[data-facet="region"] li').filter({ hasText: /^Asia/u });
    const count = Number(/\d+$/u.exec((await asia.textContent()) ?? '')?.[0]);
    const only = await site.visit('search/?region=asia');
    await waitForStatus(only, `${count} stories found`);
  });

  it('narrow by months', async () => {
    const page = await site.visit('search/?from=2024-11&to=2024-11');
    await waitForStatus(page, '21 stories found');
    await page.getByLabel('To', { exact: true }).selectOption('2024-12');
    await waitForStatus(page, '36 stories found');
    await page.locator('[data-more]').evaluate((more: HTMLElement) => {
      for (let press = 0; press < 3; press += 1) more.click();
    });
    await page.waitForFunction(() => document.querySelectorAll('[data-results] h2').length === 36);
    const shown = await page
      .locator('[data-title]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(shown).size).toBe(36);
    expect(query(page)).toBe('?from=2024-11&to=2024-12');
    const dates = page.getByRole('button', { name: 'Remove filter: November 2024 – December 2024' });
    expect(await dates.isVisible()).toBe(true);
    expect(await page.locator('[data-date]').last().textContent()).toContain('November 2024');
  });

  it('are dates in words too, as the edition has them, and can be taken away', async () => {
    const page = await site.visit('search/?q=last+week');
    await waitForStatus(page, '4 stories found');
    expect(await page.locator('[data-date]').allTextContents()).toEqual(
      ['20', '18', '18', '17'].map((day) => `${day} December 2024`),
    );
    await field(page).fill('nuclear november 2024');
    const chip = page.getByRole('button', { name: 'Remove filter: November 2024' });
    await chip.waitFor();
    expect(query(page)).toBe('?q=nuclear+november+2024');
    const others = page.locator('[data-date]').filter({ hasNotText: 'November 2024' });
    await others.first().waitFor({ state: 'detached' });
    expect(await page.locator('[data-date]').count()).toBeGreaterThan(0);
    await chip.click();
    await waitForStatus(page, '7 stories found');
    expect(await field(page).inputValue()).toBe('nuclear');
  });

  it('are used without words: newest first, and from every kind of filter', async () => {
    for (const [search, count] of [
      ['?kind=report', 53],
      ['?storyline=dprk-russia', 9],
      ['?tag=russia', 8],
      ['?author=world-desk', 33],
    ] as const) {
      const page = await site.visit(`search/${search}`);
      await waitForStatus(page, `${count} stories found`);
      await page.context().close();
    }
    const page = await site.visit('search/?region=europe');
    await waitForStatus(page, 'found');
    const newest = await titles(page);
    expect(await page.locator('[data-results] .standfirst:not([hidden])').count()).toBe(10);
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('oldest');
    await page.waitForURL('**sort=oldest**');
    await page.waitForFunction(
      (first) => document.querySelector('[data-results] h2')?.textContent !== first,
      newest[0],
    );
    await page.locator('[data-date]').first().filter({ hasText: 'September 2024' }).waitFor();
    expect((await titles(page))[0]).not.toBe(newest[0]);
  });

  it('are named above the results, where each can be taken away', async () => {
    const page = await site.visit('search/?q=nuclear&region=romania&tag=arms-control');
    await waitForStatus(page, '1 story found');
    await page.getByRole('button', { name: 'Remove filter: Romania' }).click();
    await page.waitForURL('**/search/?q=nuclear&tag=arms-control');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await waitForStatus(page, '7 stories found');
    expect(query(page)).toBe('?q=nuclear');
  });

  it('are closed on a phone, where the first result is on the first screen, and load when opened', async () => {
    const page = await site.visit('search/?q=nuclear', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await waitForStatus(page, '7 stories found');
    const top = await page
      .locator('[data-results] h2')
      .first()
      .evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeLessThan(600);
    await page.getByText('Filters', { exact: false }).first().tap();
    await box(page, 'Europe').waitFor();
    const size = await page
      .locator('.filter-values label')
      .first()
      .evaluate((label) => label.getBoundingClientRect().height);
    expect(size).toBeGreaterThanOrEqual(24);
    await box(page, 'Europe').tap();
    await page.waitForURL('**region=europe**');
  });

  it('keep the focus when they are counted again', async () => {
    const page = await site.visit('search/?q=nuclear');
    await box(page, 'Europe').waitFor();
    await box(page, 'Europe').focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**region=europe**');
    await box(page, 'Northern Europe').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('europe');
  });
});

it('gave no error in any page', () => {
  expect(site.problems).toEqual([]);
});
