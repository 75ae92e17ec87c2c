import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addresses, addScript, clicks, getMapWidth, story } from './journey.ts';
import { runServer, type HostServer } from './run-server.ts';
import { runWebKit, type WebKit } from './run-webkit.ts';
import type { Session } from './webdriver.ts';

let host: HostServer;
let webkit: WebKit;
let session: Session;
beforeAll(async () => {
  host = await runServer('nginx', 'demo', new Map());
  webkit = await runWebKit();
  ({ session } = webkit);
});
afterAll(async () => {
  await webkit?.close();
  await host?.close();
});

/** Limits of waiting, which only stop a hang. */
const limit = { timeout: 20_000 };

/** Opens a page. Its errors from then on are collected for `readProblems`. */
async function open(path: string, width = 1280): Promise<void> {
  await session.resize(width, 900);
  await session.open(new URL(path, host.url).href);
  await session.run(() => sessionStorage.removeItem('problems'));
  await session.run(keepProblems);
}

/** Clicks as soon as possible: while one page fades over to the next, WebKit ignores clicks. */
const click = (selector: string) => vi.waitFor(() => session.click(selector), limit);

/** Follows a link, waits for the target page, and returns its path. */
async function follow(selector: string): Promise<string> {
  const before = await session.run(getLoadedPath);
  await click(selector);
  await expect.poll(() => session.run(getLoadedPath), limit).not.toBeOneOf([before, undefined, null]);
  await session.run(keepProblems);
  return String(await session.run(getLoadedPath));
}

const getLoadedPath = () => (document.readyState === 'complete' ? location.pathname : undefined);

/** Runs in a page: keeps its errors where the next page still finds them. */
function keepProblems(): void {
  for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
    addEventListener(kind, (event) => {
      const { message, reason, effectiveDirective } = event as Partial<
        ErrorEvent & PromiseRejectionEvent & SecurityPolicyViolationEvent
      >;
      const earlier = sessionStorage.getItem('problems') ?? '';
      const what = String(message ?? reason ?? effectiveDirective);
      sessionStorage.setItem('problems', `${earlier}${location.href}: ${kind}: ${what}\n`);
    });
  }
}

const readProblems = () => session.run(() => sessionStorage.getItem('problems') ?? '');

// What runs in a page.
const count = (selector: string) => document.querySelectorAll(selector).length;
const getMark = () => document.querySelector('main mark')?.textContent.toLowerCase();
const getTitleAfterHandler = () => {
  try {
    document.body.setAttribute('onclick', 'document.title = "run"');
  } catch {
    // Trusted Types: a text is not accepted as a handler.
  }
  document.body.click();
  return document.title;
};

describe('WebKit behind nginx', () => {
  it('takes a reader from the front page to a story, its place, and a story there', async () => {
    await open('');
    expect(await follow(clicks.frontStory)).toMatch(addresses.story);
    expect(await session.run(getMapWidth)).toBeGreaterThan(0);
    expect(await follow(clicks.placeOfStory)).toMatch(addresses.place);
    expect(await follow(clicks.storyOfPlace)).toMatch(addresses.story);
    expect(await session.run(() => document.querySelector('h1')?.textContent.trim())).not.toBe('');
    expect(await readProblems()).toBe('');
  });

  it('searches, opens an answer and marks the words', async () => {
    await open('search/');
    await session.type('#q', 'nuclear');
    await expect.poll(() => session.run(count, clicks.answer), limit).toBeGreaterThan(4);
    await follow(clicks.answer);
    await expect.poll(() => session.run(getMark), limit).toContain('nuclear');
    expect(await readProblems()).toBe('');
  });

  it('keeps the reading settings for the next page', async () => {
    await open(story);
    await click(clicks.settings);
    await click('label:has(input[value="theme-sepia"])');
    await follow('header a');
    expect(await session.run(() => document.documentElement.dataset['reader'])).toContain('sepia');
    expect(await readProblems()).toBe('');
  });

  it('runs nothing that the policy does not know', async () => {
    await open('');
    expect(await session.run(addScript)).not.toBe('run');
    expect(await session.run(getTitleAfterHandler)).not.toBe('run');
    // A WebKit without Trusted Types takes both texts and does not run them.
    const refused = (await session.run(() => 'trustedTypes' in globalThis))
      ? ['require-trusted-types-for', 'require-trusted-types-for']
      : ['script-src-elem', 'script-src-attr'];
    await expect
      .poll(async () => (await readProblems()).match(/(?<=securitypolicyviolation: )[a-z-]+/gu), limit)
      .toEqual(refused);
  });

  it('fits a phone', async () => {
    for (const path of ['', story, 'regions/', 'search/?q=nuclear']) {
      await open(path, 390);
      await expect.poll(() => session.run(() => innerWidth), limit).toBe(390);
      expect(await session.run(() => document.documentElement.scrollWidth), path).toBe(390);
    }
  });

  it('finds nothing to say in the console', async () => {
    for (const path of ['', story, 'search/?q=nuclear']) {
      const lines = await webkit.readConsole(new URL(path, host.url).href);
      // This build of WebKit has no manifests and says so; the policy of everything else then holds for them.
      expect(
        lines.filter((line) => !line.includes("directive 'manifest-src'")),
        path,
      ).toEqual([]);
    }
    const mistake = 'data:text/html,<script>nothing()</script>';
    expect((await webkit.readConsole(mistake)).join()).toContain("Can't find variable: nothing");
  });
});
