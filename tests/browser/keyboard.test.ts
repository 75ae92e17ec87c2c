import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { demoPageTypes } from '../support/page-types.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

/** The search loads its filters when its field gets the focus, so it is tested separately, with results. */
const walkedTypes = demoPageTypes.filter(([name]) => name !== 'the search');

/** The number of stops tested from each end of a page: an index has hundreds that are all alike. */
const walked = 40;

/** The element that has the focus. */
interface Stop {
  /** Its rank among all focusable elements, in the order of the page. -1 for one that should not be focusable. */
  readonly index: number;
  readonly name: string;
  readonly isInView: boolean;
  readonly isMarked: boolean;
}

/** The filters load with the results. */
async function waitUntilAnswered(page: Page): Promise<void> {
  await page.locator('[data-results] a').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('[data-status]')?.textContent?.includes('…'));
}

/** Numbers everything that a keyboard should reach, in the order of the page, and returns the count. */
async function numberStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const possible = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const stops = [...document.querySelectorAll<HTMLElement | SVGElement>(possible)].filter((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled, [tabindex="-1"]'))
        return false;
      // Of a group of radio buttons one is a stop.
      return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked);
    });
    stops.forEach((element, index) => (element.dataset['stop'] = String(index)));
    return stops.length;
  });
}

async function readStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
      return undefined;
    const { top, bottom, left, right, width } = element.getBoundingClientRect();
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    const style = getComputedStyle(element);
    const picture = element.querySelector('img')?.alt ?? element.querySelector('svg')?.getAttribute('aria-label');
    return {
      index: Number(element.dataset['stop'] ?? -1),
      name: (element.getAttribute('aria-label') ?? label ?? (element.textContent?.trim() || picture) ?? '').trim(),
      isInView: width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      isMarked:
        element instanceof SVGElement
          ? // A country on a map is marked along its own shape.
            style.stroke !== 'none' && Number.parseFloat(style.strokeWidth) >= 1.5
          : style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    };
  });
}

/** Presses a key repeatedly and returns the stops, until the focus leaves the page or enough was seen. */
async function walk(page: Page, key: string, most: number): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press(key);
    const stop = await readStop(page);
    if (!stop || stop.index === stops[0]?.index) break;
    stops.push(stop);
  }
  return stops;
}

const listNumbers = (start: number, count: number) => Array.from({ length: count }, (_, index) => start + index);

describe('a reader with a keyboard alone', () => {
  it.each(walkedTypes)(
    'walks through %s: every stop in order, named, in view and marked, and out again',
    async (_, path) => {
      const page = await site.visit(path);
      if (path.includes('?q=')) await waitUntilAnswered(page);
      const count = await numberStops(page);
      expect(count).toBeGreaterThan(10);
      const isWhole = count <= 2 * walked;

      const forth = await walk(page, 'Tab', isWhole ? count + 1 : walked);

      expect(forth.map(({ index }) => index)).toEqual(listNumbers(0, isWhole ? count : walked));
      const wanting = forth.filter(({ name, isInView, isMarked }) => name === '' || !isInView || !isMarked);
      expect(wanting).toEqual([]);
      // And back from its end.
      const most = Math.min(walked, count - 1);
      await page.locator(`[data-stop="${count - 1}"]`).focus();
      const back = await walk(page, 'Shift+Tab', most);
      expect(back.map(({ index }) => index).reverse()).toEqual(listNumbers(count - 1 - most, most));
      expect(back.filter(({ name, isInView, isMarked }) => name === '' || !isInView || !isMarked)).toEqual([]);
      // Everything above the content can be skipped.
      const skip = page.locator('.skip-link');
      await skip.focus();
      expect((await skip.boundingBox())?.width).toBeGreaterThan(60);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main, footer') !== null)).toBe(true);
      await page.context().close();
    },
  );

  it('met no error on the way', () => {
    expect(site.problems).toEqual([]);
  });
});
