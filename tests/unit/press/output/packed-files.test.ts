import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { packFiles, toPlainFile } from '../../../../src/press/output/packed-files.ts';

async function writeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'packed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

async function list(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.posix.relative(folder, path.posix.join(parentPath, name)))
    .sort();
}

const texts = {
  'index.html': '<h1>Front page</h1>'.repeat(50),
  'a/index.html': 'A',
  'feed.xml': '<rss/>',
  'feeds/feeds.opml': '<opml/>',
  'manifest.webmanifest': '{}',
  'empty.txt': '',
};
const others = { 'card.png': 'PNG', 'assets/a.woff2': 'font', 'pagefind/2024/x.pf_index': 'index', _headers: '/*' };

it('every text has packed copies beside it, and nothing else has', async () => {
  const folder = await writeFolder({ ...texts, ...others });
  await packFiles(folder);
  const names = Object.keys(texts);
  expect(await list(folder)).toEqual(
    [...names.flatMap((name) => [name, `${name}.br`, `${name}.gz`]), ...Object.keys(others)].sort(),
  );
  for (const [name, text] of Object.entries(texts)) {
    expect(gunzipSync(await readFile(path.join(folder, `${name}.gz`))).toString(), name).toBe(text);
    expect(brotliDecompressSync(await readFile(path.join(folder, `${name}.br`))).toString(), name).toBe(text);
  }
});

it('the same text has the same copies at any time', async () => {
  const [one, two] = [await writeFolder(texts), await writeFolder(texts)];
  await packFiles(one);
  await packFiles(two);
  for (const name of await list(one)) {
    expect((await readFile(path.join(one, name))).equals(await readFile(path.join(two, name))), name).toBe(true);
  }
  const gzip = await readFile(path.join(one, 'index.html.gz'));
  expect(gzip.subarray(4, 8)).toEqual(Buffer.alloc(4));
});

it("a file of the newsroom's own stays", async () => {
  const folder = await writeFolder({ 'data.csv': 'a,b', 'data.csv.gz': 'own' });
  await packFiles(folder);
  expect(await readFile(path.join(folder, 'data.csv.gz'), 'utf8')).toBe('own');
});

it.each([
  ['a/index.html.gz', 'a/index.html'],
  ['feed.xml.br', 'feed.xml'],
  ['a/index.html', 'a/index.html'],
  ['archive.gz', 'archive.gz'],
  ['card.png.gz', 'card.png.gz'],
])('%s belongs to %s', (file, plain) => {
  expect(toPlainFile(file)).toBe(plain);
});
