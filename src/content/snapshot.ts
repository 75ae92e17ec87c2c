import { readFile, writeFile } from 'node:fs/promises';
import type { ReadResult } from './reader.ts';

/**
 * A newsroom on its way from the build command to Astro, which runs our loaders in a world of its own: read once, handed over
 * in a file.
 */
export async function writeSnapshot(file: string, result: ReadResult): Promise<void> {
  await writeFile(file, JSON.stringify(result));
}

/** Reads what the build command has written in the same run. */
export async function readSnapshot(file: string): Promise<ReadResult> {
  return JSON.parse(await readFile(file, 'utf8')) as ReadResult;
}
