import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isHalfPublished } from '../../src/press/output/publish.ts';
import { findDifferences, readSiteBytes, type SiteBytes } from '../support/compare-sites.ts';
import { createRandom } from '../support/random.ts';
import { buildSite, startBuild } from '../support/sites.ts';

let folder = '';
let input = { contentDir: '', outDir: '' };
const editions = new Map<string, SiteBytes>();

async function setTitle(title: string): Promise<void> {
  const file = path.join(input.contentDir, 'topics.yaml');
  // A topic's title is on every page, so the whole site changes.
  await writeFile(file, (await readFile(file, 'utf8')).replace(/title: .*/u, `title: ${title}`));
}

async function build(): Promise<void> {
  const { exitCode, output } = await buildSite(input);
  if (exitCode !== 0) throw new Error(output);
}

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/killed-'));
  input = { contentDir: path.join(folder, 'content'), outDir: path.join(folder, 'dist') };
  await cp('tests/fixtures/empty', input.contentDir, { recursive: true });
  for (const title of ['Before', 'After']) {
    await setTitle(title);
    await build();
    editions.set(title, await readSiteBytes(input.outDir));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Returns the title of the complete edition on disk. Undefined if there is none. */
async function getWhole(): Promise<string | undefined> {
  const found = await readSiteBytes(input.outDir);
  return [...editions].find(([, site]) => findDifferences(found, site).length === 0)?.[0];
}

/** Kills a build at a moment, and returns what it left. */
async function kill(isTime: () => boolean | Promise<boolean>): Promise<'half' | string | undefined> {
  const running = startBuild(input);
  const ended = running.ended.then(() => true);
  while (!(await isTime()) && !(await Promise.race([ended, sleep(0, false)])));
  running.kill('SIGKILL');
  await ended;
  return isHalfPublished(input.outDir) ? 'half' : getWhole();
}

const others: Readonly<Record<string, string>> = { Before: 'After', After: 'Before' };

describe('a build that is killed', () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'at a random moment leaves one edition or the other, or one that the next build finishes, moment %i',
    async (seed) => {
      const before = (await getWhole()) ?? '';
      await setTitle(others[before] ?? 'After');
      const until = Date.now() + createRandom(seed)() * 4000;
      const left = await kill(() => sleep(10).then(() => Date.now() > until));
      expect(['half', 'Before', 'After']).toContain(left);
      await build();
      expect(await getWhole()).toBe(others[before]);
    },
  );

  it.each([0, 1, 3, 8, 21])(
    'while it is publishing is finished by the next one, also when that one cannot build, %i ms on',
    async (delayMs) => {
      const before = (await getWhole()) ?? '';
      await setTitle(others[before] ?? 'After');
      const left = await kill(async () => isHalfPublished(input.outDir) && sleep(delayMs, true));
      expect(['half', others[before]]).toContain(left);
      await writeFile(path.join(input.contentDir, 'stray.txt'), '');
      expect(await buildSite(input)).toMatchObject({ exitCode: 1 });
      await rm(path.join(input.contentDir, 'stray.txt'));
      expect(await getWhole()).toBe(others[before]);
    },
  );
});
