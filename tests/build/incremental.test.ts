import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePhoto } from '../support/make-picture.ts';
import { buildSite } from '../support/sites.ts';
import { compareSites, findDifferences, readSiteBytes } from '../support/compare-sites.ts';

let folder = '';
let contentDir = '';
let outDir = '';

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/incremental-'));
  contentDir = path.join(folder, 'content');
  outDir = path.join(folder, 'dist');
  await cp('tests/fixtures/hard-cases', contentDir, { recursive: true });
  await build(outDir);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const changed = () => path.join(folder, 'changed.txt');

async function build(into: string): Promise<string> {
  const { exitCode, output } = await buildSite({ contentDir, outDir: into }, ['--changed', changed()]);
  if (exitCode !== 0) throw new Error(output);
  return output;
}

/** Returns the differences between the site and a clean build of the same content. */
async function compareWithCleanBuild(): Promise<readonly string[]> {
  const clean = path.join(folder, 'clean');
  await rm(clean, { recursive: true, force: true });
  await build(clean);
  return compareSites(outDir, clean);
}

const at = (file: string) => path.join(contentDir, file);

async function edit(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(at(file), 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${file} does not hold ${String(from)}.`);
  await writeFile(at(file), edited);
}

/** The edits of an editor between two builds. Each stretch starts from the result of the one before. */
const stretches: readonly (readonly (readonly [string, () => Promise<void>])[])[] = [
  [
    [
      'a new story',
      async () => {
        await mkdir(at('articles/2024/10'), { recursive: true });
        await cp(at('articles/2024/11/arabic-story.md'), at('articles/2024/10/older-story.md'));
        await edit('articles/2024/10/older-story.md', '2024-11-12', '2024-10-05');
      },
    ],
    ['another text', () => edit('articles/2024/11/everything-at-once.md', 'Almaty', 'Astana')],
    ['another title', () => edit('articles/2024/02/leap-day.md', /^title: .*$/mu, 'title: A leap day, told yet again')],
    [
      'another tag and place',
      () => edit('articles/2024/12/timeline-story.md', 'regions: [RU, KP]', 'regions: [JP]\ntags: [new]'),
    ],
    ['another text of a storyline', () => edit('storylines/long-haul.md', 'Where it stands', 'Where it stood')],
  ],
  [
    [
      'a correction',
      () =>
        edit(
          'articles/2024/02/leap-day.md',
          'aliases:',
          'corrections: [{kind: correction, date: 2024-03-01, text: It was a Thursday.}]\naliases:',
        ),
    ],
    [
      'a story under another name',
      () => rename(at('articles/2024/12/timeline-story.md'), at('articles/2024/12/renamed-story.md')),
    ],
    ['a story withdrawn', () => edit('articles/2024/11/arabic-story.md', 'lang: ar', 'lang: ar\nstatus: withdrawn')],
    ['a story deleted', () => rm(at('articles/2024/10/older-story.md'))],
    ['another lead of the front page', () => writeFile(at('front.yaml'), 'lead: 2024/02/leap-day\nseconds: []\n')],
    [
      'another picture under the same name',
      async () => writeFile(at('articles/2024/11/bridge.png'), await makePhoto(900, 400)),
    ],
  ],
];

/** A step of a build that checks nothing but the stories that have changed. */
const checkedAlone = ', changed links ';

describe('a build after a change', () => {
  it('does nothing when nothing has changed', async () => {
    expect(await build(outDir)).toMatch(/ 0 of \d+ pages and feeds written, 0 removed/u);
  });

  it('checks the changed stories alone if nothing else has changed', async () => {
    const added = 'articles/2024/11/added-story.md';
    for (const change of [
      () => edit('articles/2024/11/everything-at-once.md', 'Ulaanbaatar', 'Almaty'),
      () => edit('articles/2024/02/leap-day.md', /^title: .*$/mu, 'title: A leap day, told again'),
      () => cp(at('articles/2024/11/arabic-story.md'), at(added)),
    ]) {
      await change();
      expect(await build(outDir)).toContain(checkedAlone);
    }
    expect(await compareWithCleanBuild()).toEqual([]);
    // The clean build has read all of them, so nothing tells any more what this site was made from.
    await edit('articles/2024/02/leap-day.md', 'told again', 'told anew');
    expect(await build(path.join(folder, 'clean'))).toContain(checkedAlone);
    expect(await build(outDir)).not.toContain(checkedAlone);
    // Links of other texts may lead to what is gone.
    await rm(at(added));
    expect(await build(outDir)).not.toContain(checkedAlone);
    expect(await compareWithCleanBuild()).toEqual([]);
  });

  it.each(stretches.map((stretch) => ({ names: stretch.map(([name]) => name), stretch })))(
    'writes what it must, and makes the site of a clean build: $names',
    async ({ stretch }) => {
      for (const [, change] of stretch) await change();
      const output = await build(outDir);
      const [, written = '', total = ''] = /(\d+) of (\d+) pages and feeds written/u.exec(output) ?? [];
      expect(Number(written)).toBeGreaterThan(stretch.length);
      expect(Number(written)).toBeLessThan(Number(total));
      const told = await readFile(changed(), 'utf8');
      expect(told.includes('/media/2024/11/bridge.png\n')).toBe(stretch.some(([name]) => name.includes('picture')));
      expect(await compareWithCleanBuild()).toEqual([]);
    },
  );

  it('follows the settings in site.yaml: a new name is on every page, a new size moves the pages of listings', async () => {
    const before = await readSiteBytes(outDir);
    await writeFile(at('site.yaml'), 'name: The Morning\npageSize: 1\n');
    const [, written, total] = /(\d+) of (\d+) pages and feeds written/u.exec(await build(outDir)) ?? [];
    expect(written).toBe(total);
    expect(await readFile(path.join(outDir, 'index.html'), 'utf8')).toContain('<title>The Morning:');
    expect((await readSiteBytes(outDir)).size).toBeGreaterThan(before.size);
    expect(await compareWithCleanBuild()).toEqual([]);
  });

  it('writes every page when the output is gone', async () => {
    const before = await readSiteBytes(outDir);
    await rm(outDir, { recursive: true });
    const [, written, total] = /(\d+) of (\d+) pages and feeds written/u.exec(await build(outDir)) ?? [];
    expect(written).toBe(total);
    expect(findDifferences(before, await readSiteBytes(outDir))).toEqual([]);
  });
});
