import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { longWordPages, makeWord } from '../support/write-long-words.ts';

let long: OpenSite;
beforeAll(async () => {
  long = await openSite('long');
});
afterAll(() => long.close());

/**
 * Finds words that nobody can read: beside the window, clipped by something that does not scroll, or broken into a
 * letter or two per line.
 */
function findUnreachable(): readonly string[] {
  // A map shows its middle, and all its places are also links. An input scrolls with its text.
  const hiddenWithPurpose = '.sr-only, .skip-link, .map-window, svg, input, [hidden]';
  const [scrolling, clipping] = [new Set(['auto', 'scroll']), new Set(['hidden', 'clip'])];
  const { scrollWidth } = document.documentElement;
  const found = new Set(scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`] : []);
  const report = (what: string, element: Element) => found.add(`${what}: ${element.outerHTML.slice(0, 60)}`);
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    element !== document.body &&
    (scrolling.has(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest(hiddenWithPurpose) || !clipping.has(getComputedStyle(element).overflowX)) continue;
    if (element.scrollWidth > element.clientWidth + 1) report('cut off', element);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentElement } = text;
    if (!parentElement || parentElement.closest(hiddenWithPurpose) || scrolls(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()];
    if (lines.some(({ left, right }) => left < -1 || right > innerWidth + 1)) report('outside', parentElement);
    if (lines.length > 3 && range.toString().length < 4 * lines.length) report('squeezed', parentElement);
  }
  return [...found];
}

async function findUnreachableAtWidths(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [320, 390, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await page.evaluate(findUnreachable)).map((text) => `${width} px: ${text}`));
  }
  return found;
}

describe('a word that no column holds', () => {
  it.each(longWordPages)('breaks, in whatever field it stands: /%s', async (path) => {
    const page = await long.openTab({ viewport: { width: 320, height: 800 } });
    const response = await page.goto(path);
    expect(response?.ok()).toBe(true);
    expect(await findUnreachableAtWidths(page)).toEqual([]);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      document.documentElement.dir = 'rtl';
      document.documentElement.lang = 'ar';
    });
    expect(await findUnreachableAtWidths(page), 'from right to left').toEqual([]);
    await page.context().close();
  });

  it('breaks in what a search finds, in its filters, in what is chosen, and in the query', async () => {
    const page = await long.openTab({ viewport: { width: 320, height: 800 } });
    const author = encodeURIComponent(makeWord(80, 'Reporterin'));
    for (const query of [makeWord(300, 'Wort'), makeWord(300, 'nichts'), 'short']) {
      await page.goto(`search/?q=${query}`);
      await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent?.match(/\d|nothing|no /iu));
      await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
      expect(await findUnreachableAtWidths(page), query.slice(0, 12)).toEqual([]);
    }
    await page.goto(`search/?q=short&author=${author}`);
    await page.locator('[data-chosen]').waitFor();
    expect(await findUnreachableAtWidths(page), 'a chosen filter').toEqual([]);
    await page.context().close();
  });

  it('breaks in a story that was opened from the search', async () => {
    const page = await long.openTab({ viewport: { width: 320, height: 800 } });
    await page.goto(`2024/11/explainer/?highlight=${makeWord(300, 'Wort')}`);
    await page.locator('marked-words:not([hidden])').waitFor();
    expect(await findUnreachableAtWidths(page)).toEqual([]);
    await page.context().close();
  });
});
