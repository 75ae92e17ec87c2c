import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { addFacts, getFacts } from '../../../../src/atlas/facts.ts';
import { getAtlasFile } from '../../../../src/disk/cache-dir.ts';
import { formatChecked } from '../../../../src/disk/checked-text.ts';
import { openAtlasFacts } from '../../../../src/press/plan/atlas-facts.ts';
import { makeFolder } from '../../../support/make-folder.ts';
import { site as defaults } from '../../../support/make-site.ts';

it('keeps the facts of a program for its next build, and no others', async () => {
  const site = { ...defaults, cacheDir: makeFolder() };
  const file = getAtlasFile(site);
  await mkdir(path.dirname(file), { recursive: true });
  const first = await openAtlasFacts(site, 'program');
  addFacts([['test a', '1']]);
  await first.keep();

  const isThere = await stat(file).then(({ size }) => size > 0);
  expect(isThere).toBe(true);
  const again = await openAtlasFacts(site, 'program');
  expect(getFacts().get('test a')).toBe('1');
  await rm(file);
  await again.keep();
  await expect(stat(file)).rejects.toThrow('ENOENT');

  await writeFile(file, 'damaged');
  await (await openAtlasFacts(site, 'program')).keep();
  await writeFile(file, formatChecked({ program: 'other', facts: [['test b', '2']] }));
  await openAtlasFacts(site, 'program');
  expect(getFacts().has('test b')).toBe(false);
});
