import { brotliCompressSync, constants } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoize } from '../../src/core/memo.ts';
import { prefetchRules } from '../../src/reader/prefetch.ts';
import { settingsScript } from '../../src/reader/storage.client.ts';
import { getSiteDir, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

/** Bytes over the wire, as a good host sends them. */
function toWireBytes(content: Uint8Array, quality = 11): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

/** Bytes of a file that many pages share. */
const getSharedBytes = memoize(async (file: string) => toWireBytes(await readFile(file)));

function measure(dir: string, file: string): Promise<number> {
  return getSharedBytes(path.join(dir, file));
}

/** Bytes of a page. The best compression takes a hundred times longer, so it is for pages near the limit. */
async function measurePage(dir: string, file: string, limit: number): Promise<number> {
  const html = await readFile(path.join(dir, file));
  const rough = toWireBytes(html, 4);
  return rough > limit ? toWireBytes(html) : rough;
}

interface Needs {
  readonly stylesheets: readonly string[];
  readonly blocking: readonly string[];
  readonly scripts: readonly string[];
  /** Texts of inline scripts and rules. */
  readonly inline: readonly string[];
}

/** Reads what a page loads, as site paths. */
async function readNeeds(dir: string, file: string): Promise<Needs> {
  const html = await readSiteFile(dir, file);
  const find = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match.groups?.['at']?.slice(1) ?? '');
  return {
    stylesheets: find(/<link rel="stylesheet" href="(?<at>[^"]*)"/gu),
    blocking: find(/<script(?![^>]*type="module")[^>]* src="(?<at>[^"]*)"/gu),
    inline: [
      ...html.matchAll(
        /<script(?![^>]* src=)(?![^>]*type="application\/(?:ld\+)?json")[^>]*>(?<text>.*?)<\/script>/gsu,
      ),
    ].map((match) => match.groups?.['text'] ?? ''),
    scripts: find(/<script[^>]*type="module"[^>]*src="(?<at>[^"]*)"/gu),
  };
}

const kilobyte = 1024;

describe.each<SiteName>(['demo', 'hard', 'archive', 'themed'])('what the pages of %s need', (name) => {
  const dir = getSiteDir(name);

  it('is at most 14 kB for a story: one stylesheet, and no script that it waits for', async () => {
    const stories = (await listFiles(dir, 'index.html')).filter((file) => /^\d{4}\/\d{2}\/\D[^/]*\/index/u.test(file));
    expect(stories.length).toBeGreaterThan(3);
    for (const file of stories) {
      const { stylesheets, blocking, scripts } = await readNeeds(dir, file);
      if ((await readSiteFile(dir, file)).includes('http-equiv="refresh"')) continue;
      expect(stylesheets, file).toHaveLength(1);
      expect(blocking, file).toEqual([]);
      expect(scripts, file).toHaveLength(1);
      const styles = await measure(dir, stylesheets[0] ?? '');
      const bytes = await measurePage(dir, file, 14 * kilobyte - styles);
      expect(bytes + styles, file).toBeLessThanOrEqual(14 * kilobyte);
    }
  });

  it('is at most 20 kB for any other page, its stylesheet included', async () => {
    for (const file of await listFiles(dir, '.html')) {
      const { stylesheets } = await readNeeds(dir, file);
      const sizes = await Promise.all(stylesheets.map((sheet) => measure(dir, sheet)));
      const styles = sizes.reduce((sum, size) => sum + size, 0);
      const bytes = await measurePage(dir, file, 20 * kilobyte - styles);
      expect(bytes + styles, file).toBeLessThanOrEqual(20 * kilobyte);
    }
  });

  it('is at most 6 kB of script, none of which blocks; on the search page 10 kB', async () => {
    for (const file of await listFiles(dir, '.html')) {
      const { blocking, inline, scripts } = await readNeeds(dir, file);
      expect(blocking, file).toEqual([]);
      // A policy allows these two by their hashes.
      const isMoved = (await readSiteFile(dir, file)).includes('http-equiv="refresh"');
      expect(inline, file).toEqual(isMoved ? [] : [settingsScript, prefetchRules]);
      const sizes = await Promise.all(scripts.map((script) => measure(dir, script)));
      expect(
        sizes.reduce((sum, size) => sum + size, 0),
        file,
      ).toBeLessThanOrEqual((file === 'search/index.html' ? 10 : 6) * kilobyte);
    }
  });

  it('is at most 15 kB more for what every search runs, loaded in one file when a reader wants to search', async () => {
    const [code, ...others] = (await listFiles(dir, '.js')).filter((file) => file.startsWith('assets/every-search.'));
    expect(others).toEqual([]);
    expect(await measure(dir, code ?? '')).toBeLessThanOrEqual(15 * kilobyte);
  });
});

describe('what pages take on disk, in an archive of invented stories', () => {
  const dir = getSiteDir('archive');

  async function getMeanBytes(pattern: RegExp): Promise<number> {
    const pages = (await listFiles(dir, 'index.html')).filter((file) => pattern.test(file));
    expect(pages.length).toBeGreaterThan(30);
    const sizes = await Promise.all(pages.map(async (file) => (await readFile(path.join(dir, file))).length));
    return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  }

  it('is at most 5.4 kB for what all pages repeat: head, masthead, footer and the words of the settings', async () => {
    expect((await readFile(path.join(dir, 'offline/index.html'))).length).toBeLessThanOrEqual(5400);
  });

  it('is at most 19.9 kB for a story of 580 words', async () => {
    expect(await getMeanBytes(/^\d{4}\/\d{2}\/\D[^/]*\/index/u)).toBeLessThanOrEqual(19_900);
  });

  it('is at most 27.5 kB for thirty stories about a place', async () => {
    expect(await getMeanBytes(/^regions\/[a-z][^/]*\/\d+\/index/u)).toBeLessThanOrEqual(27_500);
  });
});

describe('maps', () => {
  it('have at most 4 kB a story, in all its pictures', async () => {
    for (const name of ['demo', 'hard', 'archive', 'places'] as const) {
      const dir = getSiteDir(name);
      const stories = (await listFiles(dir, 'index.html')).filter((file) =>
        /^\d{4}\/\d{2}\/\D[^/]*\/index/u.test(file),
      );
      for (const file of stories) {
        const html = await readSiteFile(dir, file);
        const pictures = [...html.matchAll(/src="\/(?<at>maps\/[^"]+)"/gu)].map((match) => match.groups?.['at'] ?? '');
        const sizes = await Promise.all(pictures.map((picture) => measure(dir, picture)));
        const bytes = sizes.reduce((sum, size) => sum + size, 0);
        expect(bytes, `${name} ${file}`).toBeLessThanOrEqual(4 * kilobyte);
        expect(bytes > 0 || !html.includes('class="map')).toBe(true);
      }
    }
  });

  it('are shared by stories with the same places, and globes by all that is about a place', async () => {
    const dir = getSiteDir('archive');
    const stories = (await listFiles(dir, 'index.html')).filter((file) => /^\d{4}\/\d{2}\/\D[^/]*\/index/u.test(file));
    const maps = await listFiles(path.join(dir, 'maps'), '.svg');
    const globes = await listFiles(path.join(dir, 'globes'), '.svg');
    expect(maps.length).toBeLessThan(stories.length);
    const places = (await listFiles(path.join(dir, 'regions'), 'index.html')).filter((file) =>
      /^[^/]+\/index/u.test(file),
    );
    expect(globes.length).toBeLessThan(places.length / 2);
    for (const globe of globes)
      expect(await measure(path.join(dir, 'globes'), globe)).toBeLessThanOrEqual(1.3 * kilobyte);
  });

  it('of the world have at most 40 kB with their page', async () => {
    for (const name of ['demo', 'archive'] as const) {
      const dir = getSiteDir(name);
      const { stylesheets } = await readNeeds(dir, 'regions/index.html');
      const files = ['regions/index.html', 'maps/outlines.svg', ...stylesheets];
      const sizes = await Promise.all(files.map((file) => measure(dir, file)));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(40 * kilobyte);
    }
  });
});

describe('the fonts', () => {
  it('have at most 60 kB together and never block text', async () => {
    const dir = getSiteDir('demo');
    const fonts = await listFiles(dir, '.woff2');
    const sizes = await Promise.all(fonts.map(async (file) => (await readFile(path.join(dir, file))).length));
    expect(fonts).toHaveLength(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
    const sheets = await Promise.all((await listFiles(dir, '.css')).map((file) => readSiteFile(dir, file)));
    expect(sheets.join('').match(/font-display: ?optional/gu)).toHaveLength(3);
  });
});
