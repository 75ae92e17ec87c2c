import { cp, mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startAuthoring } from '../support/start-authoring.ts';
import { getSiteDir } from '../support/sites.ts';

describe('the authoring server', () => {
  let folder = '';
  let browser: Browser;
  let authoring: Awaited<ReturnType<typeof startAuthoring>>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'authoring-'));
    await cp(path.join(getSiteDir('demo'), 'pagefind'), path.join(folder, 'pagefind'), { recursive: true });
    // As if it had been written just now.
    const entry = path.join(folder, 'pagefind/2024-09/pagefind-entry.json');
    await writeFile(entry, await readFile(entry));
    await cp('content', path.join(folder, 'content'), { recursive: true });
    authoring = await startAuthoring({ OUT_DIR: folder, CONTENT_DIR: path.join(folder, 'content') });
    browser = await launchBrowser(inject('browserLaunch'));
  });
  afterAll(async () => {
    await browser.close();
    authoring.stop();
    await rm(folder, { recursive: true });
  });

  it('shows a save in pages that are open', async () => {
    const page = await browser.newPage();
    const connected = page.waitForEvent('console', (message) => message.text().includes('connected.'));
    await page.goto(`${authoring.url}about/`);
    await connected;
    const file = path.join(folder, 'content/pages/about.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^title: .*$/mu, 'title: Who we were'));
    await page.getByRole('heading', { name: 'Who we were' }).waitFor();
    await writeFile(file, text.replace(/^title: .*$/mu, 'title: Who we are'));
    await page.getByRole('heading', { name: 'Who we are' }).waitFor();
    expect(await page.title()).toContain('Who we are');
    await page.close();
  });

  it('searches the index of the last build and says how old it is', async () => {
    const page = await browser.newPage();
    await page.goto(`${authoring.url}search/?q=R21`);
    await page.getByText('1 story found').first().waitFor();
    expect(await page.locator('[data-results] h2').first().textContent()).toContain('R21 malaria vaccine');
    expect(await page.locator('.search-notice').textContent()).toMatch(
      /this search index is from the last build \((?:this minute|\d+ minutes? ago)\)/u,
    );
    await page.close();
  });

  it('says what to do when there is none', async () => {
    await rm(path.join(folder, 'pagefind'), { recursive: true });
    const page = await browser.newPage();
    await page.goto(`${authoring.url}search/`);
    expect(await page.locator('.search-notice').textContent()).toContain('Run `npm run build` to create one');
    await page.close();
  });
});
