import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../../src/disk/list-files.ts';
import { writeWithFolders } from '../../../src/disk/write-with-folders.ts';
import { makeFolder } from '../../support/make-folder.ts';

describe('a file written with its folders', () => {
  it('creates those that are missing, and replaces an older one', () => {
    const file = path.join(makeFolder(), 'a/b/c.txt');
    writeWithFolders(file, 'first');
    writeWithFolders(file, new TextEncoder().encode('second'));
    expect(readFileSync(file, 'utf8')).toBe('second');
  });

  it('fails if a file is in the place of a folder', () => {
    const file = path.join(makeFolder(), 'a');
    writeWithFolders(file, '');
    expect(() => writeWithFolders(path.join(file, 'b'), '')).toThrow('ENOTDIR');
  });
});

describe('the files below a folder', () => {
  it('are listed with their paths from there, sorted, without folders and links', () => {
    const folder = makeFolder();
    for (const file of ['b/two.md', 'b.md', 'a/x/one.md', '.hidden']) writeWithFolders(path.join(folder, file), file);
    symlinkSync('b.md', path.join(folder, 'link.md'));
    symlinkSync('b', path.join(folder, 'linked'));
    symlinkSync('..', path.join(folder, 'b/back'));
    expect(listFiles(folder)).toEqual(['.hidden', 'a/x/one.md', 'b.md', 'b/two.md']);
  });

  it('are empty if there is no folder', () => {
    expect(listFiles(path.join(makeFolder(), 'none'))).toEqual([]);
  });

  it('are not made up where there is a file instead', () => {
    const file = path.join(makeFolder(), 'file');
    writeWithFolders(file, '');
    expect(() => listFiles(file)).toThrow('ENOTDIR');
  });
});
