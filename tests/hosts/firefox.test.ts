import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses, addScript, clicks, getMapWidth, story } from './journey.ts';
import { findProgram, runServer, type HostServer } from './run-server.ts';

let host: HostServer;
let browser: Browser;
beforeAll(async () => {
  host = await runServer('nginx', 'demo', new Map());
  browser = await launch({
    browser: 'firefox',
    executablePath: findProgram('firefox-esr', 'firefox-esr'),
    // The certificate of the test signs itself.
    acceptInsecureCerts: true,
  });
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

/** Opens a page, and collects the errors of the console and the page. */
async function open(path: string): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.url()}: ${response.status()}`);
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      reportError(new Error(`policy: ${event.effectiveDirective} ${event.blockedURI}`));
    });
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(new URL(path, host.url).href);
  return { page, problems };
}

/** Follows a link and waits for the target page. */
async function follow(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).click()]);
}

const getHeading = (page: Page) => page.$eval('h1', (heading) => heading.textContent.trim());

describe('Firefox ESR behind nginx', () => {
  it('takes a reader from the front page to a story, its place, and a story there', async () => {
    const { page, problems } = await open('');
    await follow(page, clicks.frontStory);
    expect(new URL(page.url()).pathname).toMatch(addresses.story);
    expect(await page.evaluate(getMapWidth)).toBeGreaterThan(0);
    await follow(page, clicks.placeOfStory);
    expect(new URL(page.url()).pathname).toMatch(addresses.place);
    await follow(page, clicks.storyOfPlace);
    expect(await getHeading(page)).not.toBe('');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('searches, opens an answer and marks the words', async () => {
    const { page, problems } = await open('search/');
    await page.locator('#q').fill('nuclear');
    await page.waitForFunction((answer) => document.querySelectorAll(answer).length > 4, {}, clicks.answer);
    await follow(page, clicks.answer);
    await page.waitForSelector('main mark');
    expect((await page.$eval('main mark', (mark) => mark.textContent)).toLowerCase()).toContain('nuclear');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('keeps the reading settings for the next page', async () => {
    const { page, problems } = await open(story);
    await page.locator(clicks.settings).click();
    await page.$eval('input[value="sepia"], input[value="theme-sepia"]', (choice) => (choice as HTMLElement).click());
    await page.goto(host.url);
    expect(await page.$eval('html', (root) => root.dataset['reader'])).toContain('sepia');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('runs nothing that the policy does not know', async () => {
    const { page, problems } = await open('');
    expect(await page.evaluate(addScript)).not.toBe('run');
    // Trusted Types: a text is not accepted as a handler.
    const setHandler = page.evaluate(() => document.body.setAttribute('onclick', 'document.title = "run"'));
    await expect(setHandler).rejects.toThrow(/blocked by CSP/u);
    // The browser reports in its own time.
    await expect.poll(() => problems.join(' ')).toContain('require-trusted-types-for');
    await page.close();
  });
});
