import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Returns the path of a content file on disk. The program uses composed names (NFC); the disk may hold them decomposed,
 * as macOS writes them.
 *
 * @param file relative to the folder, with `/`
 */
export function toDiskPath(folder: string, file: string): string {
  const composed = path.join(folder, file);
  if (isAscii(file)) return composed;
  const decomposed = path.join(folder, file.normalize('NFD'));
  const stored = [composed, decomposed].find((full) => existsSync(full));
  return stored ?? file.split('/').reduce((at, name) => path.join(at, findStored(at, name)), folder);
}

function isAscii(text: string): boolean {
  return !/[^ -~]/u.test(text);
}

/** Finds the entry of a folder that has a name in any form, including a partly decomposed one. */
function findStored(folder: string, name: string): string {
  if (isAscii(name) || !existsSync(folder)) return name;
  return readdirSync(folder).find((entry) => entry.normalize('NFC') === name) ?? name;
}
