import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getStagingDir, isHalfPublished } from '../../src/press/output/publish.ts';
import { findDifferences, readSiteBytes, type SiteBytes } from '../support/compare-sites.ts';
import { buildSite, startBuild } from '../support/sites.ts';

let folder = '';
let input = { contentDir: '', outDir: '' };
let [old, fresh]: SiteBytes[] = [];

async function setTitle(title: string): Promise<void> {
  const file = path.join(input.contentDir, 'topics.yaml');
  // A topic's title is on every page, so the whole site changes.
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

/** The signs of a build's stages on disk. */
const stages: Readonly<Record<string, () => boolean>> = {
  reading: () => true,
  'writing pages aside': () => existsSync(path.join(getStagingDir(input.outDir), 'index.html')),
  'changing the site': () => isHalfPublished(input.outDir),
};

/** Starts a build and stops it at a stage, or at its end if the stage was too short to be seen. */
async function stopAt(stage: string, signal: NodeJS.Signals): Promise<void> {
  const build = startBuild(input);
  const ended = build.ended.then(() => true);
  const isAtWork = () => Promise.race([ended.then(() => false), sleep(1, true)]);
  await sleep(200);
  while ((await isAtWork()) && stages[stage]?.() !== true);
  build.kill(signal);
  await ended;
}

/** Returns the name of the complete site on disk. Undefined if neither is complete. */
async function getWhole(): Promise<string | undefined> {
  const found = await readSiteBytes(input.outDir);
  const [isOld, isFresh] = [old, fresh].map((site) => findDifferences(found, site ?? new Map()).length === 0);
  if (isOld) return 'the old one';
  return isFresh ? 'the new one' : undefined;
}

describe('a build that is stopped', () => {
  it.each([
    ['SIGTERM', 'reading'],
    ['SIGINT', 'writing pages aside'],
    ['SIGKILL', 'writing pages aside'],
  ] as const)('by %s while it is %s leaves the old site', async (signal, stage) => {
    await stopAt(stage, signal);
    expect(await getWhole()).toBe('the old one');
  });

  it('by SIGTERM while it is changing the site leaves the new one', async () => {
    await stopAt('changing the site', 'SIGTERM');
    expect(await getWhole()).toBe('the new one');
  });

  it('by SIGKILL while it is changing the site is made good by the next one', async () => {
    await setTitle('Before');
    await stopAt('changing the site', 'SIGKILL');
    expect(await buildSite(input)).toMatchObject({ exitCode: 0 });
    expect(await getWhole()).toBe('the old one');
  });
});

it('a signal that comes while files are moved without a pause is obeyed after it', () => {
  const script = `
    const { deferStop } = await import('./src/press/interrupt.ts');
    const stop = deferStop();
    stop.hold();
    process.kill(process.pid, 'SIGINT');
    await stop.release();
    process.exit(0);
  `;
  expect(spawnSync(process.execPath, ['--input-type=module', '--eval', script]).status).toBe(130);
});
