import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceWhole } from './write-whole.ts';

/** The length of a SHA-256 in bytes. */
const sumBytes = 32;

/** Writes bytes so that `readChecked` can detect any change, or that they were written under another name. */
export async function writeChecked(file: string, content: Uint8Array): Promise<void> {
  await replaceWhole(file, Buffer.concat([toSum(file, content), content]));
}

/** Reads a file written by `writeChecked`. Undefined if it is missing or damaged. */
export async function readChecked(file: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  const content = bytes?.subarray(sumBytes);
  return content && bytes?.subarray(0, sumBytes).equals(toSum(file, content)) ? content : undefined;
}

function toSum(file: string, content: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${path.basename(file)}\n`)
    .update(content)
    .digest();
}
