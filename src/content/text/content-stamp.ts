import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { compareText } from '../../core/issue.ts';
import { isIgnored } from './files.ts';
import { readStat } from './file-stat.ts';

/**
 * Reads a short text that changes whenever anything in a content folder does: from the names, sizes and times of its
 * files, without opening any. Empty if one of them is too recent for that, or cannot be read.
 */
export function readContentStamp(contentDir: string): string {
  try {
    const lines = listLines(contentDir, '');
    return lines.some(({ stat }) => stat === '')
      ? ''
      : hash('sha256', lines.map(({ file, stat }) => `${file}\n${stat}\n`).join(''), 'base64url');
  } catch {
    // The code that reads the folder reports why it cannot be read.
    return '';
  }
}

interface Line {
  readonly file: string;
  readonly stat: string;
}

function listLines(contentDir: string, folder: string): Line[] {
  const entries = readdirSync(`${contentDir}/${folder}`, { withFileTypes: true });
  entries.sort((a, b) => compareText(a.name, b.name));
  return entries.flatMap((entry): Line[] => {
    const file = `${folder}${entry.name}`;
    if (entry.isDirectory()) return isIgnored(`${file}/`) ? [] : listLines(contentDir, `${file}/`);
    if (isIgnored(file)) return [];
    return [{ file, stat: entry.isFile() ? readStat(`${contentDir}/${file}`) : 'no file' }];
  });
}
