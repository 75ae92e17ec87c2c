import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './list-files.ts';
import { replaceWhole } from './write-whole.ts';

/** The ending of the name of the file beside a sealed folder. */
export const sealEnd = '.seal';

/** Records the content of a folder in a file beside it. */
export async function sealFolder(folder: string): Promise<void> {
  await replaceWhole(`${folder}${sealEnd}`, toSeal(folder));
}

/** Returns whether a folder exists under its name, with all of its files as they were when it was sealed. */
export async function isSealed(folder: string): Promise<boolean> {
  const seal = await readFile(`${folder}${sealEnd}`, 'utf8').catch(() => undefined);
  try {
    return existsSync(folder) && seal === toSeal(folder);
  } catch {
    return false;
  }
}

function toSeal(folder: string): string {
  const sum = createHash('sha256').update(path.basename(folder));
  for (const file of listFiles(folder)) {
    const bytes = readFileSync(path.join(folder, file));
    sum.update(`\n${file}\n${bytes.length}\n`).update(bytes);
  }
  return sum.digest('hex');
}
