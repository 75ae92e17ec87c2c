import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search the archive' });
const status = (page: Page) => page.getByRole('status');
const titles = (page: Page) => page.locator('[data-results] h2').allTextContents();

async function waitForStatus(page: Page, text: string): Promise<void> {
  await status(page).filter({ hasText: text }).waitFor();
}

describe('searching', () => {
  it('loads nothing of the index before the reader shows that they want to search', async () => {
    const page = await site.visit('search/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.waitForTimeout(300);
    expect(requests).toEqual([]);
    await Promise.all([page.waitForRequest('**/pagefind/pagefind.js'), field(page).focus()]);
  });

  it('answers while the reader types, with place, date and the words marked', async () => {
    const page = await site.visit('search/');
    await field(page).pressSequentially('malaria');
    await waitForStatus(page, '1 story found');
    expect(await titles(page)).toEqual([expect.stringContaining('R21 malaria vaccine')]);
    const result = page.locator('[data-results] article');
    expect(await result.locator('.kicker').textContent()).toMatch(/Health\s*Nigeria\s*17 October 2024/u);
    expect(await result.locator('mark').first().textContent()).toBe('malaria');
    expect(new URL(page.url()).search).toBe('?q=malaria');
  });

  it('narrows by region, every level of it, and by topic, with counts', async () => {
    const page = await site.visit('search/?q=nuclear');
    await waitForStatus(page, '3 stories found');
    const region = page.getByRole('combobox', { name: 'Region' });
    const europe = region.locator('option[value="northern-europe"]');
    expect(await europe.textContent()).toMatch(/Northern Europe \(\d+\)/u);
    await region.selectOption('romania');
    await waitForStatus(page, '1 story found');
    expect(await titles(page)).toEqual([expect.stringContaining('Bucharest')]);
    expect(new URL(page.url()).searchParams.get('region')).toBe('romania');

    await page.goBack();
    await waitForStatus(page, '3 stories found');
    expect(await region.inputValue()).toBe('');
    await page.goForward();
    await waitForStatus(page, '1 story found');
    await page.reload();
    await waitForStatus(page, '1 story found');
    expect(await region.inputValue()).toBe('romania');
  });

  it('counts what each choice would give, whatever is chosen beside it', async () => {
    const page = await site.visit('search/?region=africa');
    await waitForStatus(page, '4 stories found');
    const topic = page.getByRole('combobox', { name: 'Topic' });
    expect(await topic.locator('option[value="health"]').textContent()).toBe('Health (2)');
    await topic.selectOption('health');
    await waitForStatus(page, '2 stories found');
    expect(await page.locator('option[value="africa"]').textContent()).toBe('Africa (2)');
    expect(await topic.locator('option[value="health"]').textContent()).toBe('Health (2)');
  });

  it('orders by date', async () => {
    const page = await site.visit('search/?region=europe');
    await waitForStatus(page, 'stories found');
    const newest = await titles(page);
    await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest');
    await page.waitForURL('**sort=oldest**');
    await page.waitForFunction(
      (first) => document.querySelector('[data-results] h2')?.textContent !== first,
      newest[0],
    );
    expect((await titles(page))[0]).toBe(newest.at(-1));
  });

  it('opens a story at the section that matches', async () => {
    const page = await site.visit('search/?q=deterrence');
    await waitForStatus(page, '1 story found');
    await page.locator('[data-sections] a').first().click();
    await page.waitForURL('**/2024/11/us-arms-control-chief-bucharest/#s-europe-and-asia-seen-as-one-problem');
    const heading = page.getByRole('heading', { name: /Europe and Asia seen as one problem/u });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
  });

  it('says so when nothing is found, and clears', async () => {
    const page = await site.visit('search/?q=zzzzqqqq&region=asia');
    await waitForStatus(page, 'Nothing found for “zzzzqqqq”');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await waitForStatus(page, 'Type a word to search');
    expect(new URL(page.url()).search).toBe('');
    expect(await field(page).inputValue()).toBe('');
  });

  it('drops the answer to a query that has been typed over', async () => {
    const page = await site.visit('search/');
    await field(page).fill('nuclear');
    await field(page).fill('malaria');
    await waitForStatus(page, '1 story found');
    await page.waitForTimeout(600);
    expect(await titles(page)).toEqual([expect.stringContaining('malaria')]);
  });

  it('shows what was typed as text, never as markup', async () => {
    const page = await site.visit(`search/?q=${encodeURIComponent('zzqqxx<b>zzqq</b>')}`);
    await waitForStatus(page, 'Nothing found for “zzqqxx<b>zzqq</b>”');
    expect(await page.locator('main b').count()).toBe(0);
  });

  it('searches a site below a base path', async () => {
    const based = await openSite('based');
    try {
      const page = await based.visit('search/?q=malaria');
      await waitForStatus(page, '1 story found');
      await page.locator('[data-results] h2 a').click();
      await page.waitForURL('**/news/2024/10/nigeria-r21-malaria-vaccine/');
      expect(based.problems).toEqual([]);
    } finally {
      await based.close();
    }
  });

  it('gave no error in any page', () => {
    expect(site.problems).toEqual([]);
  });
});

describe('an archive in several parts', () => {
  it('is searched as one, newest first, with counts over all of it', async () => {
    const archive = await openSite('archive');
    try {
      const page = await archive.visit('search/?region=world&sort=oldest');
      await waitForStatus(page, '400 stories found');
      await page.waitForFunction(() => !document.querySelector('[data-status]')?.textContent?.includes('…'));
      const oldest = await page.locator('[data-results] h2 a').first().getAttribute('href');
      await page.getByRole('combobox', { name: 'Order' }).selectOption('newest');
      await page.waitForFunction(
        (first) => document.querySelector('[data-results] h2 a')?.getAttribute('href') !== first,
        oldest,
      );
      const newest = await page.locator('[data-results] h2 a').first().getAttribute('href');
      expect([oldest?.slice(0, 8), newest?.slice(0, 8)]).toEqual(['/2025/05', '/2025/12']);
      expect(await page.locator('option[value="world"], option[value="asia"]').first().textContent()).toMatch(
        /\(\d+\)/u,
      );
      expect(archive.problems).toEqual([]);
    } finally {
      await archive.close();
    }
  });
});

describe('a long list of results', () => {
  it('grows on demand and moves the focus to the first new one', async () => {
    const archive = await openSite('archive');
    try {
      const page = await archive.visit('search/?region=world');
      await waitForStatus(page, '400 stories found');
      expect(await page.locator('[data-results] article').count()).toBe(10);
      await page.getByRole('button', { name: 'More results' }).click();
      await page.locator('[data-results] article').nth(19).waitFor();
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      expect(focused).toBe((await titles(page))[10]);
    } finally {
      await archive.close();
    }
  });
});

describe('when the index cannot be loaded', () => {
  it('says so and tries again', async () => {
    const page = await site.visit('search/');
    await page.route('**/pagefind/**', (route) => route.abort());
    await field(page).fill('malaria');
    await waitForStatus(page, 'could not be loaded');
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await waitForStatus(page, '1 story found');
  });
});

describe('without scripts', () => {
  it('offers the ways that need none', async () => {
    const page = await site.visit('search/', { javaScriptEnabled: false });
    expect(await page.getByText('needs JavaScript').isVisible()).toBe(true);
    expect(await field(page).isVisible()).toBe(false);
    await page.getByRole('main').getByRole('link', { name: 'Regions' }).click();
    await page.waitForURL('**/regions/');
  });
});
