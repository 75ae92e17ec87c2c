import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { bundleFiles, splitBundle, writeFilesInto, type BundledFile } from '../../../src/disk/file-bundle.ts';
import { makeFolder } from '../../support/make-folder.ts';

const files: readonly BundledFile[] = [
  ['a', Uint8Array.of(10, 0, 255)],
  ['deep/er/“b”', Uint8Array.of()],
  ['deep/c', Uint8Array.of(1)],
];

it('takes apart what was put together', () => {
  expect(splitBundle(bundleFiles(files)).map(([file, bytes]) => [file, [...bytes]])).toEqual(
    files.map(([file, bytes]) => [file, [...bytes]]),
  );
  expect(splitBundle(bundleFiles([]))).toEqual([]);
});

it('writes files into folders that do not exist yet', () => {
  const folder = path.join(makeFolder(), 'part');
  writeFilesInto(folder, files);
  for (const [file, bytes] of files) expect([...readFileSync(path.join(folder, file))]).toEqual([...bytes]);
});
