import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isText } from '../../src/hosts/server-site.ts';
import { listFiles } from '../support/site-files.ts';
import { buildSite } from '../support/sites.ts';
import { storyFile, toStory, writeNewsroom } from '../support/write-newsroom.ts';

/**
 * Checks that each text has a copy that holds it, and that no copy is left of anything else; returns the number of
 * copies.
 */
async function countCopies(dir: string): Promise<number> {
  const files = await listFiles(dir);
  const copies = files.filter((file) => file.endsWith('.gz'));
  expect(copies).toEqual(files.filter(isText).map((file) => `${file}.gz`));
  expect(files.filter((file) => file.endsWith('.br'))).toHaveLength(copies.length);
  for (const copy of copies) {
    const [packed, plain] = [await readFile(path.join(dir, copy)), await readFile(path.join(dir, copy.slice(0, -3)))];
    expect(gunzipSync(packed).equals(plain), copy).toBe(true);
  }
  return copies.length;
}

it('compressed copies follow their texts between builds, and are removed when they are no longer wanted', async () => {
  const contentDir = await writeNewsroom({ 'articles/2024/11/second.md': toStory({ title: 'A second story' }) });
  const folder = await mkdtemp(path.resolve('node_modules/.cache/tests/packed-'));
  const outDir = path.join(folder, 'site');
  const build = (packed: string) => buildSite({ contentDir, outDir, settings: { SITE_PACKED: packed } });
  try {
    expect((await build('on')).exitCode).toBe(0);
    const before = await countCopies(outDir);

    await writeFile(path.join(contentDir, storyFile), toStory({ title: 'Another title' }));
    await rm(path.join(contentDir, 'articles/2024/11/second.md'));
    await writeFile(path.join(outDir, 'about/index.html.gz'), 'spoilt');
    const { exitCode, output } = await build('on');
    expect({ exitCode, saysCopies: output.includes('.gz') }).toEqual({ exitCode: 0, saysCopies: false });
    expect(await countCopies(outDir)).toBeLessThan(before);
    const page = await readFile(path.join(outDir, '2024/11/flood/index.html.gz'));
    expect(gunzipSync(page).toString()).toContain('Another title');

    expect((await build('off')).exitCode).toBe(0);
    expect((await listFiles(outDir)).filter((file) => /\.(?:gz|br)$/u.test(file))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 180_000);
