import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listFiles } from '../../../../src/disk/list-files.ts';
import { writeWithFolders } from '../../../../src/disk/write-with-folders.ts';
import { placeProgram } from '../../../../src/press/program/place-program.ts';

const base = '/base-path-of-the-site/';
const files = {
  'client/sw.js': `keep("${base}")`,
  'client/sw-off.js': 'forget()',
  'client/assets/page.css': `url(${base}assets/a.woff2)`,
  'client/assets/a.woff2': `bytes that read ${base}`,
  'server/entry.mjs': `{"base":"${base}","assets":"${base.slice(0, -1)}"}`,
};

function place(url: string, hasOffline: boolean): Readonly<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'place-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) writeWithFolders(path.join(folder, 'compiled', file), text);
  placeProgram(path.join(folder, 'compiled'), path.join(folder, 'placed'), { url, hasOffline });
  const placed = path.join(folder, 'placed');
  return Object.fromEntries(listFiles(placed).map((file) => [file, readFileSync(path.join(placed, file), 'utf8')]));
}

it('sets the base path in code and styles, and leaves other files as they are', () => {
  expect(place('https://example.org/news/', true)).toEqual({
    'client/sw.js': 'keep("/news/")',
    'client/assets/page.css': 'url(/news/assets/a.woff2)',
    'client/assets/a.woff2': files['client/assets/a.woff2'],
    'server/entry.mjs': '{"base":"/news/","assets":"/news"}',
  });
  expect(place('https://example.org/', true)['server/entry.mjs']).toBe('{"base":"/","assets":""}');
});

it('gives readers the service worker that the settings name', () => {
  const { 'client/sw.js': worker, 'client/sw-off.js': other } = place('https://example.org/', false);
  expect([worker, other]).toEqual(['forget()', undefined]);
});
