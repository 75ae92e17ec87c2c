import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { arabicPages } from '../support/page-types.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('arabic');
});
afterAll(() => site.close());

describe.each([320, 390])('at %i px', (width) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.openTab({ viewport: { width, height: 800 } });
  });
  afterAll(() => page.context().close());

  it.each([...Object.values(arabicPages), '2025/12/english-story/'])('/%s does not scroll sideways', async (path) => {
    await page.goto(path);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });
});

describe('a page from right to left', () => {
  it('is mirrored: the name at the right, the search at the left', async () => {
    const page = await site.visit('2025/12/lead/');
    const name = await page.locator('.masthead-name').boundingBox();
    const search = await page.locator('.settings-button').boundingBox();
    expect((name?.x ?? 0) + (name?.width ?? 0)).toBeGreaterThan(900);
    expect(search?.x).toBeLessThan(200);
  });

  it('shows the middle of a map, which is not mirrored, on a phone', async () => {
    const page = await site.visit('2025/12/lead/', { viewport: { width: 390, height: 800 } });
    const view = await page.locator('.map-window').boundingBox();
    const sheet = await page.locator('.map-sheet').boundingBox();
    if (!view || !sheet) throw new Error('The story has no map.');
    expect(Math.abs(sheet.x + sheet.width / 2 - (view.x + view.width / 2))).toBeLessThan(1);
    const dot = page.locator('.map-dot');
    const box = await dot.boundingBox();
    const share = ((box?.x ?? 0) + (box?.width ?? 0) / 2 - sheet.x) / sheet.width;
    expect(share).toBeCloseTo(Number.parseFloat((await dot.getAttribute('cx')) ?? '') / 100, 2);
  });

  it('never spaces or slants joined letters, and gives headlines room', async () => {
    const page = await site.visit('2025/12/correction/');
    const styles = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, .masthead-name, .kicker-kind, .credit')]
        .filter((element) => element.matches(':lang(ar)'))
        .map((element) => getComputedStyle(element))
        .map(({ letterSpacing, fontStyle }) => `${letterSpacing} ${fontStyle}`),
    );
    expect(new Set(styles)).toEqual(new Set(['normal normal']));
  });

  it('says in Arabic how old a story is', async () => {
    const built = await site.visit('2025/11/first-page/', { javaScriptEnabled: false });
    expect(await built.locator('age-notice').textContent()).toBe('مضى على نشر هذا الخبر أكثر من شهر.');
    const page = await site.visit('2025/11/first-page/');
    await page.clock.install({ time: new Date('2028-12-01T00:00:00Z') });
    await page.reload();
    const notice = page.locator('age-notice:visible');
    await notice.waitFor();
    expect(await notice.textContent()).toBe('مضى على نشر هذا الخبر أكثر من ٣ أعوام.');
  });
});

describe('a headline in English beside Arabic ones', () => {
  it('runs from left to right and begins where the others do when it is one line', async () => {
    const page = await site.visit('storylines/test-edition/');
    const english = page.locator('.teaser h3[lang="en"]');
    const arabic = page.locator('.teaser h3:not([lang])').first();
    expect(await english.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    const [one, other] = [await english.boundingBox(), await arabic.boundingBox()];
    const toEnd = (box: typeof one) => (box?.x ?? 0) + (box?.width ?? 0);
    expect(Math.abs(toEnd(one) - toEnd(other))).toBeLessThan(1);
  });
});

describe('searching in Arabic', () => {
  it('finds a story by a word without its article, counts in Arabic and marks what was found', async () => {
    const page = await site.visit('search/');
    await page.getByRole('searchbox', { name: 'ابحث في الأرشيف' }).fill('خريطة');
    await page.locator('[data-status]').filter({ hasText: 'خبر' }).waitFor();
    const results = page.locator('[data-results] article');
    const first = results.first();
    expect(await first.locator('h2').textContent()).toContain('كيف تقرأ خريطة الخبر؟');
    expect(await first.locator('mark').allTextContents()).toContain('الخريطة');
    expect(await first.locator('[data-date]').textContent()).toMatch(/٢٠ نوفمبر ٢٠٢٥/u);
  });

  it('names filters, values and counts in Arabic, in the digits of the locale', async () => {
    const page = await site.visit('search/?q=تجريبية');
    await page.getByRole('checkbox', { name: /^أفريقيا\s*[٠-٩]+$/u }).check();
    await page.getByRole('button', { name: 'أزل عامل التصفية: أفريقيا' }).waitFor();
    expect(await page.locator('[data-filter-count]').textContent()).toBe('(١)');
  });

  it('shows a story in English as English', async () => {
    const page = await site.visit('search/?q=bidi');
    const title = page.locator('[data-results] [data-title]').first();
    await title.filter({ hasText: 'A test story' }).waitFor();
    expect(await title.getAttribute('lang')).toBe('en');
    expect(await page.locator('[data-summary]').first().getAttribute('lang')).toBe('en');
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  });

  it('asks in Arabic whether another word was meant', async () => {
    const page = await site.visit('search/?q=الصقحة');
    const corrected = page.locator('[data-corrected]');
    await corrected.filter({ hasText: 'هل تقصد' }).waitFor();
    expect(await corrected.textContent()).toMatch(/^لا خبر فيه «الصقحة»\. هل تقصد الصفحة؟ هذه نتائجه\.$/u);
  });
});

it('found no error in the console of any page', () => {
  expect(site.problems).toEqual([]);
});
