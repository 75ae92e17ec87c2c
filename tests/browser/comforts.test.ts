import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

const story = '2024/12/russia-north-korea-treaty-in-force/';
const timeline = '2024/12/north-korea-russia-timeline/';
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

/** Opens a page for a reader who has already chosen settings. */
async function visitWith(settings: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.visit('404.html', options);
  await page.evaluate((kept) => localStorage.setItem('gazetteer:reader', kept), settings);
  await page.goto(new URL(path, site.url).href);
  return page;
}

async function getPageColour(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/**
 * Returns the brightness of a picture, from 0 to 255. Single pixels would change with a fraction of a line above it.
 */
async function getLightness(page: Page, selector: string): Promise<number> {
  await page.waitForLoadState('networkidle');
  const { channels } = await sharp(await page.locator(selector).first().screenshot()).stats();
  return channels.slice(0, 3).reduce((sum, { mean }) => sum + mean / 3, 0);
}

describe('the reading settings', () => {
  it('are opened, set and closed with the keyboard, and show at once', async () => {
    const page = await site.visit(story);
    const button = page.getByRole('button', { name: 'Reading settings' });
    await button.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Reading settings' });
    await panel.waitFor();
    const focused = page.locator('input:focus');
    expect(await focused.getAttribute('name')).toBe('size');
    const before = await page
      .locator('.prose p')
      .first()
      .evaluate((text) => getComputedStyle(text).fontSize);
    await page.keyboard.press('ArrowRight');
    expect(await focused.getAttribute('value')).toBe('size-large');
    const after = await page
      .locator('.prose p')
      .first()
      .evaluate((text) => getComputedStyle(text).fontSize);
    expect(Number.parseFloat(after)).toBeCloseTo(Number.parseFloat(before) * 1.125, 1);
    for (const name of ['spacing', 'width', 'theme']) {
      await page.keyboard.press('Tab');
      expect(await focused.getAttribute('name')).toBe(name);
    }
    await page.keyboard.press('ArrowLeft');
    expect(await focused.getAttribute('value')).toBe('theme-contrast');
    expect(await getPageColour(page)).toBe('rgb(255, 255, 255)');
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('carry over from page to page, and apply before the page has a body', async () => {
    const page = await site.visit(story);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('radio', { name: 'Sepia' }).check({ force: true });
    await page.getByRole('radio', { name: 'Wide' }).check({ force: true });
    // Not even our own scripts are needed for it.
    await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const { dataset } = document.documentElement;
        dataset['seen'] ??= `${dataset['reader']}, ${document.body ? 'late' : 'before the body'}`;
      }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-reader'] });
    });
    for (const path of ['', timeline, 'search/']) {
      await page.goto(new URL(path, site.url).href);
      expect(await page.locator('html').getAttribute('data-seen')).toBe('spacing-open theme-sepia, before the body');
      expect(await getPageColour(page)).toBe('rgb(245, 234, 213)');
    }
  });

  it('are the same in every open page, and forgotten when the reader wants that', async () => {
    const page = await visitWith('size-large theme-dark', story);
    const other = await page.context().newPage();
    await other.goto(new URL(timeline, site.url).href);
    expect(await other.getByRole('radio', { name: 'Dark', includeHidden: true }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('button', { name: 'Reset to defaults' }).click();
    await other.waitForFunction(() => document.documentElement.dataset['reader'] === '');
    expect(await other.getByRole('radio', { name: 'Match device', includeHidden: true }).isChecked()).toBe(true);
    expect(await getPageColour(page)).toBe('rgb(252, 251, 247)');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-reader')).toBe('');
  });

  it('work, for one page, in a browser that keeps nothing', async () => {
    const page = await site.visit('about/');
    await page.context().addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('forbidden');
        },
      });
    });
    await page.goto(new URL(story, site.url).href);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    expect(await getPageColour(page)).toBe('rgb(20, 24, 26)');
  });

  it('reach maps, globes and the browser’s own frame, whatever the device asks for', async () => {
    const schemes = ['light', 'dark'] as const;
    const [onLight, onDark] = await Promise.all(schemes.map((colorScheme) => visitWith('', 'about/', { colorScheme })));
    if (!onLight || !onDark) throw new Error('A page was not opened.');
    for (const [path, picture] of [
      [story, '.map-sheet img'],
      ['topics/health/', '.teaser > img'],
    ] as const) {
      const show = async (page: Page, settings: string) => {
        await page.evaluate((kept) => localStorage.setItem('gazetteer:reader', kept), settings);
        await page.goto(path);
        return getLightness(page, picture);
      };
      const [light, dark] = [await show(onLight, ''), await show(onDark, '')];
      expect(light - dark, path).toBeGreaterThan(50);
      expect(Math.abs((await show(onLight, 'theme-dark')) - dark), path).toBeLessThan(3);
      expect(Math.abs((await show(onDark, 'theme-light')) - light), path).toBeLessThan(3);
    }
    const page = await visitWith('theme-dark', story, { colorScheme: 'light' });
    const frame = page.locator('meta[name="theme-color"]').first();
    expect([await frame.getAttribute('media'), await frame.getAttribute('content')]).toEqual([null, 'rgb(20, 24, 26)']);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('button', { name: 'Reset to defaults' }).click();
    expect(await frame.getAttribute('media')).toBe('(prefers-color-scheme: dark)');
  });

  it('never make a page scroll sideways, with the largest text on a phone', async () => {
    const page = await visitWith('size-largest spacing-open width-long', '', phone);
    for (const path of ['', story, timeline, 'regions/', 'search/', 'tags/']) {
      await page.goto(path);
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content, path).toBeLessThanOrEqual(window ?? 0);
    }
  });

  it('show which choice is made where colours are forced', async () => {
    const page = await site.visit(story, { forcedColors: 'active' });
    await page.getByRole('button', { name: 'Reading settings' }).click();
    const getGround = (name: string) =>
      page
        .locator('.settings label')
        .filter({ hasText: name })
        .first()
        .evaluate((label) => getComputedStyle(label).backgroundColor);
    expect(await getGround('Normal')).not.toBe(await getGround('Large'));
  });
});

describe('without scripts', () => {
  it('shows nothing that needs them', async () => {
    const page = await site.visit(timeline, { javaScriptEnabled: false });
    for (const name of ['Reading settings', 'Share']) expect(await page.getByRole('button', { name }).count()).toBe(0);
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(await page.locator('.article-header .dotted > :visible:not(.article-age)').last().textContent()).toMatch(
      /10 sources/u,
    );
  });

  it('has the contents of a long story: folded on a phone, open beside the text where there is room', async () => {
    const narrow = await site.visit(timeline, { ...phone, javaScriptEnabled: false });
    const first = narrow.getByRole('navigation', { name: 'Contents' }).getByRole('link').first();
    expect(await first.isVisible()).toBe(false);
    await narrow.locator('.sidebar-toc summary').click();
    await first.click();
    expect(await narrow.locator('.prose :target').textContent()).toContain('March: a veto');

    const wide = await site.visit(timeline, { javaScriptEnabled: false });
    const contents = wide.getByRole('navigation', { name: 'Contents' });
    expect(await contents.getByRole('link').count()).toBe(5);
    expect(await contents.getByRole('link').last().isVisible()).toBe(true);
    const [beside, text] = await Promise.all([contents.boundingBox(), wide.locator('.prose').boundingBox()]);
    expect(beside?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  });

  it('has none for a short story, and the questions of an explainer', async () => {
    const short = await site.visit(story, { javaScriptEnabled: false });
    expect(await short.locator('.sidebar-toc').count()).toBe(0);
    const explainer = await site.visit('2024/11/article-6-carbon-credits-explained/', { javaScriptEnabled: false });
    expect(await explainer.locator('.sidebar-toc').getByRole('link').count()).toBe(5);
  });
});

async function readCopied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('links', () => {
  const allowed: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

  it('to a heading are followed and copied, and the page says so', async () => {
    const page = await site.visit(`${story}?highlight=treaty`, allowed);
    const anchor = page.getByRole('link', { name: 'Link to the section “What the two sides promise”' });
    await anchor.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Link copied.' }).waitFor();
    const hash = new URL(page.url()).hash;
    expect(hash).not.toBe('');
    expect(await readCopied(page)).toBe(new URL(story, site.url).href + hash);
  });

  it('to a passage are offered at the selection, reached with Tab, and name its words', async () => {
    const page = await site.visit(story, allowed);
    const passage = page.locator('.prose p').last();
    await passage.scrollIntoViewIfNeeded();
    // On the first word, then further with the keyboard.
    await passage.dblclick({ position: { x: 6, y: 12 } });
    for (let word = 0; word < 4; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    const button = page.getByRole('button', { name: 'Copy link to this passage' });
    await button.waitFor();
    await page.keyboard.press('Tab');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Link copied.' }).waitFor();
    const address = await readCopied(page);
    // The headless browser parses the directive but does not scroll to it, so the test only checks that it names words
    // of the passage.
    expect(address.startsWith(`${new URL(story, site.url).href}#:~:text=`)).toBe(true);
    const words = decodeURIComponent(address.split('text=')[1] ?? '');
    expect(words).toMatch(/^On 29 November, days/u);
    expect(await passage.textContent()).toContain(words);
  });

  it('to a passage are not offered when nothing, or something else, is selected; Escape takes them away', async () => {
    const page = await site.visit(story);
    const button = page.getByRole('button', { name: 'Copy link to this passage' });
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('.footer') as Element));
    await page.waitForTimeout(500);
    expect(await button.count()).toBe(0);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('.prose p') as Element));
    await button.waitFor();
    await page.keyboard.press('Escape');
    expect(await button.count()).toBe(0);
  });

  it('to a story go through the browser’s own sheet, or are copied where there is none', async () => {
    const page = await site.visit(story, allowed);
    await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined, configurable: true }));
    await page.evaluate(() => delete (Object.getPrototypeOf(navigator) as { share?: unknown }).share);
    await page.evaluate(() => delete (navigator as { share?: unknown }).share);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('status').filter({ hasText: 'Link copied.' }).waitFor();
    expect(await readCopied(page)).toBe(new URL(story, site.url).href);

    const shared = await page.evaluate(
      async () =>
        new Promise((resolve) => {
          Object.assign(navigator, { share: (data: ShareData) => Promise.resolve(resolve(data)) });
          document.querySelector<HTMLElement>('share-story button')?.click();
        }),
    );
    expect(shared).toMatchObject({ url: new URL(story, site.url).href, title: expect.stringMatching(/^Russia and/u) });
  });

  it('that cannot be copied are shown for copying by hand', async () => {
    const page = await site.visit(story);
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
    );
    await page.locator('.prose .anchor').first().click();
    const notice = page.getByRole('status').filter({ hasText: 'Copy this link' });
    await notice.waitFor();
    expect(await notice.textContent()).toBe(
      `Copy this link: ${new URL(story, site.url).href}#s-what-the-two-sides-promise`,
    );
  });
});

describe('printed', () => {
  it('a story is black on white, with its map, addresses and citation, without what leads elsewhere', async () => {
    const page = await visitWith('theme-dark size-largest', story, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(
      await page
        .locator('.prose p')
        .first()
        .evaluate((text) => getComputedStyle(text).color),
    ).toBe('rgb(0, 0, 0)');
    expect(await getPageColour(page)).toBe('rgba(0, 0, 0, 0)');
    expect(await page.locator('.print-footer').innerText()).toBe(
      'Cite this story: World desk, Russia and North Korea swap ratification papers, bringing mutual-assistance treaty into force, Gazetteer, 4 December 2024, https://gazetteer.example/2024/12/russia-north-korea-treaty-in-force/',
    );
    const address = await page
      .locator('.sources a')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toMatch(/https:\/\//u);
    for (const shown of ['.masthead-name', '.map img', '.sources', '.key-points'])
      expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
    for (const hidden of ['.masthead nav', '.footer', '.related', '.storyline-box', '.anchor', 'share-story'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });
});

/** Follows a link and returns whether the page fades over into the next. */
async function followLink(reducedMotion: 'reduce' | 'no-preference'): Promise<string | null> {
  const page = await site.visit('', { reducedMotion });
  await page.evaluate(() =>
    addEventListener('pageswap', ({ viewTransition }) =>
      sessionStorage.setItem('fades', String(viewTransition !== null)),
    ),
  );
  await page.getByRole('contentinfo').getByRole('link', { name: 'Topics' }).click();
  await page.waitForURL('**/topics/');
  return page.evaluate(() => sessionStorage.getItem('fades'));
}

describe('from page to page', () => {
  it('the text fades over, but not for a reader who asks for less motion', async () => {
    expect(await followLink('no-preference')).toBe('true');
    expect(await followLink('reduce')).toBe('false');
  });

  it('a page is fetched ahead when a reader rests on its link', async () => {
    const page = await site.visit('');
    const link = page.getByRole('contentinfo').getByRole('link', { name: 'Storylines' });
    await link.hover();
    await page.waitForTimeout(1500);
    await link.click();
    await page.waitForURL('**/storylines/');
    const delivery = await page.evaluate(
      () =>
        (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming & { deliveryType: string })
          .deliveryType,
    );
    expect(delivery).toBe('navigational-prefetch');
  });
});

it('gave no error in any page', () => {
  // One test takes the scripts away, which their hashes notice.
  expect(site.problems.filter((problem) => !problem.includes("a valid digest in the 'integrity'"))).toEqual([]);
});
