import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { inject, afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../../src/server/site-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { getSiteDir } from '../support/sites.ts';

const story = '2024/12/russia-north-korea-treaty-in-force/';

describe('a reader who loses the network', () => {
  let site: OpenSite;
  beforeAll(async () => {
    // Below a base path, which the worker must not leave.
    site = await openSite('based');
  });
  afterAll(() => site.close());

  /** Opens a page and waits until the worker has taken control and cached it. */
  async function visitWithWorker(sitePath: string): Promise<Page> {
    const page = await site.visit(sitePath, { serviceWorkers: 'allow' });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await waitUntilKept(page, sitePath);
    return page;
  }

  const waitUntilKept = (page: Page, sitePath: string) =>
    page.waitForFunction(
      async (url) => (await (await caches.open('gazetteer-pages')).match(url)) !== undefined,
      new URL(sitePath, site.url).href,
    );

  const goTo = (page: Page, sitePath: string) => page.goto(new URL(sitePath, site.url).href);

  it('reads again what was read, the first page too, with its look and its map, and is told that it may be old', async () => {
    const page = await visitWithWorker('about/');
    await goTo(page, story);
    await waitUntilKept(page, story);
    await page.waitForLoadState('networkidle');
    // Tests may run on a machine that has no network at all, and whose browser says so.
    const isOnline = await page.evaluate(() => navigator.onLine);
    expect(await page.locator('offline-notice').isVisible()).toBe(!isOnline);
    await page.context().setOffline(true);

    await goTo(page, `${story}?highlight=treaty`);

    expect(await page.locator('h1').textContent()).toContain('treaty');
    expect(await page.locator('offline-notice').textContent()).toContain('as it was when you last read it');
    expect(await page.locator('offline-notice').isVisible()).toBe(true);
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    const looks = await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).fontFamily);
    expect(looks).toContain('Newsreader');
    const mapWidth = await page
      .locator('.map-sheet img')
      .first()
      .evaluate(async (map: HTMLImageElement) => {
        await map.decode();
        return map.naturalWidth;
      });
    expect(mapWidth).toBeGreaterThan(0);
    await goTo(page, 'about/');
    expect(await page.locator('h1').textContent()).not.toContain('offline');
    const isStyled = await page.evaluate(() => document.styleSheets.length > 0);
    expect(isStyled).toBe(true);
    await page.context().setOffline(false);
    await page.locator('offline-notice').waitFor({ state: isOnline ? 'hidden' : 'visible' });
    await page.context().close();
  });

  it('is told so where a page was never read, and finds those that were', async () => {
    const page = await visitWithWorker(story);
    const title = (await page.locator('h1').textContent()) ?? '';
    await page.context().setOffline(true);

    await goTo(page, 'topics/health/');

    expect(await page.locator('h1').textContent()).toBe('You are offline');
    const kept = page.locator('.kept-pages a');
    expect(await kept.allTextContents()).toEqual([title.trim()]);
    await kept.first().click();
    await page.waitForURL(new URL(story, site.url).href);
    expect(await page.locator('h1').textContent()).toBe(title);
    await page.context().setOffline(false);
    await goTo(page, 'topics/health/');
    expect(await page.locator('h1').textContent()).toBe('Health');
    await page.context().close();
  });

  it('searches the stories that were read, is told that no others were searched, and all of them with a network', async () => {
    const page = await visitWithWorker('search/?q=treaty');
    await page.locator('[data-status]').filter({ hasText: 'found' }).waitFor();
    await goTo(page, story);
    await waitUntilKept(page, story);
    await page.context().setOffline(true);

    await goTo(page, 'search/?q=ratification+treaty&region=africa');

    const status = page.locator('[data-status]');
    await status.filter({ hasText: '1 story found. The index cannot be reached' }).waitFor();
    expect(await status.textContent()).toContain('Filters need a connection');
    await page.getByRole('status').filter({ hasText: 'only stories saved on this device' }).waitFor();
    const result = page.locator('[data-results] article');
    expect(await result.locator('h2').textContent()).toContain('bringing mutual-assistance treaty into force');
    expect(await result.locator('.kicker').textContent()).toMatch(/Diplomacy & security\s*Russia\s*4 December 2024/u);
    expect(await result.locator('[data-excerpt] mark').first().textContent()).toMatch(/^(?:ratif|treaty)/iu);
    await page.getByRole('searchbox').fill('malaria');
    await status.filter({ hasText: 'Nothing found for “malaria”. ' }).waitFor();
    await page.getByRole('searchbox').fill('treaty');
    await status.filter({ hasText: '1 story found' }).waitFor();
    await page.locator('[data-results] h2 a').click();
    await page.waitForURL((url) => url.pathname.endsWith(story));
    await page.goBack();
    await status.filter({ hasText: '1 story found' }).waitFor();

    await page.context().setOffline(false);

    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.locator('[data-retry]').waitFor({ state: 'hidden' });
    await status
      .filter({ hasNotText: 'cannot be reached' })
      .filter({ hasText: /found|match/u })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Remove filter: Africa' }).isVisible()).toBe(true);
    await page.context().close();
  });

  it('deletes a page that its server no longer has', async () => {
    const page = await visitWithWorker(story);
    const other = new URL('no-such-page/', site.url).href;
    await page.evaluate(
      async (url) => (await caches.open('gazetteer-pages')).put(url, new Response('<p>What was withdrawn')),
      other,
    );
    await goTo(page, 'no-such-page/');
    await page.waitForFunction(
      async (url) => (await (await caches.open('gazetteer-pages')).match(url)) === undefined,
      other,
    );
    expect(await page.locator('h1').textContent()).toBe('Page not found');
    await page.context().close();
  });

  it('has in the browser what the privacy page names, and nothing else', async () => {
    const page = await visitWithWorker(story);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('radio', { name: 'Sepia' }).check({ force: true });
    await goTo(page, 'storylines/dprk-russia/');
    await waitUntilKept(page, 'storylines/dprk-russia/');
    await goTo(page, 'search/?q=nuclear');
    await page.locator('[data-results] h2 a').first().waitFor();
    await goTo(page, 'privacy/');
    const named = await page.locator('main td code').allTextContents();
    const kept = await page.evaluate(async () => ({
      values: Object.keys(localStorage).map((name) => name.replace(/^(gazetteer:storyline:).*$/u, '$1')),
      caches: await caches.keys(),
      others: [
        document.cookie,
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(({ name }) => name),
      ],
    }));
    expect([...new Set([...kept.values, ...kept.caches])].toSorted()).toEqual(named.toSorted());
    expect(kept.others).toEqual(['']);
    await page.context().close();
  });

  it('gave no error in any page but those of the network that was taken away', () => {
    expect(
      site.problems.filter(
        (problem) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|status of 404/u.test(problem),
      ),
    ).toEqual([]);
  });
});

describe('a newsroom that wants no service worker any more', () => {
  it('removes it from readers who have it, with everything that was cached', async () => {
    const folder = await mkdtemp(path.resolve('node_modules/.cache/tests/worker-'));
    await cp(getSiteDir('empty'), folder, { recursive: true });
    await cp(path.join(getSiteDir('places'), 'sw.js'), path.join(folder, 'sw.js'));
    let server = await serveSite({ dir: folder, base: '/', port: 0 });
    const browser = await launchBrowser(inject('browserLaunch'));
    try {
      // The worker is brought by the test and not by the page, whose policy knows one address alone.
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      await page.goto(server.url);
      await page.evaluate(async () => navigator.serviceWorker.register('/sw.js'));
      await page.waitForFunction(async () => (await caches.keys()).includes('gazetteer-pages'));
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

      await server.close();
      await cp(path.join(getSiteDir('empty'), 'sw.js'), path.join(folder, 'sw.js'));
      server = await serveSite({ dir: folder, base: '/', port: Number(new URL(server.url).port) });
      // A browser does this by itself when the reader comes back.
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());

      await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
      await page.waitForFunction(async () => (await caches.keys()).length === 0);
      // It disappears when the last page that it served is closed. Until then it answers nothing.
      await page.close();
      const next = await context.newPage();
      await next.goto(server.url);
      expect(await next.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
      expect(await next.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    } finally {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
