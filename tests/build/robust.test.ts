import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDifferences, readSiteBytes, type SiteBytes } from '../support/compare-sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';
import { buildSite, runGazetteer, type BuildResult } from '../support/sites.ts';
import { makeStory } from '../support/make-story.ts';

const story = (title: string, more = '') => makeStory({ title, more });

let folder = '';
let input = { contentDir: '', outDir: '' };
let first: BuildResult = { exitCode: 1, output: '' };

const at = (file: string) => path.join(input.contentDir, file);
const readList = (name: string) => readFile(at(`addresses/${name}.txt`), 'utf8');

/** One newsroom with lists of addresses, built once. Every test continues from the result of the one before. */
beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/robust-'));
  input = { contentDir: path.join(folder, 'content'), outDir: path.join(folder, 'dist') };
  await cp('tests/fixtures/empty', input.contentDir, { recursive: true });
  const files = {
    'addresses/site.txt': '# Kept by builds\n',
    'articles/2024/11/flood.md': story('A flood'),
    'articles/2024/11/fire.md': story('A fire', 'aliases: [/old/fire/]\n'),
    'articles/2024/11/draft.md': story('Yggdrasil', 'status: draft\naliases: [/old/draft/]\n'),
    'articles/2024/11/over.md': story('Quetzal', 'expires: 2025-06-01\n'),
    'articles/2031/01/ahead.md': story('Ragnarok').replace('2024-11-01', '2031-01-01T08:00:00+02:00'),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(at(file)), { recursive: true });
    await writeFile(at(file), text);
  }
  first = await buildSite(input, ['--due', path.join(folder, 'due')]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a build', () => {
  it('says what it withheld and when the next one is due, to people and to programs', async () => {
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.output).toContain('Withheld from readers: 1 under embargo, 1 expired, 1 draft.\n');
    expect(first.output).toMatch(
      /articles\/2031\/01\/ahead\.md {2}under embargo until 2031-01-01 06:00:00\+00:00 \(UTC\)/u,
    );
    expect(first.output).toMatch(
      /Next build due: 2031-01-01T06:00:00Z, when \S+\/articles\/2031\/01\/ahead\.md is published\./u,
    );
    expect(await readFile(path.join(folder, 'due'), 'utf8')).toBe('2031-01-01T06:00:00Z\n');
    const files = await listFiles(input.outDir);
    expect(files.filter((file) => /addresses|due|ahead|draft/u.test(file))).toEqual([]);
  });

  it('writes down what it has published, and nothing that is hidden', async () => {
    expect(await readList('2024-11')).toBe('/2024/11/fire/\n/2024/11/flood/\n');
    expect(await readList('site')).toMatch(
      /^# Kept by builds\n\/about\/\n\/authors\/desk\/\n\/old\/fire\/\n\/topics\/world\/\n$/u,
    );
    expect((await readdir(at('addresses'))).toSorted()).toEqual(['2024-11.txt', 'site.txt']);
  });
});

describe('a build of a site that is too large for some hosts', () => {
  it('names them, with what they take', async () => {
    const large = { contentDir: path.join(folder, 'large-content'), outDir: path.join(folder, 'large') };
    await cp('tests/fixtures/empty', large.contentDir, { recursive: true });
    await mkdir(path.join(large.contentDir, 'public'), { recursive: true });
    await writeFile(path.join(large.contentDir, 'public/film.mp4'), Buffer.alloc(26 * 2 ** 20));
    const { exitCode, output } = await buildSite(large);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toMatch(
      /^The site has \d+ files and \d+ MB, more than some hosts take for free: Cloudflare Pages and Workers \(20,000 files of at most 25 MiB\)\.$/mu,
    );
    expect(first.output).not.toContain('hosts take');
  });
});

describe('a build that would drop an address', () => {
  it('fails with place, value and cure, and changes nothing', async () => {
    const before = await readSiteBytes(input.outDir);
    await mkdir(at('articles/2024/12'), { recursive: true });
    await rename(at('articles/2024/11/flood.md'), at('articles/2024/12/flood.md'));
    const moved = story('A flood').replace('2024-11-01', '2024-12-01');
    await writeFile(at('articles/2024/12/flood.md'), moved);
    const { exitCode, output } = await buildSite(input);
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /addresses\/2024-11\.txt:2:1 {2}error {2}dropped-address\n {2}`\/2024\/11\/flood\/` has been published, but there is nothing at this address any more\./u,
    );
    expect(output).toContain('Write `aliases: [/2024/11/flood/]` in articles/2024/12/flood.md, or put the file back');
    expect(findDifferences(before, await readSiteBytes(input.outDir))).toEqual([]);
    expect((await readdir(at('addresses'))).toSorted()).toEqual(['2024-11.txt', 'site.txt']);
  });

  it('passes once the cure is written; a list that cannot be written is told, and no failure', async () => {
    const cured = story('A flood', 'aliases: [/2024/11/flood/]\n').replace('2024-11-01', '2024-12-01');
    await writeFile(at('articles/2024/12/flood.md'), cured);
    await mkdir(at('addresses/2024-12.txt'));
    const { exitCode, output } = await buildSite(input);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toMatch(
      /1 new address could not be added to \S+addresses\. Builds only protect the addresses listed there\./u,
    );
    expect(await readSiteFile(input.outDir, '2024/11/flood/index.html')).toContain('url=/2024/12/flood/');
    await rm(at('addresses/2024-12.txt'), { recursive: true });

    const again = await buildSite(input);
    expect(again.output).toMatch(/1 new address added to \S+addresses\. Commit the lists with the stories\./u);
    expect(again.output).toMatch(/ 0 of \d+ pages and feeds written/u);
    expect(again.output).toContain('Next build due: 2031-01-01T06:00:00Z');
    expect(await readList('2024-12')).toBe('/2024/12/flood/\n');
  });
});

describe('a preview', () => {
  let dir = '';
  let before: SiteBytes = new Map();

  beforeAll(async () => {
    before = await readSiteBytes(input.outDir);
    const { exitCode, output } = await runGazetteer(['preview', '--no-serve'], input);
    if (exitCode !== 0) throw new Error(output);
    dir = /stories into (\S+) in/u.exec(output)?.[1] ?? '';
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('shows every story with a mark, none of it to search engines, in a folder of its own', async () => {
    expect(dir).toContain(path.resolve('node_modules/.cache/gazetteer/preview'));
    expect(await readSiteFile(dir, '2024/11/draft/index.html')).toContain('Draft: readers cannot see this story.');
    expect(await readSiteFile(dir, '2031/01/ahead/index.html')).toMatch(
      /Under embargo: readers will see this story from/u,
    );
    expect(await readSiteFile(dir, '2024/11/over/index.html')).toMatch(/Expired: hidden from readers since/u);
    expect(await readSiteFile(dir, '2024/11/index.html')).toContain('<span class="notice-chip">Draft</span>');
    expect(await readSiteFile(dir, 'robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    const pages = await listFiles(dir, '.html');
    expect(pages.length).toBeGreaterThan(100);
    for (const page of pages)
      expect(await readSiteFile(dir, page), page).toContain('<meta name="robots" content="noindex">');
    expect((await listFiles(dir)).some((file) => /^pagefind\/[^/]+\/fragment\//u.test(file))).toBe(true);
  });

  it('leaves the site and the lists of addresses alone', async () => {
    expect(findDifferences(before, await readSiteBytes(input.outDir))).toEqual([]);
    expect(await readList('2024-11')).toBe('/2024/11/fire/\n/2024/11/flood/\n');
  });

  it('is never built over, nor published by a build into its folder', async () => {
    const { exitCode, output } = await buildSite({ ...input, outDir: dir });
    expect(exitCode).toBe(1);
    expect(output).toContain('is inside the cache folder: a site cannot be built there.');
    expect(await readSiteFile(dir, 'robots.txt')).toContain('Disallow');
  });
});
