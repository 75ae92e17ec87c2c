import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { demoPageTypes, layouts } from '../support/page-types.ts';

/** A headline of the maximum length, with a word wider than any column. */
const longHeadline =
  `Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz ${'and what it is about '.repeat(2)}`.slice(0, 110);

const toWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

let demo: OpenSite;
let hard: OpenSite;
let empty: OpenSite;
beforeAll(async () => {
  [demo, hard, empty] = await Promise.all([openSite('demo'), openSite('hard'), openSite('empty')]);
});
afterAll(async () => {
  for (const site of [demo, hard, empty]) await site.close();
});

describe('every type of page', () => {
  it('needs no scrolling sideways at 320 px (400 % zoom), with twice the text, or with the longest headline', async () => {
    const page = await demo.openTab();
    for (const [name, path] of demoPageTypes) {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(path);
      expect(await toWidth(page), name).toBeLessThanOrEqual(320);
      await page.evaluate((text) => {
        for (const link of document.querySelectorAll('main :is(h1, h2 > a, h3 > a)')) link.textContent = text;
      }, longHeadline);
      expect(await toWidth(page), `${name} with a long headline`).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 640, height: 800 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await toWidth(page), `${name} with twice the text`).toBeLessThanOrEqual(640);
    }
    await page.context().close();
  });

  it('moves nothing for readers who want less motion', async () => {
    const page = await demo.openTab({ reducedMotion: 'reduce' });
    for (const [name, path] of demoPageTypes) {
      await page.goto(path);
      const moving = await page.evaluate(() => ({
        animations: document.getAnimations().length,
        scroll: getComputedStyle(document.documentElement).scrollBehavior,
      }));
      expect(moving, name).toEqual({ animations: 0, scroll: 'auto' });
    }
    await page.context().close();
  });

  it('shifts nothing while fonts and pictures come late', async () => {
    for (const [name, path] of layouts) {
      // A response cached by one page would not be late on the next.
      const page = await demo.openTab();
      await page.route(/\.(?:woff2|svg|png)$/u, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let total = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) total += (entry as unknown as { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(total), 50);
          }),
      );
      expect(shift, name).toBeLessThan(0.005);
      await page.context().close();
    }
  });

  it('is read without its stylesheet, fonts, pictures and scripts', async () => {
    const page = await demo.openTab();
    await page.route(/\.(?:css|woff2|svg|png|js)$/u, (route) => route.abort('blockedbyclient'));
    for (const [name, path] of demoPageTypes) {
      await page.goto(path);
      expect(await page.locator('main h1, header h1').first().innerText(), name).not.toBe('');
      expect((await page.locator('main').innerText()).length, name).toBeGreaterThan(20);
    }
    await page.context().close();
  });
});

describe('forced colours', () => {
  it('leave links, fields and the map of the world visible', async () => {
    const page = await demo.visit('regions/', { forcedColors: 'active' });
    const colours = await page.evaluate(() => {
      const [body, land, country, link] = ['body', '.world-land', '.world-map a', '.tree a'].map((selector) =>
        getComputedStyle(document.querySelector(selector) ?? document.body),
      );
      return { page: body?.backgroundColor, land: land?.stroke, country: country?.fill, link: link?.color };
    });
    for (const colour of [colours.land, colours.country, colours.link]) expect(colour).not.toBe(colours.page);
    await page.context().close();
  });
});

describe('words in another direction', () => {
  it('run from right to left beside others that do not', async () => {
    const page = await hard.visit('');
    const arabic = page.locator('[dir="rtl"][lang="ar"] a').first();
    expect(await arabic.evaluate((link) => getComputedStyle(link).direction)).toBe('rtl');
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).direction)).toBe('ltr');
    await page.context().close();
  });
});

describe('a newsroom that has published nothing', () => {
  it('says so on every page that would list stories', async () => {
    const page = await empty.openTab();
    for (const path of ['', 'storylines/', 'regions/', 'corrections/', 'tags/', 'topics/world/']) {
      await page.goto(path);
      expect(await page.locator('.empty').first().innerText(), path).not.toBe('');
    }
  });
});

it('gave no error in any page', () => {
  // A request blocked by a test is not an error of the page.
  const problems = [...demo.problems, ...hard.problems, ...empty.problems];
  expect(problems.filter((problem) => !problem.includes('ERR_BLOCKED_BY_CLIENT'))).toEqual([]);
});
