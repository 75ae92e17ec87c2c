import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { serveSite } from '../../src/server/site-server.ts';
import { site } from '../../src/site.config.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';

/**
 * Takes pictures of pages of the built site, to be looked at: `npm run look -- <folder> <path> …`. Each at phone and desktop
 * width, light and dark.
 */
const [folder = 'node_modules/.cache/look', ...pages] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const server = await serveSite({ dir: site.outDir, base: new URL(site.url).pathname, port: 0 });
const browser = await launchBrowser(await findBrowser());
const shown = pages.length > 0 ? pages : ['', 'search/', 'regions/'];

for (const page of shown) {
  for (const [name, width] of [
    ['phone', 390],
    ['wide', 1440],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      await tab.goto(new URL(page, server.url).href, { waitUntil: 'networkidle' });
      const file = `${page.replace(/[^\w-]+/gu, '_') || 'front'}-${name}-${colorScheme}.png`;
      await tab.screenshot({ path: path.join(folder, file), fullPage: true });
      await tab.close();
    }
  }
}
await browser.close();
await server.close();
