import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, getSiteDir, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

const getMeta = (html: string, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`, 'u').exec(html)?.[1];

describe.each(['demo', 'hard', 'places', 'empty', 'arabic', 'themed'] satisfies SiteName[])(
  'the cards of the site %s',
  (name) => {
    const dir = getSiteDir(name);
    const root = 'https://gazetteer.example/';

    it('are PNG files of 1200 × 630 pixels of at most 30 kB', async () => {
      const cards = await listFiles(dir, 'card.png');
      expect(cards).toContain('card.png');
      for (const card of cards) {
        const png = await readFile(path.join(dir, card));
        expect([png.readUInt32BE(16), png.readUInt32BE(20)], card).toEqual([1200, 630]);
        expect(png.length, card).toBeLessThanOrEqual(30_000);
      }
    });

    it('are there for every page that names one, and named by a page each', async () => {
      const named = new Set<string>();
      const pictures = new Set<string>();
      for (const page of await listFiles(dir, '.html')) {
        const html = await readSiteFile(dir, page);
        // Moved addresses only lead on.
        if (html.includes('http-equiv="refresh"')) continue;
        const image = getMeta(html, 'og:image') ?? '';
        expect(image.startsWith(root), page).toBe(true);
        expect(getMeta(html, 'og:image:alt'), page).toBeTruthy();
        expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
        (image.endsWith('.jpg') ? pictures : named).add(image.slice(root.length));
      }
      expect([...named].toSorted()).toEqual(await listFiles(dir, 'card.png'));
      // A story with a picture is shared with it, and has no card.
      expect([...pictures].toSorted()).toEqual(
        (await listFiles(dir, '.jpg')).filter((file) => /^pictures\/.*\.jpg$/u.test(file)),
      );
    });
  },
);

describe('the card of a story', () => {
  it('is not there for one that is withdrawn, expired, embargoed or a draft', async () => {
    expect(await listFiles(getSiteDir('hard'), 'card.png')).toEqual([
      '2024/02/leap-day/card.png',
      '2024/11/arabic-story/card.png',
      '2024/12/timeline-story/card.png',
      'card.png',
    ]);
  });

  it('gives way to the picture that the story brings, for machines too', async () => {
    const html = await readSiteFile(getSiteDir('hard'), '2024/11/everything-at-once/index.html');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '';
    const graph = JSON.parse(json) as { '@graph': { image?: { url: string }[] }[] };
    expect(graph['@graph'].flatMap(({ image }) => image ?? []).map(({ url }) => url)).toEqual([
      'https://gazetteer.example/media/2024/11/bridge.png',
      'https://gazetteer.example/pictures/2024/11/bridge.png/600.jpg',
    ]);
  });
});

describe('cards after a change', () => {
  let folder = '';
  let contentDir = '';
  let outDir = '';
  const change = async (file: string, from: string | RegExp, to: string) => {
    const full = path.join(contentDir, 'articles', file);
    await writeFile(full, (await readFile(full, 'utf8')).replace(from, to));
  };
  const build = async () => {
    const { exitCode, output } = await buildSite({ contentDir, outDir, settings: { SOCIAL_CARDS: 'on' } }, [
      '--changed',
      path.join(folder, 'changed'),
    ]);
    if (exitCode !== 0) throw new Error(output);
    return (await readFile(path.join(folder, 'changed'), 'utf8')).split('\n').filter((at) => at.endsWith('card.png'));
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.resolve('node_modules/.cache/tests/cards-'));
    contentDir = path.join(folder, 'content');
    outDir = path.join(folder, 'dist');
    await cp('tests/fixtures/hard-cases', contentDir, { recursive: true });
    await build();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are drawn anew for another title, not for another text, and go with a story that is withdrawn', async () => {
    await change('2024/02/leap-day.md', /^title: .*$/mu, 'title: A leap day, told anew');
    await change('2024/12/timeline-story.md', /$/u, '\n\nOne more thing.\n');
    await change('2024/11/arabic-story.md', 'lang: ar', 'lang: ar\nstatus: withdrawn');
    expect(await build()).toEqual([
      'https://gazetteer.example/2024/02/leap-day/card.png',
      'https://gazetteer.example/2024/11/arabic-story/card.png',
    ]);
    expect(await listFiles(outDir, 'card.png')).not.toContain('2024/11/arabic-story/card.png');
  });

  it('are the same from the store as drawn', async () => {
    const before = await readFile(path.join(outDir, '2024/12/timeline-story/card.png'));
    await rm(outDir, { recursive: true });
    await build();
    expect(await readFile(path.join(outDir, '2024/12/timeline-story/card.png'))).toEqual(before);
    expect(before).toEqual(await readFile(path.join(getSiteDir('hard'), '2024/12/timeline-story/card.png')));
  });
});
