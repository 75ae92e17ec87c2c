import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { getSiteDir } from '../support/sites.ts';
import { readSiteFile } from '../support/site-files.ts';

interface Manifest {
  readonly start_url: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
}

describe.each([
  ['demo', '/'],
  ['based', '/news/'],
] as const)('the icons of the site %s', (name, base) => {
  const dir = getSiteDir(name);
  const toFile = (href: string) => path.join(dir, href.slice(base.length));
  const readManifest = async () => JSON.parse(await readSiteFile(dir, 'manifest.webmanifest')) as Manifest;

  it('are linked from pages, and are there', async () => {
    const html = await readSiteFile(dir, 'index.html');
    const hrefs = [...html.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"/gu)].map(
      ([, href = '']) => href,
    );
    expect(hrefs).toEqual(
      ['favicon.ico', 'favicon.svg', 'apple-touch-icon.png', 'manifest.webmanifest'].map((file) => `${base}${file}`),
    );
    for (const href of hrefs) expect((await readFile(toFile(href))).length).toBeGreaterThan(100);
  });

  it('of the manifest are as large as it says', async () => {
    const { start_url, icons } = await readManifest();
    expect(start_url).toBe(base);
    const pixels = icons.filter(({ sizes }) => sizes !== 'any');
    expect(pixels).toHaveLength(4);
    for (const { src, sizes } of pixels) {
      const { width, height } = await sharp(toFile(src)).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  });

  it('that may be cut to a circle fill the square and keep clear of its edge', async () => {
    const { icons } = await readManifest();
    const masked = icons.filter(({ purpose }) => purpose === 'maskable');
    expect(masked.length).toBeGreaterThan(0);
    for (const { src } of masked) {
      const { data, info } = await sharp(toFile(src)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => [...data.subarray(4 * (y * info.width + x), 4 * (y * info.width + x) + 4)];
      // The safe zone is a circle of 80 % of the width.
      const edge = Math.round(info.width * 0.1);
      for (const [x, y] of [
        [0, 0],
        [edge, edge],
        [info.width >> 1, edge - 1],
      ] as const) {
        expect(at(x, y)).toEqual([0xfc, 0xfb, 0xf7, 255]);
      }
      expect(at(Math.round(info.width * 0.46), Math.round(info.width * 0.44))).not.toEqual([0xfc, 0xfb, 0xf7, 255]);
    }
  });
});
