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

const screens = [
  { width: 1440, height: 900, limit: 900 },
  { width: 768, height: 1024, limit: 950 },
  { width: 390, height: 844, limit: 1000 },
];

it('every story begins with its first screen, and never scrolls sideways', async () => {
  const page = await site.openTab();
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
    for (const { limit, ...size } of screens) {
      await page.setViewportSize(size);
      const top = await getTop(page, '.prose p, .prose li');
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      if (top > limit || scrollWidth > clientWidth) late.push([story, size.width, top]);
    }
  }
  expect(late).toEqual([]);
  expect(shown).toBe(57);
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

describe.each([390, 768, 1440])('the map of a place at %i pixels', (width) => {
  it.each(['asia', 'americas', 'europe', 'oceania', 'world', 'asean', 'peru', 'north-korea'])(
    'of %s is at most 340 pixels high, as wide as its list, and no name touches another',
    async (id) => {
      const page = await site.visit(`regions/${id}/`, { viewport: { width, height: 900 } });
      const map = await page.locator('.map-window').boundingBox();
      const list = await page.locator('.columns > div').last().boundingBox();
      expect(map?.height).toBeLessThanOrEqual(340);
      expect(map?.height).toBeGreaterThan(120);
      expect([map?.x, map?.width]).toEqual([list?.x, list?.width]);
      const touching = await page.locator('.map-words text:visible').evaluateAll((names) =>
        names.flatMap((name, index) => {
          const a = name.getBoundingClientRect();
          return names.slice(index + 1).flatMap((other) => {
            const b = other.getBoundingClientRect();
            const isOver = a.left < b.right && a.right > b.left && a.top + 3 < b.bottom - 3 && a.bottom - 3 > b.top + 3;
            return isOver ? [`${name.textContent}+ ${other.textContent}`] : [];
          });
        }),
      );
      expect(touching).toEqual([]);
      await page.context().close();
    },
  );
});

it.each(
  [390, 700, 768, 1440].flatMap((width) => ['cop29', 'dprk-russia', 'nuclear-risk'].map((id) => [width, id] as const)),
)('the map of a storyline is at most 260 pixels high, at %i pixels of %s', async (width, id) => {
  const page = await site.visit(`storylines/${id}/`, { viewport: { width, height: 900 } });
  const { height } = (await page.locator('.map-window').boundingBox()) ?? { height: Number.NaN };
  expect(height).toBeLessThanOrEqual(260);
  expect(height).toBeGreaterThan(100);
  await page.context().close();
});

describe.each([390, 768, 1440])('words at %i pixels', (width) => {
  it.each(['', '2024/', '2024/11/', 'search/', 'topics/', 'storylines/', 'regions/asia/'])(
    'of headlines beside a globe or picture on /%s stand alone only where the next does not fit',
    async (path) => {
      const page = await site.visit(path, { viewport: { width, height: 900 } });
      const early = await page.locator('.teaser > img ~ :is(h2, h3, h4) a').evaluateAll((links) =>
        links.flatMap((link) => {
          const [text] = link.childNodes;
          const sign = link.closest('.teaser')?.querySelector('img')?.getBoundingClientRect();
          const words = (link.textContent ?? '').split(' ');
          if (!text || !sign || words.length < 2) return [];
          let start = 0;
          const [first, second] = words.slice(0, 2).map((word) => {
            const range = document.createRange();
            range.setStart(text, start);
            range.setEnd(text, start + word.length);
            start += word.length + 1;
            return range.getBoundingClientRect();
          });
          if (!first || !second || second.top <= first.top || first.height > 1.5 * second.height) return [];
          return first.right + 6 + second.width < sign.left - 12 ? [link.textContent] : [];
        }),
      );
      expect(early).toEqual([]);
      await page.context().close();
    },
  );

  it('of a table stay together in its first column, if they are short', async () => {
    const page = await site.visit('2024/11/uruguay-orsi-wins-presidential-runoff/', {
      viewport: { width, height: 900 },
    });
    const cells = page.locator('.prose table :is(th, td):first-child');
    const heights = await cells.evaluateAll((all) =>
      all.slice(1).map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length;
      }),
    );
    expect(heights).toEqual([1, 1]);
    await page.context().close();
  });
});

it.each(['feeds/', 'regions/', 'topics/health/'])('what follows the standfirst of /%s stands off it', async (path) => {
  const page = await site.visit(path);
  const [standfirst, line] = await Promise.all(
    ['.page-header .standfirst', '.page-header .listing-line'].map((part) => page.locator(part).boundingBox()),
  );
  expect((line?.y ?? 0) - (standfirst?.y ?? 0) - (standfirst?.height ?? 0)).toBeGreaterThanOrEqual(8);
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
