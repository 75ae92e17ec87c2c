import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { getSiteDir } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

const dir = getSiteDir('hard');
const page = '2024/11/everything-at-once/index.html';

describe('the pictures of a story', () => {
  it('are offered as AVIF and WebP in the widths that the page says, and no file is there that no page offers', async () => {
    const html = await readSiteFile(dir, page);
    const list = await readSiteFile(dir, '2024/11/index.html');
    const candidates = `${html}${list}`.matchAll(/srcset="([^"]+)"/gu);
    const offered = [...new Set([...candidates].flatMap(([, srcset = '']) => srcset.split(', ')))];
    expect(offered.length).toBeGreaterThan(4);
    for (const candidate of offered) {
      const [address = '', width] = candidate.split(' ');
      const found = await sharp(path.join(dir, address)).metadata();
      expect(`${found.width}w`, address).toBe(width);
      expect(found.format, address).toBe(address.endsWith('.avif') ? 'heif' : 'webp');
    }
    const files = (await listFiles(path.join(dir, 'pictures'))).map((file) => `/pictures/${file}`);
    const shared = /<meta property="og:image" content="https:\/\/gazetteer\.example([^"]+)"/u.exec(html)?.[1];
    expect(files).toEqual([...offered.map((candidate) => candidate.split(' ')[0]), shared].toSorted());
  });

  it('keep their room free: width and height are those of the file', async () => {
    const html = await readSiteFile(dir, page);
    const images = [...html.matchAll(/<img src="(\/media\/[^"]+)"[^>]*? width="(\d+)" height="(\d+)"/gu)];
    expect(images).toHaveLength(2);
    for (const [, src = '', width, height] of images) {
      const found = await sharp(path.join(dir, src)).metadata();
      expect([String(found.width), String(found.height)]).toEqual([width, height]);
    }
  });

  it('come at once above the text, and later within it', async () => {
    const html = await readSiteFile(dir, page);
    expect(/<img src="\/media\/2024\/11\/bridge\.png"[^>]*>/u.exec(html)?.[0]).toContain('fetchpriority="high"');
    expect(/<img src="\/media\/2024\/11\/bridge\.png"[^>]*>/u.exec(html)?.[0]).not.toContain('loading=');
    expect(/<img src="\/media\/2024\/11\/below\.png"[^>]*>/u.exec(html)?.[0]).toContain('loading="lazy"');
  });
});
