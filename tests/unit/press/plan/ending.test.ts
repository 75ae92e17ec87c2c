import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { getBuildStateFile, getEndingFile } from '../../../../src/disk/cache-dir.ts';
import { describeFiles, openBuildState } from '../../../../src/press/plan/build-state.ts';
import { recallEnding, rememberEnding, type Start } from '../../../../src/press/plan/ending.ts';
import { startSiteLook } from '../../../../src/press/plan/site-look.ts';
import { makeFolder } from '../../../support/make-folder.ts';
import { site as defaults } from '../../../support/make-site.ts';

const ending = { stories: 57, pages: 1250, notes: 'No build is due.\n', due: '' };
const start: Start = { program: 'program', stats: new Map([['topics.yaml', '1 2 3 4']]), nowMs: 1_000_000 };
const period = { edition: 'edition', untilMs: 2_000_000 };

let site = defaults;
const writeState = (program: string, edition: string) =>
  openBuildState(getBuildStateFile(site)).write({
    program,
    edition,
    outDir: site.outDir,
    pages: new Map([['/', { key: 'a', inputs: 'b' }]]),
    index: {},
    common: '',
    media: '',
    files: describeFiles(site.outDir, { files: ['index.html'], written: [], removed: [] }),
  });

beforeEach(async () => {
  const folder = await makeFolder();
  site = { ...defaults, cacheDir: path.join(folder, 'cache'), outDir: path.join(folder, 'dist') };
  await mkdir(site.outDir);
  await mkdir(path.dirname(getEndingFile(site)), { recursive: true });
  await writeFile(path.join(site.outDir, 'index.html'), 'A page');
  await writeState('program', 'edition');
  await rememberEnding(site, start, ending, period);
});

describe('the ending of the last build', () => {
  it('is that of this one while nothing has changed', async () => {
    expect(await recallEnding(site, start, startSiteLook(site))).toEqual(ending);
    expect(await recallEnding(site, { ...start, nowMs: 1_999_000 }, startSiteLook(site))).toEqual(ending);
  });

  it.each<[string, Partial<Start>]>([
    ['the content has changed', { stats: new Map([['topics.yaml', '1 3 3 4']]) }],
    ['a file is too recent to tell', { stats: new Map([['topics.yaml', '']]) }],
    ['the program has changed', { program: 'other' }],
    ['something is due', { nowMs: 2_000_000 }],
    ['the build is of an earlier instant', { nowMs: 999_000 }],
  ])('is unknown when %s', async (_name, change) => {
    expect(await recallEnding(site, { ...start, ...change }, startSiteLook(site))).toBeUndefined();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a file of the site was edited', () => writeFile(path.join(site.outDir, 'index.html'), 'Another page')],
    ['a file of the site is gone', () => rm(path.join(site.outDir, 'index.html'))],
    ['another edition was built meanwhile', () => writeState('program', 'other')],
    ['another program has built the site meanwhile', () => writeState('other', 'edition')],
    ['the state of the last build is gone', () => rm(getBuildStateFile(site))],
    ['its own file is damaged', () => writeFile(getEndingFile(site), 'damaged')],
  ])('is unknown when %s', async (_name, change) => {
    await change();
    expect(await recallEnding(site, start, startSiteLook(site))).toBeUndefined();
  });

  it('is not remembered for content that could not be looked at', async () => {
    await rm(getEndingFile(site));
    await rememberEnding(site, { ...start, stats: new Map() }, ending, period);
    expect(await recallEnding(site, { ...start, stats: new Map() }, startSiteLook(site))).toBeUndefined();
  });
});
