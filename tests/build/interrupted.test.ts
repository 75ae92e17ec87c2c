import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDifferences, readSiteBytes, type SiteBytes } from '../support/compare-sites.ts';
import { buildSite, startBuild } from '../support/sites.ts';

let folder = '';
let input = { contentDir: '', outDir: '' };
let [old, fresh]: SiteBytes[] = [];

async function setTitle(title: string): Promise<void> {
  const file = path.join(input.contentDir, 'topics.yaml');
  // A topic's title stands on every page: the whole site changes.
  await writeFile(file, (await readFile(file, 'utf8')).replace(/title: .*/u, `title: ${title}`));
}

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/interrupted-'));
  input = { contentDir: path.join(folder, 'content'), outDir: path.join(folder, 'dist') };
  await cp('tests/fixtures/hard-cases', input.contentDir, { recursive: true });
  await setTitle('After');
  await buildSite({ ...input, outDir: path.join(folder, 'after') });
  fresh = await readSiteBytes(path.join(folder, 'after'));
  await setTitle('Before');
  await buildSite(input);
  old = await readSiteBytes(input.outDir);
  await setTitle('After');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a build that is stopped', () => {
  it.each([
    ['SIGTERM', 400],
    ['SIGINT', 1_200],
    ['SIGKILL', 800],
    ['SIGKILL', 1_600],
    ['SIGTERM', 2_000],
    ['SIGTERM', 2_400],
    ['SIGTERM', 2_800],
  ] as const)('by %s after %i ms leaves a whole site, the old one or the new one', async (signal, afterMs) => {
    const build = startBuild(input);
    setTimeout(() => build.kill(signal), afterMs);
    await build.ended;
    const found = await readSiteBytes(input.outDir);
    const differences = [old, fresh].map((site) => findDifferences(found, site ?? new Map()).length);
    expect(Math.min(...differences)).toBe(0);
  });

  it('is made good by the next one', async () => {
    expect(await buildSite(input)).toMatchObject({ exitCode: 0 });
    expect(findDifferences(await readSiteBytes(input.outDir), fresh ?? new Map())).toEqual([]);
  });
});
