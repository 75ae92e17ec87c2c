import path from 'node:path';
import { writeWithFolders } from './write-with-folders.ts';

/** A file that is stored in one file with others: its path in their folder, and its bytes. */
export type BundledFile = readonly [path: string, bytes: Uint8Array];

/** Puts files into one: a line of JSON with their paths and sizes, then their bytes. */
export function bundleFiles(files: readonly BundledFile[]): Uint8Array {
  const list = JSON.stringify(files.map(([file, bytes]) => [file, bytes.length]));
  return Buffer.concat([Buffer.from(`${list}\n`), ...files.map(([, bytes]) => bytes)]);
}

/** Takes files apart that `bundleFiles` has put together. */
export function splitBundle(joined: Uint8Array): readonly BundledFile[] {
  const end = joined.indexOf(10);
  const list: readonly (readonly [string, number])[] = JSON.parse(new TextDecoder().decode(joined.subarray(0, end)));
  let at = end + 1;
  return list.map(([file, size]) => [file, joined.subarray(at, (at += size))]);
}

/** Writes files into a folder. */
export function writeFilesInto(folder: string, files: readonly BundledFile[]): void {
  for (const [file, bytes] of files) writeWithFolders(path.join(folder, file), bytes);
}
