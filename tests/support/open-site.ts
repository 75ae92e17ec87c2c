import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { serveSite, type RunningServer } from '../../src/server/site-server.ts';
import { launchBrowser } from './browser.ts';
import { getSiteDir, sites, type SiteName } from './sites.ts';

/** A built site in a running browser. */
export interface OpenSite {
  readonly url: string;
  /**
   * Opens a page in a fresh context, by default for a reader who wants no motion. Collects every console error, page
   * error and failed request.
   */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /**
   * Opens an empty tab for visiting many pages one after another, which takes a quarter of the time. `goto` takes site
   * paths.
   */
  openTab(options?: BrowserContextOptions): Promise<Page>;
  /** The errors in the pages so far. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** The browser of all open sites, and their number. */
let shared: { readonly browser: Promise<Browser>; users: number } | undefined;

async function useBrowser(): Promise<Browser> {
  shared ??= { browser: launchBrowser(inject('browserLaunch')), users: 0 };
  shared.users += 1;
  return shared.browser;
}

async function leaveBrowser(): Promise<void> {
  if (!shared || (shared.users -= 1) > 0) return;
  const { browser } = shared;
  shared = undefined;
  await (await browser).close();
}

/** Serves a built site and starts a browser, unless one is running. */
export async function openSite(name: SiteName): Promise<OpenSite> {
  const server: RunningServer = await serveSite({ dir: getSiteDir(name), base: sites[name].base, port: 0 });
  const browser = await useBrowser();
  const contexts: BrowserContext[] = [];
  const problems: string[] = [];
  const openTab: OpenSite['openTab'] = async (options = {}) => {
    const context: BrowserContext = await browser.newContext({
      baseURL: server.url,
      viewport: { width: 1280, height: 900 },
      // It would answer before a test's interception of a request.
      serviceWorkers: 'block',
      // One page that fades into the next takes a second of a processor that draws without help.
      reducedMotion: 'reduce',
      ...options,
    });
    contexts.push(context);
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    watch(page, problems);
    return page;
  };
  return {
    url: server.url,
    problems,
    openTab,
    visit: async (path, options) => {
      const page = await openTab(options);
      await page.goto(path);
      return page;
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await leaveBrowser();
      await server.close();
    },
  };
}

function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => {
    // Chromium says so when a page was shown before its fade could begin, which does no harm.
    if (error.message.includes('Transition was aborted because of invalid state')) return;
    problems.push(`${page.url()}: ${error.message}`);
  });
  page.on('console', (message) => {
    // A busy machine may take some seconds to use what was loaded ahead.
    if (message.text().includes('was preloaded using link preload but not used within')) return;
    if (message.text().includes('Service Worker registration blocked by Playwright')) return;
    if (['error', 'warning'].includes(message.type())) problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    // A picture that a reader no longer waits for, having gone to the next page, has not failed.
    const { errorText = '' } = request.failure() ?? {};
    if (errorText !== 'net::ERR_ABORTED') problems.push(`${page.url()}: ${request.url()} failed: ${errorText}`);
  });
}
