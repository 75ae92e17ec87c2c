import { cp, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSites } from '../support/compare-sites.ts';
import { buildSite, getSiteDir, runGazetteer, sites } from '../support/sites.ts';

const contentDir = path.resolve(sites.archive.contentDir);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/shards-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a build in shards', () => {
  it('is the same byte for byte as one build, and known to the next one', async () => {
    const input = { contentDir, outDir: path.join(folder, 'merged') };
    expect(await runGazetteer(['shards', '2'], input)).toMatchObject({ exitCode: 0 });
    expect(await compareSites(input.outDir, getSiteDir('archive'))).toEqual([]);
    expect(existsSync(`${input.outDir}.shards`)).toBe(false);
    expect((await buildSite(input)).output).toMatch(/ 0 of \d+ pages and feeds written, 0 removed/u);
  });

  it('is merged by a machine that has built nothing, and has no cache', async () => {
    const input = { contentDir: path.resolve('tests/fixtures/empty'), outDir: path.join(folder, 'elsewhere') };
    for (const shard of ['1/2', '2/2'])
      expect(await runGazetteer(['build', '--shard', shard], input)).toMatchObject({ exitCode: 0 });
    const elsewhere = { ...input, settings: { CACHE_DIR: path.join(folder, 'no-cache') } };
    expect(await runGazetteer(['merge'], elsewhere)).toMatchObject({ exitCode: 0 });
    expect(existsSync(path.join(input.outDir, 'index.html'))).toBe(true);
  });

  it('is not merged while a shard is missing, and leaves what was there', async () => {
    const input = { contentDir: path.resolve(sites.hard.contentDir), outDir: path.join(folder, 'hard') };
    await cp(getSiteDir('hard'), input.outDir, { recursive: true });
    expect(await runGazetteer(['merge'], input)).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('There are no finished shards'),
    });
    expect(await runGazetteer(['build', '--shard', '2/3'], input)).toMatchObject({ exitCode: 0 });
    expect(await runGazetteer(['merge'], input)).toMatchObject({
      exitCode: 1,
      output: expect.stringMatching(/Of 3 shards, these are missing or not finished: 1, 3\. Nothing was merged/u),
    });
    expect(await compareSites(input.outDir, getSiteDir('hard'))).toEqual([]);
  });
});
