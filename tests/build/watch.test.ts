import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { expect, it, onTestFinished, vi } from 'vitest';
import { compareSites } from '../support/compare-sites.ts';
import { buildSite, makeCache } from '../support/sites.ts';
import { storyFile, toStory, writeNewsroom } from '../support/write-newsroom.ts';

const patience = { timeout: 60_000, interval: 100 };

/** Starts `gazetteer build --watch` for a content folder. */
function startWatching(contentDir: string, settings: Readonly<Record<string, string>>) {
  const env = { ...process.env, CONTENT_DIR: contentDir, SOCIAL_CARDS: 'off', NO_COLOR: '1', ...settings };
  const child = spawn(process.execPath, ['src/desk/main.ts', 'build', '--watch'], { env });
  onTestFinished(() => void child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  return {
    /** Waits until a number of builds have ended, and returns everything that was printed. */
    waitForBuilds: (count: number) =>
      vi.waitFor(() => {
        expect(output.split('Waiting for changes').length - 1).toBeGreaterThanOrEqual(count);
        return output;
      }, patience),
  };
}

it('publishes what is saved, says what is wrong and goes on, and publishes a story when its embargo ends', async () => {
  const contentDir = await writeNewsroom();
  const [outDir, cacheDir] = [`${contentDir}-site`, `${contentDir}-cache`];
  onTestFinished(() => rm(outDir, { recursive: true, force: true }));
  onTestFinished(() => rm(cacheDir, { recursive: true, force: true }));
  const story = path.join(contentDir, storyFile);
  const page = path.join(outDir, '2024/11/flood/index.html');
  const settings = { OUT_DIR: outDir, CACHE_DIR: await makeCache(cacheDir), INDEX_PART_SIZE: '150' };
  const { waitForBuilds } = startWatching(contentDir, settings);
  await waitForBuilds(1);

  await writeFile(story, toStory({ title: 'River falls again' }, 'The river fell.'));
  await vi.waitFor(async () => expect(await readFile(page, 'utf8')).toContain('The river fell.'), patience);
  expect(await waitForBuilds(2)).toMatch(/\d pages and feeds published in .*\. The search index follows/u);

  await writeFile(story, toStory({}, 'See [another story](/2024/11/none/).'));
  expect(await waitForBuilds(3)).toContain('`/2024/11/none/`, which does not exist on this site');
  expect(await readFile(page, 'utf8')).toContain('The river fell.');

  await writeFile(story, toStory({ topic: 'helth' }));
  const report = await waitForBuilds(4);
  expect(report).toContain('articles/2024/11/flood.md:5:8');
  expect(report).toContain('Did you mean `health`?');
  expect(await readFile(page, 'utf8')).toContain('The river fell.');

  await writeFile(story, toStory());
  await waitForBuilds(5);
  const published = new Date(Date.now() + 3000).toISOString();
  const later = published.slice(0, '2024-11'.length).replace('-', '/');
  await mkdir(path.join(contentDir, 'articles', later), { recursive: true });
  await writeFile(path.join(contentDir, 'articles', later, 'later.md'), toStory({ title: 'Later', published }));
  await vi.waitFor(() => expect(existsSync(path.join(outDir, later, 'later/index.html'))).toBe(true), patience);
  await waitForBuilds(7);

  const clean = `${contentDir}-clean`;
  onTestFinished(() => rm(clean, { recursive: true, force: true }));
  const now = String(Math.floor(Date.now() / 1000));
  await buildSite({ contentDir, outDir: clean, settings: { SOURCE_DATE_EPOCH: now } });
  expect(await compareSites(outDir, clean)).toEqual([]);
}, 240_000);
