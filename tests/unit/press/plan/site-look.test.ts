import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { getBuildStateFile } from '../../../../src/disk/cache-dir.ts';
import { describeFiles, openBuildState } from '../../../../src/press/plan/build-state.ts';
import { startSiteLook } from '../../../../src/press/plan/site-look.ts';
import { makeFolder } from '../../../support/make-folder.ts';
import { site as defaults } from '../../../support/make-site.ts';

it.each([
  ['small', 1],
  ['so large that a thread looks', 20_000],
])('a look at a site finds what has changed in it: %s', async (_name, pages) => {
  const folder = await makeFolder();
  const site = { ...defaults, cacheDir: path.join(folder, 'cache'), outDir: path.join(folder, 'dist') };
  await mkdir(site.outDir);
  await mkdir(path.dirname(getBuildStateFile(site)), { recursive: true });
  const files = ['edited.html', 'gone.html', 'same.html'];
  for (const file of files) await writeFile(path.join(site.outDir, file), file);
  const page = { key: 'k'.repeat(60), inputs: 'i'.repeat(60) };
  await openBuildState(getBuildStateFile(site)).write({
    program: 'program',
    edition: 'edition',
    common: '',
    outDir: site.outDir,
    pages: new Map(Array.from({ length: pages }, (_, index) => [`/${index}/`, page])),
    index: {},
    media: '',
    files: describeFiles(site.outDir, { files, written: [], removed: [] }),
  });
  await writeFile(path.join(site.outDir, 'edited.html'), 'other words');
  await rm(path.join(site.outDir, 'gone.html'));

  const look = await startSiteLook(site)();
  expect(look?.state.pages.size).toBe(pages);
  expect([...(look?.spoilt ?? [])]).toEqual(['edited.html', 'gone.html']);
});

it('a look at a site finds nothing where there was no build', async () => {
  const folder = await makeFolder();
  expect(await startSiteLook({ ...defaults, cacheDir: folder, outDir: folder })()).toBeUndefined();
});
