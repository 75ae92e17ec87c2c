import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { field, links, waitForStatus } from '../support/search-page.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

describe('the places and topics that a query names', () => {
  it('are in a list of their own, with kind and count, and counted in what is announced', async () => {
    const page = await site.visit('search/?q=russia+north+korea');
    await links(page).nth(2).waitFor();
    expect(await links(page).allTextContents()).toEqual([
      'Russia Region · 12 stories',
      'North Korea Region · 10 stories',
      'Russia and North Korea Storyline · 9 stories',
    ]);
    expect(await links(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      '/regions/russia/',
      '/regions/north-korea/',
      '/storylines/dprk-russia/',
    ]);
    expect(await links(page).locator('img').count()).toBe(2);
    await page
      .locator('[data-live]')
      .filter({ hasText: /^\d+ stories found\. 3 places and topics/u })
      .waitFor();
    await field(page).fill('');
    await links(page).first().waitFor({ state: 'hidden' });
  });

  it('are offered with their stories by names in other languages, and as the nearest', async () => {
    const page = await site.visit('search/?q=rum%C3%A4nien');
    await links(page).filter({ hasText: 'Romania' }).waitFor();
    await page.locator('[data-results]').getByText('in Bucharest').first().waitFor();
    await field(page).fill('kazahstan');
    await links(page).filter({ hasText: 'Kazakhstan' }).waitFor();
    expect(await links(page).filter({ hasText: 'Romania' }).count()).toBe(0);
  });

  it('are regions by their names in other languages, though a word of one names another place here', async () => {
    const page = await site.visit(`search/?q=${encodeURIComponent('américa latina november 2024')}`);
    await links(page).filter({ hasText: 'Latin America' }).waitFor();
    expect(await links(page).filter({ hasText: 'United States' }).count()).toBe(0);
    for (const [typed, region] of [
      ['Nahost', 'Middle East'],
      ['ostasien', 'Eastern Asia'],
    ] as const) {
      await field(page).fill(typed);
      await links(page).filter({ hasText: region }).waitFor();
    }
  });

  it('load names in other languages only after a word that no story contains', async () => {
    const page = await site.visit('search/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const count = () => requests.filter((url) => /\/abroad\.[^/]+\.js$/u.test(url)).length;
    await field(page).fill('vaccine for children');
    await waitForStatus(page, 'found');
    await page.waitForTimeout(500);
    expect(count()).toBe(0);
    await field(page).fill('alemania');
    await links(page).filter({ hasText: 'Germany' }).waitFor();
    expect(count()).toBe(1);
  });

  it('are found by words for them, as are their stories', async () => {
    const page = await site.visit('search/?q=french');
    await links(page).filter({ hasText: 'France' }).waitFor();
    await page.locator('[data-results]').getByText('Notre-Dame in Paris').waitFor();
    await field(page).fill('UAE');
    await links(page).filter({ hasText: 'United Arab Emirates' }).waitFor();
    await waitForStatus(page, '2 stories found');
  });

  it('are named in Arabic in an Arabic edition', async () => {
    const arabic = await openSite('arabic');
    try {
      const page = await arabic.visit(`search/?q=${encodeURIComponent('مصر')}`);
      const list = page.getByRole('list', { name: 'الأماكن والموضوعات' });
      await list.getByRole('link').first().waitFor();
      expect(await list.getByRole('link').allTextContents()).toEqual(['مصر المنطقة · ٤ أخبار']);
      const box = await list.getByRole('link').boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(900);
    } finally {
      await arabic.close();
    }
  });

  it('leave the stories as they are when their file cannot be loaded', async () => {
    const broken = await openSite('demo');
    try {
      const page = await broken.visit('search/');
      await page.route('**/search/entities.txt', (route) => route.fulfill({ status: 404 }));
      await field(page).fill('R21');
      await waitForStatus(page, '1 story found');
      expect(await links(page).count()).toBe(0);
      expect(new Set(broken.problems)).toEqual(new Set([expect.stringContaining('404')]));
    } finally {
      await broken.close();
    }
  });
});

it('gave no error in any page', () => {
  expect(site.problems).toEqual([]);
});
