import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeAddresses } from '../../../src/press/address-book.ts';
import { readAddresses, toAddressFile } from '../../../src/content/addresses.ts';
import { writeNewsroom } from '../../support/write-newsroom.ts';

it('addresses are in the list of their month, all others in one', () => {
  expect(['/2024/11/flood/', '/2024/', '/2024/11/', '/about/', '/old/2024/11/a/'].map(toAddressFile)).toEqual([
    'addresses/2024-11.txt',
    'addresses/site.txt',
    'addresses/site.txt',
    'addresses/site.txt',
    'addresses/site.txt',
  ]);
});

it('new addresses are added in order, notes stay on top, and lists without anything new are not touched', async () => {
  const dir = await writeNewsroom({
    'addresses/2024-11.txt': '# Ours\n/2024/11/b/\n/2024/11/b/\r\n\n/2024/11/d/\n',
    'addresses/2024-12.txt': '/2024/12/z/\n/2024/12/a/\n',
  });
  const quiet = path.join(dir, 'addresses/2024-12.txt');
  await utimes(quiet, 1, 1);
  expect(await writeAddresses(dir, ['/2024/11/c/', '/2024/12/a/', '/about/', '/2024/11/a/'])).toBe(3);
  const read = (name: string) => readFile(path.join(dir, 'addresses', name), 'utf8');
  expect(await read('2024-11.txt')).toBe('# Ours\n/2024/11/a/\n/2024/11/b/\n/2024/11/c/\n/2024/11/d/\n');
  expect(await read('site.txt')).toBe('/about/\n');
  expect((await stat(quiet)).mtimeMs).toBe(1000);
  expect((await readdir(dir)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(await writeAddresses(dir, ['/2024/11/c/', '/about/'])).toBe(0);
});

it('a list that cannot be written leaves nothing behind', async () => {
  const dir = await writeNewsroom();
  await mkdir(path.join(dir, 'addresses/site.txt'), { recursive: true });
  await expect(writeAddresses(dir, ['/about/'])).rejects.toThrow('EISDIR');
  await writeFile(path.join(dir, 'blocked'), '');
  expect((await readdir(dir)).filter((name) => name.startsWith('.'))).toEqual([]);
});

it('a list is read with the position of each line, and invalid addresses are reported', async () => {
  const dir = await writeNewsroom({
    'addresses/site.txt': '# Ours\n/about/\n<<<<<<< HEAD\n\n  /café/old/  \nabout\n/a//b/\n',
  });
  const { addresses, issues } = await readAddresses(dir, ['addresses/site.txt']);
  expect(addresses).toEqual([
    { address: '/about/', file: 'addresses/site.txt', line: 2 },
    { address: '/café/old/', file: 'addresses/site.txt', line: 5 },
  ]);
  expect(issues.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`)).toEqual([
    '3:1 invalid-value `<<<<<<< HEAD` is not an address on this site.',
    '6:1 invalid-value `about` is not an address on this site.',
    '7:1 invalid-value `/a//b/` is not an address on this site.',
  ]);
  expect(issues[0]?.hint).toBe(
    'Write one address per line, with a slash at both ends. Delete what a merge left behind.',
  );
});

it('a hundred thousand addresses are read and compared in bounded memory and without a write', async () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, at) => `/2024/${String((at % 12) + 1).padStart(2, '0')}/story-${at}/`,
  );
  const dir = await writeNewsroom();
  expect(await writeAddresses(dir, lines)).toBe(100_000);
  const files = (await readdir(path.join(dir, 'addresses'))).map((name) => `addresses/${name}`);
  expect(files).toHaveLength(12);
  const { addresses, issues } = await readAddresses(dir, files);
  expect([addresses.length, issues.length]).toEqual([100_000, 0]);
  expect(await writeAddresses(dir, lines)).toBe(0);
});
