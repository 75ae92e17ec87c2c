import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { xssStories } from '../support/hostile-stories.ts';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { getSiteDir } from '../support/sites.ts';
import { listFiles } from '../support/site-files.ts';

let site: OpenSite;
let page: Page;
const executed: string[] = [];

beforeAll(async () => {
  site = await openSite('hostile');
  // Without the policy of the site, which is a second wall: the first must hold alone.
  page = await site.visit('/about/', { bypassCSP: true });
  page.on('dialog', (dialog) => {
    executed.push(`${page.url()}: ${dialog.type()}`);
    void dialog.dismiss();
  });
  await page.context().exposeFunction('ran', (where: string) => executed.push(where));
  await page.addInitScript(setCanary);
});

afterAll(() => site.close());

/** Runs in every page: reports the call of anything that an attacker would call. */
function setCanary(): void {
  const where = location.href;
  const told = () => (globalThis as unknown as { ran(where: string): void }).ran(where);
  Object.assign(globalThis, { alert: told, confirm: told, prompt: told, msgbox: told, print: told });
}

/** Lists everything in a page that could run later, as the browser parsed it. */
function listHandlers(): readonly string[] {
  return [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => {
        const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data'].includes(name);
        return /^on/iu.test(name) || (isAddress && /^\W*(?:javascript|vbscript|data):/iu.test(value));
      })
      .map(({ name, value }) => `${location.pathname}: ${element.localName} ${name}=${value}`),
  );
}

async function open(paths: readonly string[]): Promise<readonly string[]> {
  const handlers: string[] = [];
  for (const path of paths) {
    await page.goto(new URL(path, site.url).href);
    handlers.push(...(await page.evaluate(listHandlers)));
  }
  return handlers;
}

describe('hostile texts in a browser', () => {
  it('the canary sings when something runs', async () => {
    await page.evaluate(() => {
      const picture = document.createElement('img');
      picture.setAttribute('onerror', 'alert(1)');
      picture.src = 'data:,x';
      document.body.append(picture);
    });
    await expect.poll(() => executed.length).toBe(1);
    expect(await page.evaluate(listHandlers)).toHaveLength(2);
    executed.length = 0;
  });

  it('run nowhere in the stories that hold them', { timeout: 120_000 }, async () => {
    expect(await open(xssStories.map(({ id }) => `/${id}/`))).toEqual([]);
    expect(executed).toEqual([]);
  });

  it('run nowhere in listings, maps and feeds', async () => {
    const dir = getSiteDir('hostile');
    const drawings = await listFiles(dir, '.svg');
    const fixed = ['/', '/topics/', '/topics/world/', '/tags/', '/regions/', '/regions/hostile/', '/regions/norway/'];
    const more = ['/storylines/hostile/', '/authors/hostile/', '/corrections/', '/about/', '/feeds/', '/2024/11/'];
    const machines = ['/feed.xml', '/atom.xml', '/feed.json', '/sitemap.xml', ...drawings.map((file) => `/${file}`)];
    expect(await open([...fixed, ...more, ...machines, '/nowhere"><svg onload=alert(1)>/'])).toEqual([]);
    expect(executed).toEqual([]);
  });

  it('run nowhere among the results of a search, nor in its form', async () => {
    const asked = ['alert', 'script onerror', '"><img src=x onerror=alert(1)>', "'-alert(1)-'", 'javascript:alert(1)'];
    for (const query of [...asked, '<svg/onload=alert(1)>', '</script><script>alert(1)</script>']) {
      await page.goto(new URL(`/search/?${new URLSearchParams({ q: query }).toString()}`, site.url).href);
      await page.locator('[data-results] article').first().waitFor();
      expect(await page.evaluate(listHandlers)).toEqual([]);
    }
    for (const parameter of ['region', 'topic', 'tag', 'kind', 'from', 'to', 'sort', 'highlight']) {
      const value = '"><img src=x onerror=alert(1)>';
      await open([
        `/search/?${new URLSearchParams({ q: 'alert', [parameter]: value }).toString()}`,
        `/${xssStories[0]?.id}/?${new URLSearchParams({ [parameter]: value }).toString()}`,
      ]);
      expect(await page.evaluate(listHandlers)).toEqual([]);
    }
    expect(executed).toEqual([]);
  });
});
