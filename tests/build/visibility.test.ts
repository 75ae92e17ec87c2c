import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { getSiteDir } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

const dir = getSiteDir('hard');

/** Reads everything a reader could find in a file, including Pagefind's compressed files. */
async function readEverything(file: string): Promise<string> {
  const bytes = await readFile(path.join(dir, file));
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString('latin1');
}

describe('what is not published', () => {
  it('can be looked for in the search index too', async () => {
    const index = (await listFiles(dir)).filter((file) => /^pagefind\/[^/]+\/fragment\//u.test(file));
    const texts = await Promise.all(index.map(readEverything));
    expect(texts.some((text) => text.includes('Ulaanbaatar'))).toBe(true);
  });

  it.each([
    ['a draft', /draft-story|draft headline|draft standfirst|draft-tag-secret|yggdrasil|draft-picture/iu],
    [
      'an embargoed story',
      /embargoed-story|embargoed headline|embargoed standfirst|embargoed-tag|ragnarok|embargoed\/alias/iu,
    ],
    ['an expired story', /expired-story|expired headline|expired standfirst|quetzal/iu],
    ['the text of a withdrawn story', /withdrawn headline|withdrawn standfirst|withdrawn-tag-secret|xanthippe/iu],
  ])('leaves nothing of %s anywhere in the output', async (_what, traces) => {
    const files = await listFiles(dir);
    expect(files.filter((file) => traces.test(file))).toEqual([]);
    for (const file of files) expect(traces.test(await readEverything(file)), file).toBe(false);
  });
});

describe('a withdrawn story', () => {
  it('leaves a notice at its address, which search engines leave out', async () => {
    const html = await readSiteFile(dir, '2024/11/withdrawn-story/index.html');
    expect(html).toContain('This story was withdrawn');
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  it('is no chapter of its storyline', async () => {
    const html = await readSiteFile(dir, '2024/12/timeline-story/index.html');
    expect(html).toContain('Part 3 of 3');
  });
});

describe('an old address', () => {
  it.each(['old/leap', '2023/12/leap-day'])('/%s/ leads to the new one', async (alias) => {
    const html = await readSiteFile(dir, `${alias}/index.html`);
    expect(html).toContain('content="0; url=/2024/02/leap-day/"');
    expect(html).toContain('<link rel="canonical" href="https://gazetteer.example/2024/02/leap-day/">');
  });
});

describe('the italic face', () => {
  it('is loaded with the page where its text has italics, and nowhere else', async () => {
    const files = await listFiles(dir, 'index.html');
    const pages = await Promise.all(files.map(async (file) => [file, await readSiteFile(dir, file)] as const));
    const italic = pages.filter(([, html]) => html.includes('<em>')).map(([file]) => file);
    const loading = pages.filter(([, html]) => /rel="preload"[^>]*newsreader-italic/u.test(html)).map(([file]) => file);
    expect(italic).toContain('2024/11/everything-at-once/index.html');
    expect(loading).toEqual(italic);
  });
});

describe('a mark of a key point', () => {
  it('leads to its source, which leads back to the key points', async () => {
    const html = await readSiteFile(getSiteDir('demo'), '2024/12/north-korea-russia-timeline/index.html');
    const points = /<ul class="key-points" id="key-points".*?<\/ul>/su.exec(html)?.[0] ?? '';
    const marks = new Set([...points.matchAll(/href="#(?<id>source-\d+)"/gu)].map(({ groups }) => groups?.['id']));
    const sources = [...html.matchAll(/<li id="(?<id>source-\d+)">(?<text>.*?)<\/li>/gsu)];
    const back = sources.filter(({ groups }) => groups?.['text']?.includes('href="#key-points"'));
    expect(marks.size).toBeGreaterThan(1);
    expect(new Set(back.map(({ groups }) => groups?.['id']))).toEqual(marks);
  });
});

describe('a story with everything', () => {
  it('shows all of it on its page', async () => {
    const html = await readSiteFile(dir, '2024/11/everything-at-once/index.html');
    const shown = [
      'Explainer',
      'Oslo',
      '13 November 2024, 17:00 UTC',
      'Updated <time datetime="2024-11-14T06:00:00Z">14 November 2024, 06:00 UTC</time>',
      'The second point, with an &amp; in it.',
      'With inputs from agencies',
      'An earlier version gave the wrong year.',
      'no public address',
      'src="/media/2024/11/bridge.png" alt="A bridge over a river"',
      'src="/media/2024/11/below.png" alt="The bridge from below"',
      'The bridge, before.',
      '<span>The bridge, after.</span> <small>Ada Lovelace</small>',
      'href="/regions/nordics/"',
      'href="/tags/arms-control/"',
      'id="s-a-table-1"',
    ];
    expect(shown.filter((text) => !html.includes(text))).toEqual([]);
  });

  it('rolls up to every place above, to groups, and counts once', async () => {
    const html = await readSiteFile(dir, 'regions/index.html');
    const count = (id: string) =>
      new RegExp(`href="/regions/${id}/">[^<]*</a>\\s*<span class="count">(\\d+)<`, 'u').exec(html)?.[1];
    expect(['europe', 'northern-europe', 'norway', 'nordics', 'antarctica', 'asia'].map(count)).toEqual([
      '3',
      '2',
      '2',
      '2',
      '1',
      '3',
    ]);
  });

  it('stands in the corrections log', async () => {
    expect(await readSiteFile(dir, 'corrections/index.html')).toContain('An earlier version gave the wrong year.');
  });
});

describe('a story in Arabic in an English edition', () => {
  it('is marked as such on its page and in lists', async () => {
    expect(await readSiteFile(dir, '2024/11/arabic-story/index.html')).toMatch(/<div lang="ar" dir="rtl"[^>]*><h1>/u);
    expect(await readSiteFile(dir, 'index.html')).toMatch(/<h2 lang="ar" dir="rtl">/u);
  });
});
