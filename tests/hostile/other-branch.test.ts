import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSites } from '../support/compare-sites.ts';
import { makePhoto } from '../support/make-picture.ts';
import { listFiles } from '../support/site-files.ts';
import { makeCache, runGazetteer, type SiteInput } from '../support/sites.ts';

/** A word in every field of the stories that only the other branch has. Nobody else says it. */
const secret = /zqbranch/iu;

let folder = '';
let input: SiteInput;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/branch-'));
  const settings = { CACHE_DIR: await makeCache(at('cache')), SOCIAL_CARDS: 'on' };
  input = { contentDir: at('content'), outDir: at('dist'), settings };
  await checkOut('content');
  await writeSecrets();
  await run(['preview', '--no-serve']);
  await run(['build']);
  await checkOut('content');
  // Another content folder has its own part of the cache.
  await checkOut('clean-content');
  await run(['build'], { ...input, contentDir: at('clean-content'), outDir: at('clean') });
  for (const name of ['cache', 'dist']) await rename(at(name), at(`saved-${name}`));
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Checks out the main branch, with the times of now. */
async function checkOut(name: string): Promise<void> {
  await rm(at(name), { recursive: true, force: true });
  await cp('tests/fixtures/hard-cases', at(name), { recursive: true });
}

/** Adds what the other branch has: a draft, a story under embargo, one that is published, another title of an old one. */
async function writeSecrets(): Promise<void> {
  const month = at('content/articles/2024/12');
  const later = at('content/articles/2031/02');
  await mkdir(later);
  await writeFile(path.join(month, 'zqbranch.jpg'), await makePhoto(900, 600));
  await writeFile(path.join(month, 'zqbranch-draft.md'), makeSecret('2024-12-03', 'status: draft\n'));
  await writeFile(path.join(month, 'zqbranch-public.md'), makeSecret('2024-12-04', `image: ${image}\n`));
  await writeFile(path.join(later, 'zqbranch-embargoed.md'), makeSecret('2031-02-01', ''));
  const old = at('content/articles/2024/12/timeline-story.md');
  await writeFile(old, (await readFile(old, 'utf8')).replace('A timeline', 'A zqbranch timeline'));
}

const image = '{ src: zqbranch.jpg, alt: zqbranch, credit: zqbranch, caption: zqbranch }';

function makeSecret(published: string, more: string): string {
  return `---
title: A headline with zqbranch in it
summary: A standfirst that says zqbranch, in a sentence that is long enough.
published: ${published}
topic: world
regions: [FJ]
tags: [zqbranch]
authors: [desk]
${more}---

The text says zqbranch too.

## A heading with zqbranch
`;
}

async function run(args: readonly string[], site = input): Promise<string> {
  const { exitCode, output } = await runGazetteer(args, site);
  if (exitCode !== 0) throw new Error(output);
  return output;
}

/** Restores folders of the other branch's build as CI does: with the times of their files, to the nanosecond. */
async function restore(names: readonly string[]): Promise<void> {
  for (const name of ['cache', 'dist']) await rm(at(name), { recursive: true, force: true });
  for (const name of names) execFileSync('cp', ['-a', at(`saved-${name}`), at(name)]);
}

/** Lists the files of a site, or of a cache, that have the word in their bytes or name. */
async function findSecrets(dir: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await listFiles(dir)) {
    const bytes = await readFile(path.join(dir, file));
    const whole = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    if (secret.test(`${file}\n${whole.toString('latin1')}`)) found.push(file);
  }
  return found;
}

describe('what CI has kept of another branch', () => {
  it('holds a draft, a story under embargo and one that is public there', async () => {
    expect((await findSecrets(at('saved-cache'))).length).toBeGreaterThan(1);
    expect(await findSecrets(at('saved-dist'))).toContain('2024/12/zqbranch-public/index.html');
  });

  it.each([[['cache']], [['dist']], [['cache', 'dist']]])(
    'never reaches the site: the same bytes as without it, after %j is restored',
    async (names) => {
      await restore(names);
      await run(['build']);
      expect(await findSecrets(at('dist'))).toEqual([]);
      expect(await compareSites(at('dist'), at('clean'))).toEqual([]);
    },
  );

  it('leaves only what differs to be written', async () => {
    await restore(['cache', 'dist']);
    const [, written, total] = / (\d+) of (\d+) pages and feeds written/u.exec(await run(['build'])) ?? [];
    expect(Number(written)).toBeGreaterThan(0);
    expect(Number(written)).toBeLessThan(Number(total));
  });
});
