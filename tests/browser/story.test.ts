import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../support/site-files.ts';
import { openSite, type OpenSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

describe('a story', () => {
  it('leads from its key points to the paragraphs that support them, without scripts', async () => {
    const page = await site.visit('2024/11/cop29-climate-finance-goal/', { javaScriptEnabled: false });
    await page.locator('.key-points .point-link').first().click();
    const target = page.locator('.prose :target');
    expect(await target.textContent()).toMatch(/300 billion dollars a year/u);
    expect(await target.evaluate(({ tagName }) => tagName)).toBe('P');
  });

  it('has a paragraph for most of its key points, all stories together', async () => {
    const stories = await listFiles('content/articles', '.md');
    let [points, links] = [0, 0];
    const page = await site.openTab({ javaScriptEnabled: false });
    for (const story of stories.slice(0, 20)) {
      await page.goto(`${story.replace(/\.md$/u, '')}/`);
      points += await page.locator('.key-points li').count();
      links += await page.locator('.key-points .point-link').count();
    }
    expect(points).toBeGreaterThan(50);
    expect(links / points).toBeGreaterThan(0.85);
  });

  it('says that it is old, in the reader’s own time', async () => {
    const page = await site.visit('2024/11/cop29-climate-finance-goal/');
    expect(await page.locator('age-notice').textContent()).toMatch(
      /^This story is more than (?:a year|\d+ years) old\.$/u,
    );
    // Built a year and a month after it was published, and read without scripts.
    const still = await site.visit('2024/11/cop29-climate-finance-goal/', { javaScriptEnabled: false });
    expect(await still.locator('age-notice:visible').textContent()).toBe('This story is more than a year old.');
  });

  it('says above its text that it was corrected, and once, below it, what was wrong', async () => {
    const page = await site.visit('2024/09/dissanayake-wins-sri-lanka-presidency/');
    expect(await page.locator('.correction').allTextContents()).toEqual([
      expect.stringMatching(/Correction.*second count/su),
    ]);
    await page.locator('.article-header .correction-pointer a').click();
    expect(new URL(page.url()).hash).toBe('#corrections');
    const listing = await site.visit('regions/sri-lanka/');
    expect(await listing.locator('.notice-chip').textContent()).toBe('Correction');
  });

  it('that explains has its questions above the text, each a way to its answer', async () => {
    const page = await site.visit('2024/11/article-6-carbon-credits-explained/');
    const questions = page.getByRole('navigation', { name: 'Questions' }).getByRole('link');
    expect(await questions.count()).toBe(5);
    await questions.nth(1).click();
    expect(await page.locator('.prose :target').textContent()).toContain('How does a carbon market work?');
  });

  it('that is a timeline has its entries along a line', async () => {
    const page = await site.visit('2024/11/us-election-2024-timeline/');
    const border = await page
      .locator('.prose ul')
      .first()
      .evaluate((list) => getComputedStyle(list).borderInlineStartStyle);
    expect(border).toBe('solid');
    expect(await page.locator('.prose li > strong').count()).toBeGreaterThan(5);
  });
});

describe('a storyline', () => {
  it('catches up: where things stand, where to start, its places, milestones and chapters', async () => {
    const page = await site.visit('storylines/dprk-russia/', { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { name: 'Where things stand' }).count()).toBe(1);
    expect(await page.locator('.map img').first().getAttribute('alt')).toMatch(/North Korea.*Russia/u);
    expect(await page.locator('.teaser').count()).toBe(9);
    await page.getByRole('link', { name: /^Read from the beginning \(9 parts, \d+ min\)$/u }).click();
    await page.waitForURL('**/2024/10/seoul-north-korea-sanctions-monitor/');
    expect(await page.locator('.storyline-box').textContent()).toContain('Part 1 of 9');
  });

  it('tells a reader who comes back what is new, and keeps that in the reader’s own browser alone', async () => {
    const page = await site.visit('storylines/cop29/');
    expect(await page.locator('.new-chip').count()).toBe(0);
    const kept = await page.evaluate(() => localStorage.getItem('gazetteer:storyline:cop29'));
    expect(kept).toBe('2024-11-24');
    await page.evaluate(() => localStorage.setItem('gazetteer:storyline:cop29', '2024-11-12'));
    await page.reload();
    expect(await page.locator('.new-chip').count()).toBe(2);
    expect(await page.evaluate(() => localStorage.getItem('gazetteer:storyline:cop29'))).toBe('2024-11-24');
    await page.reload();
    expect(await page.locator('.new-chip').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('works in a browser that keeps nothing', async () => {
    const page = await site.visit('about/');
    await page.context().addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('forbidden');
        },
      });
    });
    await page.goto(new URL('storylines/cop29/', site.url).href);
    expect(await page.locator('.teaser').count()).toBe(3);
  });
});

it('reaches its policies from every page', async () => {
  const page = await site.visit('2024/12/notre-dame-paris-reopens/');
  for (const file of ['sourcing', 'corrections-policy', 'accessibility', 'privacy']) {
    const title =
      /^title: (?<title>.+)$/mu.exec(await readFile(`content/pages/${file}.md`, 'utf8'))?.groups?.['title'] ?? '';
    await page.getByRole('contentinfo').getByRole('link', { name: title, exact: true }).click();
    await page.waitForURL(`**/${file}/`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
  }
});

it('gave no error in any page', () => {
  expect(site.problems).toEqual([]);
});
