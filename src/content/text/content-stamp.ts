import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { compareText } from '../../core/issue.ts';
import { isIgnored } from './files.ts';
import { readStat, readStatNow } from './file-stat.ts';

/**
 * Reads a short text that changes whenever anything in a content folder does: from the names, sizes and times of its
 * files, without opening any. Empty if one of them is too recent for that, or cannot be read.
 */
export function readContentStamp(contentDir: string): string {
  try {
    const lines = listLines(contentDir, '', readStat);
    return lines.some(({ stat }) => stat === '')
      ? ''
      : hash('sha256', lines.map(({ file, stat }) => `${file}\n${stat}\n`).join(''), 'base64url');
  } catch {
    // The code that reads the folder reports why it cannot be read.
    return '';
  }
}

/** Reads the sizes and times of all files in a content folder, by their paths. Empty if it cannot be read. */
export function readContentStats(contentDir: string): ReadonlyMap<string, string> {
  try {
    return new Map(listLines(contentDir, '', readStatNow).map(({ file, stat }) => [file, stat]));
  } catch {
    return new Map();
  }
}

interface Line {
  readonly file: string;
  readonly stat: string;
}

function listLines(contentDir: string, folder: string, read: typeof readStat): Line[] {
  const entries = readdirSync(`${contentDir}/${folder}`, { withFileTypes: true });
  entries.sort((a, b) => compareText(a.name, b.name));
  return entries.flatMap((entry): Line[] => {
    const file = `${folder}${entry.name}`;
    if (entry.isDirectory()) return isIgnored(`${file}/`) ? [] : listLines(contentDir, `${file}/`, read);
    if (isIgnored(file)) return [];
    return [{ file, stat: entry.isFile() ? read(`${contentDir}/${file}`) : 'no file' }];
  });
}
