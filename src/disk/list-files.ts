import { readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { hasCode } from '../core/failure.ts';

/**
 * Lists the files below a folder, relative to it, with `/`, sorted. Empty if there is no folder. Links are neither
 * listed nor followed: `readdir` with `recursive` (Node 26.10) follows them, endlessly if one leads back.
 */
export function listFiles(folder: string): string[] {
  return listBelow(folder, '').sort();
}

function listBelow(folder: string, below: string): string[] {
  return readFolder(path.join(folder, below)).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return listBelow(folder, file);
    return entry.isFile() ? [file] : [];
  });
}

function readFolder(place: string): Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
