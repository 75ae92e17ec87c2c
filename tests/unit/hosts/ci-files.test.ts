import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as netlifyCache from '../../../src/hosts/ci/netlify-cache/index.js';

const read = (file: string) => readFile(file, 'utf8');

/** The cache of builds unless CACHE_DIR says otherwise. */
const cacheDir = 'node_modules/.cache/gazetteer';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

describe.each([
  ['src/hosts/ci/github-pages.yml', 'build', [cacheDir, 'dist']],
  ['.github/workflows/build.yml', 'shard', [cacheDir]],
])('%s', (file, job, folders) => {
  const readSteps = async (): Promise<readonly Step[]> => parse(await read(file)).jobs[job].steps;

  it('restores the cache after `npm ci`, which would remove it, and before the build', async () => {
    const steps = await readSteps();
    const find = (isIt: (step: Step) => boolean | undefined) => steps.findIndex(isIt);
    const order = [
      find(({ run }) => run === 'npm ci'),
      find(({ uses }) => uses?.startsWith('actions/cache@')),
      find(({ run }) => run?.startsWith('npm run build')),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(steps[order[1] ?? 0]?.with?.['path']?.trim().split('\n')).toEqual(folders);
  });

  it('saves each push under a key of its own, and restores the newest of the branch, at best of the same program', async () => {
    const cache = (await readSteps()).find(({ uses }) => uses?.startsWith('actions/cache@'))?.with;
    const key = cache?.['key'] ?? '';
    expect(key).toMatch(/-\$\{\{ github\.sha \}\}$/u);
    const prefixes = (cache?.['restore-keys'] ?? '').trim().split('\n');
    expect(prefixes).toHaveLength(3);
    for (const prefix of prefixes) expect(key.startsWith(prefix)).toBe(true);
    expect(prefixes).toEqual(prefixes.toSorted((a, b) => b.length - a.length));
    expect(prefixes[0]).toContain("hashFiles('package-lock.json', 'src/**')");
    expect(prefixes[1]).toMatch(/\$\{\{ github\.ref_name \}\}-$/u);
  });
});

describe('src/hosts/ci/gitlab-pages.yml', () => {
  it('keeps the cache outside of node_modules, which `npm ci` empties after it was restored', async () => {
    const { pages } = parse(await read('src/hosts/ci/gitlab-pages.yml'));
    expect(pages.variables.CACHE_DIR).toBe('$CI_PROJECT_DIR/.cache/gazetteer');
    expect(pages.cache.at(-1).paths).toEqual(['.cache/gazetteer', 'dist']);
    expect(pages).toMatchObject({ pages: { publish: 'dist' }, artifacts: { paths: ['dist'] } });
  });
});

describe('src/hosts/ci/netlify.toml', () => {
  it('publishes what is built, and names a plug-in that is there', async () => {
    const text = await read('src/hosts/ci/netlify.toml');
    expect(text).toMatch(/^ {2}publish = "dist"$/mu);
    const folder = /^ {2}package = "\/(?<folder>[^"]+)"$/mu.exec(text)?.groups?.['folder'] ?? '';
    expect(['index.js', 'manifest.yml'].filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
  });

  it('has the cache restored before a build and saved after it', async () => {
    const calls: string[] = [];
    const cache = {
      restore: (folders: readonly string[]) => calls.push(`restore ${folders.join()}`),
      save: (folders: readonly string[]) => calls.push(`save ${folders.join()}`),
    };
    const build = { utils: { cache }, netlifyConfig: { build: { publish: '/dist', environment: { CACHE_DIR: 'x' } } } };
    netlifyCache.onPreBuild(build);
    netlifyCache.onPostBuild(build);
    expect(calls).toEqual(['restore x,/dist', 'save x,/dist']);
  });
});

describe('src/hosts/ci/wrangler.toml', () => {
  it('serves what is built, and the page for what is missing', async () => {
    const text = await read('src/hosts/ci/wrangler.toml');
    expect(text).toContain('\n[assets]\ndirectory = "./dist"\nnot_found_handling = "404-page"\n');
  });
});
