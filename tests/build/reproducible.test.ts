import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareSites } from '../support/compare-sites.ts';
import { buildSite, getSiteDir, sites } from '../support/sites.ts';
import { listFiles } from '../support/site-files.ts';

describe('two builds of one content at one instant', () => {
  it.each(['demo', 'hard'] as const)('are the same byte for byte, search index included (%s)', async (name) => {
    const { contentDir, settings } = sites[name];
    const first = getSiteDir(name);
    const second = `${first}-again`;
    await rm(second, { recursive: true, force: true });
    expect(await buildSite({ contentDir: path.resolve(contentDir), outDir: second, settings })).toMatchObject({
      exitCode: 0,
    });

    expect((await listFiles(first)).some((file) => /^pagefind\/[^/]+\/index\//u.test(file))).toBe(true);
    expect(await compareSites(first, second)).toEqual([]);
  });
});
