import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/press/output/lock.ts';
import { getLockFile } from '../../src/press/output/output.ts';
import { findDifferences, readSiteBytes, type SiteBytes } from '../support/compare-sites.ts';
import { buildSite, runGazetteer, startBuild, type BuildResult } from '../support/sites.ts';

let folder = '';
let input = { contentDir: '', outDir: '' };
let before: SiteBytes = new Map();

/** Returns whether nobody has the right to change the site. */
function isFree(): boolean {
  const lock = takeLock(getLockFile(input.outDir));
  lock?.release();
  return lock !== undefined;
}

/** Runs a build in a shell with a limit. */
async function buildWithin(limit: string): Promise<BuildResult> {
  const script = path.join(folder, 'limited.sh');
  await writeFile(script, `${limit}\nexec "$@"\n`);
  try {
    return await runGazetteer(['build'], input, ['bash', script]);
  } finally {
    await rm(script);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.resolve('node_modules/.cache/tests/impossible-'));
  input = { contentDir: path.join(folder, 'content'), outDir: path.join(folder, 'dist') };
  await cp('tests/fixtures/empty', input.contentDir, { recursive: true });
  await buildSite(input);
  before = await readSiteBytes(input.outDir);
  await mkdir(path.join(input.contentDir, 'public'));
  await writeFile(path.join(input.contentDir, 'public/report.txt'), 'A long report. '.repeat(10_000));
  // The title of a topic is on every page.
  const topics = path.join(input.contentDir, 'topics.yaml');
  await writeFile(topics, (await readFile(topics, 'utf8')).replace(/title: .*/u, 'title: Another'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Expects an explanation in words, an unchanged site and no files beside it. */
async function expectUntouched({ exitCode, output }: BuildResult, why: string): Promise<void> {
  expect({ exitCode, output }).toMatchObject({ exitCode: 1, output: expect.stringContaining(why) });
  expect(output).not.toMatch(/\n\s+at .*:\d+:\d+/u);
  expect(findDifferences(before, await readSiteBytes(input.outDir))).toEqual([]);
  expect((await readdir(folder)).toSorted()).toEqual(['content', 'dist']);
}

describe('a build that cannot be made', () => {
  it('for want of room', async () => {
    const result = await buildWithin('ulimit -f 60');
    await expectUntouched(result, 'A file would be larger than this machine allows');
    expect(result.output).toContain('Nothing was built. The existing site is unchanged.');
  });

  it('where nothing can be written', async () => {
    const readOnly = await buildSite({ ...input, outDir: '/sys/gazetteer' });
    expect(readOnly.exitCode).toBe(1);
    await expectUntouched(readOnly, "mkdir '/sys/gazetteer");
    const inFile = await buildSite({ ...input, outDir: path.join(input.outDir, 'index.html/dist') });
    await expectUntouched(inFile, 'Part of that path is a file, not a folder.');
  });

  it('for want of a package', async () => {
    const hook = `import { registerHooks } from 'node:module'; registerHooks({ resolve(name, context, next) {
      if (name === 'zod') throw Object.assign(new Error("Cannot find package 'zod'"), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context); } });`;
    const settings = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
    const result = await buildSite({ ...input, settings });
    expect(result.exitCode).toBe(1);
    await expectUntouched(result, 'A package is missing. Run `npm ci`');
  });

  it('while another one is at work; one that was killed is not in the way', async () => {
    const lock = takeLock(getLockFile(input.outDir));
    const why = 'Nothing was built. Build again when it has finished';
    await expectUntouched(await buildSite(input), why);
    expect(await runGazetteer(['merge'], input)).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining(why),
    });
    lock?.release();

    const build = startBuild(input);
    while (isFree()) await sleep(20);
    build.kill('SIGKILL');
    await build.ended;
    expect(isFree()).toBe(true);
    expect(existsSync(path.join(input.outDir, 'index.html'))).toBe(true);
  });
});
