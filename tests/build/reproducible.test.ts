import { cp, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { compareSites } from '../support/compare-sites.ts';
import { buildSite, getSiteDir, sites } from '../support/sites.ts';
import { listFiles } from '../support/site-files.ts';

/** Sharded builds are compared with the same site in `shards.test.ts`. */
it('one content at one instant gives the same bytes, search index included, from another path, zone, language and day', async () => {
  const { contentDir, settings } = sites.hard;
  const folder = await mkdtemp(path.resolve('node_modules/.cache/tests/again-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const copy = path.join(folder, 'elsewhere/texts');
  await cp(contentDir, copy, { recursive: true });
  for (const file of await readdir(copy, { recursive: true })) await utimes(path.join(copy, file), 1e9, 1e9);
  const outDir = path.join(folder, 'site');
  const machine = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', BUILD_THREADS: '1' };
  const result = await buildSite({ contentDir: copy, outDir, settings: { ...settings, ...machine } });
  expect(result).toMatchObject({ exitCode: 0 });

  expect((await listFiles(outDir)).some((file) => /^pagefind\/[^/]+\/index\//u.test(file))).toBe(true);
  expect(await compareSites(getSiteDir('hard'), outDir)).toEqual([]);
});
