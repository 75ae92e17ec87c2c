import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { field, query, status, titles, waitForStatus } from '../support/search-page.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

describe('searching', () => {
  it('loads nothing of the index before the reader shows that they want to search', async () => {
    const page = await site.visit('search/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.waitForTimeout(300);
    expect(requests.filter((url) => !url.includes('/globes/'))).toEqual([]);
    await Promise.all([page.waitForRequest('**/pagefind-entry.json'), page.keyboard.press('Tab')]);
  });

  it('answers while the reader types, with place, date and the words marked where they are', async () => {
    const page = await site.visit('search/');
    await field(page).pressSequentially('malaria');
    await waitForStatus(page, '2 stories found');
    expect((await titles(page)).join()).toContain('R21 malaria vaccine');
    const result = page.locator('[data-results] article').filter({ hasText: 'R21' });
    expect(await result.locator('.kicker').textContent()).toMatch(/Health\s*Nigeria\s*17 October 2024/u);
    expect(await result.locator('[data-summary]').isVisible()).toBe(false);
    expect(await result.locator('[data-excerpt] mark').first().textContent()).toMatch(/^malaria$/iu);
    expect(query(page)).toBe('?q=malaria');
  });

  it('answers a question, and a word that is still being typed', async () => {
    const page = await site.visit('search/?q=who+won+the+election+in+uruguay%3F');
    await page.locator('[data-results] h2').first().filter({ hasText: 'Orsi wins' }).waitFor();
    await field(page).fill('bucha');
    await waitForStatus(page, '2 stories found');
    expect((await titles(page))[0]).toContain('Bucharest');
  });

  it('finds phrases in quotes and leaves out what a minus excludes', async () => {
    const page = await site.visit(`search/?q=${encodeURIComponent('"three knocks"')}`);
    await waitForStatus(page, '1 story found');
    expect((await titles(page))[0]).toContain('Notre-Dame');
    await field(page).fill('nuclear -iran');
    await waitForStatus(page, 'found');
    await page.waitForURL('**-iran**');
    expect((await titles(page)).some((title) => title.includes('Iran'))).toBe(false);
  });

  it('looks for the word that was meant when one is mistyped, and says so', async () => {
    const page = await site.visit('search/?q=malarria');
    await page.getByText('No story contains the word “malarria”').waitFor();
    await waitForStatus(page, '2 stories found');
    expect((await titles(page)).join()).toMatch(/malaria.*malaria/u);
    await page.locator('[data-corrected]').getByRole('link', { name: 'malaria' }).click();
    await page.waitForURL('**/search/?q=malaria');
    await waitForStatus(page, '2 stories found');
    expect(await page.locator('[data-corrected]').isVisible()).toBe(false);
  });

  it('only offers another word for a real one, by keyboard and aloud', async () => {
    const page = await site.visit('search/?q=treason');
    const offered = page.locator('[data-corrected]').filter({ hasText: 'Did you mean reason?' });
    await offered.waitFor();
    expect(await offered.textContent()).toBe('No story contains the word “treason”. Did you mean reason?');
    expect(await titles(page)).toEqual([]);
    await page.getByRole('status').filter({ hasText: 'Did you mean reason? Nothing found' }).waitFor();
    await offered.getByRole('link', { name: 'reason' }).press('Enter');
    await page.waitForURL('**/search/?q=reason');
    await page.locator('[data-results] article').first().waitFor();
  });

  it('offers another word for the beginning of one when it is finished', async () => {
    const page = await site.visit('search/');
    const corrected = page.locator('[data-corrected]');
    await field(page).fill('governmen');
    await waitForStatus(page, 'found');
    expect(await corrected.isVisible()).toBe(false);
    await field(page).press('Enter');
    await corrected.filter({ hasText: 'Did you mean government?' }).waitFor();
    await field(page).fill('governmen ');
    await corrected.getByRole('link', { name: 'government' }).click();
    await page.waitForURL('**/search/?q=government');
    await waitForStatus(page, 'found');
    expect(await corrected.isVisible()).toBe(false);
  });

  it('says that quotes were ignored if no story has their words in that order', async () => {
    const page = await site.visit(`search/?q=${encodeURIComponent('"climate finance deal" cop29')}`);
    await page.getByText('The quotation marks were ignored.').first().waitFor();
    expect((await titles(page)).length).toBeGreaterThan(0);
  });

  it('opens a story at the section that matches, with its words highlighted until the reader removes the highlighting', async () => {
    const page = await site.visit('search/?q=deterrence');
    await page.locator('[data-results] article').first().waitFor();
    await page.locator('.found-section').first().click();
    await page.waitForURL('**/2024/11/us-arms-control-chief-bucharest/?highlight=deterrence#s-*');
    expect(await page.locator('article mark').first().textContent()).toMatch(/deterrence/iu);
    await page.getByRole('button', { name: 'Remove highlighting' }).click();
    expect(await page.locator('article mark').count()).toBe(0);
    expect(query(page)).toBe('');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    expect(await page.getByText('Your search words are highlighted').isVisible()).toBe(false);
  });

  it('says so when nothing is found', async () => {
    const page = await site.visit('search/?q=zzzzqqqq');
    await waitForStatus(page, 'Nothing found for “zzzzqqqq”');
    expect(await page.getByLabel('Sort by').isVisible()).toBe(false);
    await page.locator('.search-start').getByRole('link', { name: 'Russia and North Korea' }).waitFor();
    expect(await titles(page)).toEqual([]);
  });

  it('shows where else to look when nothing is found: names that are alike, and the words without filters', async () => {
    const page = await site.visit('search/?q=kazxkhxtxn');
    await waitForStatus(page, 'Try fewer or different words.');
    expect(await status(page).textContent()).not.toContain('filter');
    const ways = page.locator('[data-ways]');
    await ways.getByRole('link', { name: 'Kazakhstan' }).click();
    await page.waitForURL('**/search/?region=kazakhstan');
    await waitForStatus(page, 'found');
    expect(await ways.isVisible()).toBe(false);
    await page.goto('search/?q=malaria&region=oceania');
    await waitForStatus(page, 'No stories match all of these filters.');
    await ways.getByRole('link', { name: 'Search all stories for “malaria”' }).click();
    await waitForStatus(page, '2 stories found');
    expect(query(page)).toBe('?q=malaria');
  });

  it('announces which word was replaced, with what was found', async () => {
    const page = await site.visit('search/?q=malarria');
    await page.getByRole('status').filter({ hasText: 'Did you mean malaria?' }).waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(
      /^No story contains .* 2 stories found\. 1 place or topic$/u,
    );
  });

  it('drops the answer to a query that has been typed over', async () => {
    const page = await site.visit('search/');
    await field(page).fill('nuclear');
    await field(page).fill('malaria');
    await waitForStatus(page, '2 stories found');
    await page.waitForTimeout(600);
    expect(await titles(page)).toEqual([expect.stringContaining('malaria'), expect.stringContaining('malaria')]);
  });

  it('shows what was typed as text, never as markup', async () => {
    const page = await site.visit(`search/?q=${encodeURIComponent('zzqqxx<b>zzqq</b>')}`);
    await waitForStatus(page, 'Nothing found for “zzqqxx<b>zzqq</b>”');
    expect(await page.locator('main b').count()).toBe(0);
  });

  it('searches a site below a base path', async () => {
    const based = await openSite('based');
    try {
      const page = await based.visit('search/?q=R21');
      await waitForStatus(page, '1 story found');
      await page.locator('[data-results] h2 a').click();
      await page.waitForURL('**/news/2024/10/nigeria-r21-malaria-vaccine/**');
      await page.keyboard.press('/');
      await page.waitForURL('**/news/search/#q');
      expect(based.problems).toEqual([]);
    } finally {
      await based.close();
    }
  });

  it('finds Arabic words with and without their article', async () => {
    const hard = await openSite('hard');
    try {
      const page = await hard.visit(`search/?q=${encodeURIComponent('مياه')}`);
      await waitForStatus(page, 'found');
      expect(await page.locator('[data-title]').first().getAttribute('lang')).toBe('ar');
      const right = page.locator('[data-title]').first();
      expect(await right.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    } finally {
      await hard.close();
    }
  });
});

describe('the keyboard', () => {
  it('goes to the search from any page with a slash', async () => {
    const page = await site.visit('regions/');
    await page.keyboard.press('/');
    await page.waitForURL('**/search/#q');
    await page.waitForFunction(() => document.activeElement?.id === 'q');
    await page.keyboard.type('a/b');
    expect(await field(page).inputValue()).toBe('a/b');
  });

  it('moves through places and topics, then stories with arrows, opens with Enter, and returns with Escape', async () => {
    const page = await site.visit('search/?q=nuclear');
    await waitForStatus(page, '7 stories found');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    const places = await page.locator('[data-entities] a').allTextContents();
    expect(places).toHaveLength(3);
    expect(await focused()).toBe(places[0]);
    for (const link of [places[1], places[2], (await titles(page))[0], (await titles(page))[1]]) {
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(link);
    }
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    expect(await field(page).inputValue()).toBe('nuclear');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/storylines/nuclear-risk/');
  });

  it('is told the count once, when the reader has stopped typing', async () => {
    const page = await site.visit('search/');
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const live = document.querySelector('[data-live]');
      if (live) new MutationObserver(() => said.push(live.textContent ?? '')).observe(live, { childList: true });
    });
    // Letter after letter, faster than any hand: a busy machine would make pauses between keys.
    await field(page).evaluate((input: HTMLInputElement) => {
      for (const letter of 'nuclear') {
        input.value += letter;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    });
    await page.getByRole('status').filter({ hasText: '7 stories found' }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
      '7 stories found. 3 places and topics',
    ]);
  });
});

describe('opening the search', () => {
  it('puts the cursor into the field, unless the address holds a search already', async () => {
    const empty = await site.visit('search/');
    expect(await empty.evaluate(() => document.activeElement?.id)).toBe('q');
    const page = await site.visit('search/?q=nuclear');
    await waitForStatus(page, '7 stories found');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('begins with storylines, topics, continents and the newest stories, until something is searched for', async () => {
    const page = await site.visit('search/');
    const start = page.locator('.search-start');
    expect(await start.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      expect.stringContaining('Storylines'),
      expect.stringContaining('Topics'),
      expect.stringContaining('Regions'),
      expect.stringContaining('Latest'),
    ]);
    expect(await start.getByRole('link', { name: 'Russia and North Korea' }).isVisible()).toBe(true);
    expect(await start.locator('li').filter({ hasText: 'Africa' }).textContent()).toMatch(/Africa\s*12/u);
    expect(await start.locator('article').count()).toBe(5);
    await field(page).fill('malaria');
    await waitForStatus(page, '2 stories found');
    expect(await start.isVisible()).toBe(false);
    await field(page).fill('');
    await start.waitFor();
    expect(await titles(page)).toEqual([]);
  });
});

describe('the look of the search', () => {
  it('needs one face, whatever it shows', async () => {
    for (const query of ['', '?q=climate', '?q=climte+finence', '?q=xqzwv']) {
      const page = await site.visit(`search/${query}`);
      await page.locator('article').first().waitFor();
      const loaded = await page.evaluate(async () => {
        await document.fonts.ready;
        return performance.getEntriesByType('resource').flatMap(({ name }) => /newsreader-\w+/u.exec(name) ?? []);
      });
      expect(loaded, query).toEqual(['newsreader-display']);
      await page.context().close();
    }
  });

  it.each([
    { width: 1440, height: 900, results: 4 },
    { width: 390, height: 844, results: 2 },
  ])('has $results results on a first screen of $width × $height pixels', async ({ width, height, results }) => {
    for (const query of ['nuclear', 'climate', 'election', 'russia', 'who', 'agreement']) {
      const page = await site.visit(`search/?q=${query}`, { viewport: { width, height } });
      await waitForStatus(page, 'found');
      const last = page.locator('[data-results] article').nth(results - 1);
      const box = await last.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0), query).toBeLessThanOrEqual(height);
      await page.context().close();
    }
  });

  it.each([320, 390])('never scrolls sideways at %i pixels, whatever is searched for', async (width) => {
    const long = 'x'.repeat(300);
    const page = await site.openTab({ viewport: { width, height: 700 } });
    for (const query of [
      '',
      `?q=${long}`,
      `?q=${'%2C%22'.repeat(100)}`,
      `?q=nuclear&tag=${long}&region=${long}&author=${long}`,
      '?q=nuclear&region=democratic-republic-of-the-congo&storyline=dprk-russia',
      '?q=malarria',
      '?q=nuclear&from=2024-09&to=2024-12',
    ]) {
      await page.goto(`search/${query}`);
      await page.waitForTimeout(300);
      await page.locator('.search-filters summary').click();
      await page.waitForTimeout(200);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, query).toBe(clientWidth);
    }
  });

  it('needs no scrolling sideways at 200 % zoom, and shows marks in forced colours', async () => {
    const page = await site.visit('search/?q=nuclear&region=europe', { viewport: { width: 640, height: 450 } });
    await page.locator('mark').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.emulateMedia({ forcedColors: 'active' });
    const [mark, text] = await page.evaluate(() =>
      ['.results mark', '.results h2'].map((selector) => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element).backgroundColor : '';
      }),
    );
    expect(mark).not.toBe(text);
  });
});

describe('an archive in parts', () => {
  it('is searched part by part and answered as one', async () => {
    const archive = await openSite('archive');
    try {
      const page = await archive.visit('about/');
      const entries: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('pagefind-entry.json')) entries.push(request.url());
      });
      await page.goto(new URL('search/?region=world', archive.url).href);
      await waitForStatus(page, '400 stories found.');
      expect(entries.length).toBeGreaterThan(2);
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption('oldest');
      await page.waitForURL('**sort=oldest**');
      const first = page.locator('[data-title]').first();
      await page.waitForFunction(() =>
        document.querySelector('[data-title]')?.getAttribute('href')?.includes('/2025/05/'),
      );
      expect(await first.getAttribute('href')).toContain('/2025/05/');
      expect(archive.problems).toEqual([]);
    } finally {
      await archive.close();
    }
  });

  it('grows on demand and moves the focus to the first new result', async () => {
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
  it('says so, offers the indexes, and tries again', async () => {
    const offline = await openSite('demo');
    try {
      const page = await offline.visit('search/');
      await page.route('**/pagefind/**', (route) => route.abort());
      await field(page).fill('malaria');
      await waitForStatus(page, 'could not be loaded');
      expect(await page.getByRole('main').getByRole('link', { name: 'Regions' }).isVisible()).toBe(true);
      expect(await page.getByText('needs JavaScript').isVisible()).toBe(false);
      await page.unroute('**/pagefind/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await waitForStatus(page, '2 stories found');
      expect(await page.getByRole('main').getByRole('link', { name: 'Regions' }).isVisible()).toBe(false);
    } finally {
      await offline.close();
    }
  });
});

describe('without scripts', () => {
  it('offers the ways that need none', async () => {
    const page = await site.visit('search/', { javaScriptEnabled: false });
    expect(await page.getByText('needs JavaScript').isVisible()).toBe(true);
    expect(await field(page).isVisible()).toBe(false);
    expect(await page.getByRole('main').locator('article').count()).toBe(5);
    await page.getByRole('main').getByRole('link', { name: 'Regions' }).click();
    await page.waitForURL('**/regions/');
  });
});

it('gave no error in any page', () => {
  expect(site.problems).toEqual([]);
});
