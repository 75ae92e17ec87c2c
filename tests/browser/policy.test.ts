import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { demoPageTypes } from '../support/page-types.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

/** Opens a page and collects policy violations, there and on all pages after it. */
async function visitWatched(path: string): Promise<{ page: Page; violations: string[] }> {
  const page = await site.visit('feeds/');
  const violations: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { report } = { report: (globalThis as unknown as { reportViolation(text: string): void }).reportViolation };
      report(`${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(new URL(path, site.url).href, { waitUntil: 'networkidle' });
  return { page, violations };
}

describe('the policy', () => {
  it('is broken by no type of page', async () => {
    const { page, violations } = await visitWatched('');
    for (const [, path] of demoPageTypes) await page.goto(new URL(path, site.url).href, { waitUntil: 'networkidle' });
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it('is not broken by a search, an opened answer with its marks, and shared words', async () => {
    const { page, violations } = await visitWatched('search/?q=nuclear');
    await page.locator('[data-results] h2 a, [data-results] h3 a').first().click();
    await page.waitForURL(/highlight/u);
    await page.locator('main mark').first().waitFor();
    await page.getByRole('button', { name: 'Share' }).first().click();
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it('is not broken by reading settings, on this page and the next', async () => {
    const { page, violations } = await visitWatched('2024/11/us-arms-control-chief-bucharest/');
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('radio', { name: 'Sepia' }).check({ force: true });
    await page.goto(site.url);
    expect(await page.locator('html').getAttribute('data-reader')).toContain('sepia');
    expect(violations).toEqual([]);
    await page.context().close();
  });
});

describe('what gets into a page all the same', () => {
  it('does not run, is not shown, and reaches nobody', async () => {
    const { page, violations } = await visitWatched('2024/11/us-arms-control-chief-bucharest/');
    const before = site.problems.length;
    const outcome = await page.evaluate(async () => {
      const attempts: Record<string, () => unknown> = {
        markup: () => (document.body.innerHTML += '<p>x</p>'),
        handler: () => document.body.setAttribute('onclick', 'document.title = "run"'),
        policy: () =>
          (
            globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
          ).trustedTypes.createPolicy('other', {}),
      };
      const failed = Object.entries(attempts).flatMap(([name, attempt]) => {
        try {
          attempt();
          return [];
        } catch {
          return [name];
        }
      });
      const script = document.createElement('script');
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(script, style);
      const picture = new Image();
      picture.src = 'https://elsewhere.example/pixel.png';
      const fetched = await fetch('https://elsewhere.example/').then(
        () => true,
        () => false,
      );
      document.body.click();
      return { failed, fetched, title: document.title, display: getComputedStyle(document.body).display };
    });
    expect(outcome.failed).toEqual(['markup', 'handler', 'policy']);
    expect(outcome.fetched).toBe(false);
    expect(outcome.title).not.toBe('run');
    expect(outcome.display).not.toBe('none');
    const broken = ['connect-src', 'img-src', 'require-trusted-types-for', 'style-src-elem', 'trusted-types'];
    await expect.poll(() => [...new Set(violations.map((text) => text.split(' ')[1]))].toSorted()).toEqual(broken);
    await page.context().close();
    // The attempts of this test are not errors of the page.
    (site.problems as string[]).splice(before);
  });

  it('is refused when a script is not the one that the page was made with', async () => {
    const page = await site.visit('feeds/');
    const before = site.problems.length;
    await page.route(/\/assets\/[^/]*\.js$/u, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'document.title = "run"' }),
    );
    await page.goto(new URL('2024/11/us-arms-control-chief-bucharest/', site.url).href, { waitUntil: 'networkidle' });
    expect(await page.title()).not.toBe('run');
    expect(site.problems.slice(before).join(' ')).toContain('integrity');
    await page.context().close();
    (site.problems as string[]).splice(before);
  });
});

it('gave no error in any page', () => {
  expect(site.problems).toEqual([]);
});
