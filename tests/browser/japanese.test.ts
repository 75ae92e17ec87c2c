import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { readAloud } from '../support/screen-reader.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('japanese');
});
afterAll(() => site.close());

const results = '[data-results] article';

/** Types as an input method does: each piece replaces the one before it, until the last one is chosen. */
async function compose(page: Page, pieces: readonly string[], chosen?: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  for (const text of pieces) {
    const end = { selectionStart: text.length, selectionEnd: text.length };
    await browser.send('Input.imeSetComposition', { text, ...end });
    // Longer than the pause after which keys are searched for.
    await page.waitForTimeout(50);
  }
  if (chosen !== undefined) await browser.send('Input.insertText', { text: chosen });
}

async function openField(): Promise<Page> {
  const page = await site.visit('search/');
  await page.getByRole('searchbox').focus();
  return page;
}

describe('typing with an input method', () => {
  it('searches for nothing before a word is chosen, and for the word once it is', async () => {
    const page = await openField();
    await compose(page, ['ｄ', 'で', 'でｎｒ', 'でんりょくもう', '電力もう']);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator(results).count()).toBe(0);
    await compose(page, ['電力網'], '電力網');
    await page.locator(results).first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('電力網');
    expect(await page.locator(`${results} h2`).first().textContent()).toContain('ウクライナの電力網の修理');
  });

  it('keeps the answers to what was chosen before while the next word is typed', async () => {
    const page = await openField();
    await compose(page, ['ばす', 'バス'], 'バス');
    await page.locator(results).first().waitFor();
    const before = await page.locator(`${results} h2`).allTextContents();
    await compose(page, ['ｊ', 'じゅうみん']);
    expect(new URL(page.url()).searchParams.get('q')).toBe('バス');
    expect(await page.locator(`${results} h2`).allTextContents()).toEqual(before);
    await compose(page, ['住民投票'], '住民投票');
    await page.waitForURL((url) => url.searchParams.get('q') === 'バス住民投票');
    await page.locator(`${results} h2`).first().filter({ hasText: '住民投票' }).waitFor();
  });

  it('searches for Korean syllables as they grow', async () => {
    const page = await openField();
    await compose(page, ['ㄱ', '가', '간']);
    await expect.poll(() => new URL(page.url()).searchParams.get('q'), { timeout: 10_000 }).toBe('간');
  });
});

describe('searching in Japanese', () => {
  it.each([
    ['パリ', '熊本の半導体工場'],
    ['バス', 'バスの無料化'],
    ['ガザ', 'ガザの病院'],
    ['ﾊﾞｽの無料化', 'バスの無料化'],
    ['復興住宅', '能登半島の復興住宅'],
    ['半導体の試験生産', '熊本の半導体工場'],
    ['電力網はいつ直るか', 'ウクライナの電力網'],
  ])('finds the story of %s first', async (typed, title) => {
    const page = await site.visit(`search/?q=${encodeURIComponent(typed)}`);
    await expect.poll(() => page.locator(`${results} h2`).first().textContent(), { timeout: 10_000 }).toContain(title);
  });

  it('marks what was found, whole words together, in the headline and the text', async () => {
    const page = await site.visit(`search/?q=${encodeURIComponent('住民投票')}`);
    const first = page.locator(results).first();
    await first.locator('h2 mark').first().waitFor();
    const marked = (await first.locator('h2 mark').allTextContents()).join('');
    expect(marked).toBe('住民投票');
    expect(await first.locator('[data-title]').getAttribute('lang')).toBe('ja');
  });

  it('does not answer an English word with stories that only hold other Latin letters', async () => {
    const page = await site.visit('search/?q=email');
    await page.locator(results).first().waitFor();
    expect(await page.locator(`${results} h2`).allTextContents()).toEqual([
      expect.stringContaining('A test story in English'),
    ]);
  });

  it('narrows by a filter, and Back from a story finds words, filter and answers as they were', async () => {
    const page = await site.visit(`search/?q=${encodeURIComponent('検索')}`);
    const titles = page.locator(`${results} h2`);
    await titles.nth(4).waitFor();
    await page.getByRole('checkbox', { name: /^Europe\s*2$/u }).check();
    await expect.poll(() => titles.count(), { timeout: 10_000 }).toBe(2);
    expect(new URL(page.url()).searchParams.get('region')).toBe('europe');
    await titles.first().getByRole('link').click();
    await page.waitForURL('**/2025/12/**');
    await page.goBack();
    await expect.poll(() => titles.count(), { timeout: 10_000 }).toBe(2);
    expect(await page.getByRole('searchbox').inputValue()).toBe('検索');
    expect(await page.getByRole('checkbox', { name: /^Europe/u }).isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => titles.count(), { timeout: 10_000 }).toBe(5);
  });
});

describe('places and storylines in Japanese', () => {
  it.each([
    ['ウクライナ', /^Ukraine\s+Region · 1 story$/u],
    ['エジプトの病院', /^Egypt\s+Region · 1 story$/u],
    ['能登半島の復興', /^能登半島の復興\s+Storyline · 2 stories$/u],
  ])('are offered above the stories: %s', async (typed, name) => {
    const page = await site.visit(`search/?q=${encodeURIComponent(typed)}`);
    await page.locator('[data-entities] a').first().waitFor();
    expect(await page.locator('[data-entities] a').first().textContent()).toMatch(name);
  });

  it('are read aloud before the stories, each with its kind and count, and once', async () => {
    const page = await site.visit(`search/?q=${encodeURIComponent('能登半島の復興')}`, { bypassCSP: true });
    await page.locator('[data-entities] a').first().waitFor();
    await page.locator('[data-results] article').first().waitFor();
    const phrases = await readAloud(page);
    const said = phrases.flatMap((phrase, at) => (phrase.startsWith('link, 能登半島の復興 Storyline') ? [at] : []));
    expect(said).toHaveLength(1);
    expect(phrases.findIndex((phrase) => phrase.startsWith('link, 能登半島の復興住宅'))).toBeGreaterThan(said[0] ?? 0);
  });
});

it('found no error in the console of any page', () => {
  expect(site.problems).toEqual([]);
});
