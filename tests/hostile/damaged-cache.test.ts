import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDifferences, readSiteBytes } from '../support/compare-sites.ts';
import { makeStory } from '../support/make-story.ts';
import { createRandom } from '../support/random.ts';
import { listFiles } from '../support/site-files.ts';
import { buildSite, makeCache } from '../support/sites.ts';

const damagesAtOnce = 4;
/** Five rounds on even days, five others on odd ones. */
const firstRound = 1 + 5 * (new Date().getUTCDate() % 2);
const rounds = Array.from({ length: 5 }, (_, index) => firstRound + index);

let folder = '';
let input = { contentDir: '', outDir: '', settings: {} };

/** The files of clean builds of both versions of the content. */
const clean: Awaited<ReturnType<typeof readSiteBytes>>[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/damaged-'));
  const settings = { CACHE_DIR: await makeCache(path.join(folder, 'cache')), SOCIAL_CARDS: 'on' };
  input = { contentDir: path.join(folder, 'content'), outDir: path.join(folder, 'dist'), settings };
  await cp('tests/fixtures/empty', input.contentDir, { recursive: true });
  await mkdir(path.join(input.contentDir, 'articles/2024/11'), { recursive: true });
  await cp(
    'tests/fixtures/hard-cases/articles/2024/11/bridge.png',
    path.join(input.contentDir, 'articles/2024/11/bridge.png'),
  );
  for (const name of ['flood', 'fire', 'storm']) await writeStory(name, `A ${name}`);
  for (const version of [0, 1]) {
    await writeVersion(version);
    const outDir = path.join(folder, `clean-${version}`);
    const cacheDir = await makeCache(path.join(folder, `cache-${version}`));
    await build(outDir, { ...input.settings, CACHE_DIR: cacheDir });
    clean.push(await readSiteBytes(outDir));
  }
  await build(input.outDir);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function writeStory(name: string, title: string): Promise<void> {
  const body = `The ${name} came at night.\n\n![A bridge](bridge.png "The bridge | Ana Pop")\n\n## What is known\n\nNot much.`;
  return writeFile(path.join(input.contentDir, `articles/2024/11/${name}.md`), makeStory({ title, body }));
}

function writeVersion(version: number): Promise<void> {
  return writeStory('flood', `A flood, version ${version}`);
}

async function build(outDir: string, settings: Readonly<Record<string, string>> = input.settings): Promise<string> {
  const { exitCode, output } = await buildSite({ ...input, outDir, settings });
  if (exitCode !== 0) throw new Error(output);
  return output;
}

type Random = () => number;
const pick = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

/** The kinds of damage to a file of a cache or a site. */
const damages: Readonly<Record<string, (file: string, random: Random, others: readonly string[]) => Promise<void>>> = {
  truncated: async (file, random) => truncate(file, Math.floor(random() * (await readFile(file)).length)),
  garbled: async (file, random) => {
    const bytes = await readFile(file);
    for (let count = 0; count < 1 + bytes.length / 50; count += 1)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    await writeFile(file, bytes);
  },
  emptied: (file) => truncate(file, 0),
  removed: (file) => rm(file),
  'longer than it was': (file) => appendFile(file, 'more'),
  'a folder': async (file) => {
    await rm(file);
    await mkdir(file);
  },
  exchanged: async (file, random, others) => {
    const other = pick(random, others);
    if (other === file) return;
    await rename(file, `${file}.x`);
    await rename(other, file);
    await rename(`${file}.x`, other);
  },
};

/** Damages one file of the cache. Every kind of file is equally likely. */
async function damage(random: Random): Promise<string> {
  const cacheDir = input.settings['CACHE_DIR' as never] as string;
  const files = (await listFiles(cacheDir)).filter((file) => !file.endsWith('.lock'));
  const kinds = Map.groupBy(files, (file) => /(?:sqlite|build-|pictures|seal|index)/u.exec(file)?.[0] ?? 'other');
  const file = pick(random, pick(random, [...kinds.values()]));
  const name = pick(random, Object.keys(damages));
  await damages[name]?.(
    path.join(cacheDir, file),
    random,
    files.map((other) => path.join(cacheDir, other)),
  );
  return `${name}: ${file}`;
}

describe('a damaged cache', () => {
  it.each(rounds)('neither stops a build nor changes a byte, round %i', async (round) => {
    const random = createRandom(round);
    const done: string[] = [];
    for (let count = 0; count < damagesAtOnce; count += 1) done.push(await damage(random));
    await writeVersion(round % 2);
    const output = await build(input.outDir);
    const different = findDifferences(await readSiteBytes(input.outDir), clean[round % 2] ?? new Map());
    expect({ done, different, stack: /\n\s+at .*:\d+:\d+/u.exec(output)?.[0] }).toEqual({
      done,
      different: [],
      stack: undefined,
    });
  });
});

describe('a page of the site', () => {
  it.each(['removed', 'garbled', 'truncated', 'emptied'])(
    'that was %s comes back with the next build',
    async (name) => {
      const before = await readSiteBytes(input.outDir);
      const files = (await listFiles(input.outDir)).filter((file) => !file.startsWith('.'));
      const wanted = [
        /^index\.html$/u,
        /flood\/index\.html$/u,
        /\.css$/u,
        /pf_fragment$/u,
        /\.avif$/u,
        /sitemap\.xml$/u,
      ];
      for (const kind of wanted) {
        const file = path.join(input.outDir, files.find((found) => kind.test(found)) ?? '');
        await damages[name]?.(file, createRandom(1), []);
      }
      await build(input.outDir);
      expect(findDifferences(before, await readSiteBytes(input.outDir))).toEqual([]);
      expect(await build(input.outDir)).toMatch(/ 0 of \d+ pages and feeds written/u);
    },
  );

  it('is no link into the cache', async () => {
    const before = await listFiles(input.outDir, 'pf_fragment');
    const file = path.join(input.outDir, before[0] ?? '');
    await appendFile(file, 'x');
    await rm(path.join(input.outDir), { recursive: true });
    await build(input.outDir);
    expect((await readFile(file)).at(-1)).not.toBe('x'.codePointAt(0));
    expect((await readdir(input.outDir)).includes('.gazetteer-next')).toBe(false);
  });
});
