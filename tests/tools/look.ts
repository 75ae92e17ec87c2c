import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { serveSite } from '../../src/server/site-server.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';

/**
 * Takes screenshots of pages of the built site: `npm run look -- <folder> <path> …`. Each at phone and desktop width,
 * light and dark. `npm run look -- --readme` takes the two of the front README instead.
 */
const [folder = 'node_modules/.cache/look', ...pages] = process.argv.slice(2);
const { site } = await readSettings();
const server = await serveSite({ dir: site.outDir, base: new URL(site.url).pathname, port: 0 });
const browser = await launchBrowser(await findBrowser());
if (folder === '--readme') await takeReadmePictures(browser);
else await takeAll(browser, folder, pages.length > 0 ? pages : ['', 'search/', 'regions/']);
await browser.close();
await server.close();

async function takeAll(using: Browser, into: string, shown: readonly string[]): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const page of shown) {
    for (const [name, width] of [
      ['phone', 390],
      ['wide', 1440],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const tab = await using.newPage({ viewport: { width, height: 900 }, colorScheme });
        await tab.goto(new URL(page, server.url).href, { waitUntil: 'networkidle' });
        const file = `${page.replace(/[^\w-]+/gu, '_') || 'front'}-${name}-${colorScheme}.png`;
        await tab.screenshot({ path: path.join(into, file), fullPage: true });
        await tab.close();
      }
    }
  }
}

/** Takes the screenshots of the front README from the built demo edition: 1440 pixels of a page, scaled to 1200. */
async function takeReadmePictures(using: Browser): Promise<void> {
  const shown = { front: '', regions: 'regions/' };
  for (const [name, page] of Object.entries(shown)) {
    const tab = await using.newPage({ viewport: { width: 1440, height: 960 }, colorScheme: 'light' });
    await tab.goto(new URL(page, server.url).href, { waitUntil: 'networkidle' });
    await sharp(await tab.screenshot())
      .resize({ width: 1200 })
      .webp({ quality: 60, effort: 6 })
      .toFile(`.github/${name}.webp`);
    await tab.close();
  }
}
