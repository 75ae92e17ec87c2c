import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { compareText } from '../../core/issue.ts';
import { isIgnored } from './leftovers.ts';
import { readStat, readStatNow } from './file-stat.ts';

/** The sizes and times of all files in a content folder, by their paths. Those of a file that is too recent are empty. */
export type ContentStats = ReadonlyMap<string, string>;

/** Stands for the size and times of what is neither a file nor a folder. */
export const noFile = 'no file';

/** Looks at all files in a content folder without opening any. Empty if it cannot be read. */
export function lookAtContent(contentDir: string): ContentStats {
  return readStats(contentDir, readStat);
}

/**
 * Returns a short text that changes whenever anything in a content folder does. Empty if a file is too recent for that,
 * or if the folder could not be read.
 */
export function toContentStamp(stats: ContentStats): string {
  const lines = [...stats].map(([file, stat]) => (stat === '' ? '' : `${file}\n${stat}\n`));
  return lines.length === 0 || lines.includes('') ? '' : hash('sha256', lines.sort().join(''), 'base64url');
}

/** Reads the sizes and times of all files in a content folder, by their paths. Empty if it cannot be read. */
export function readContentStats(contentDir: string): ContentStats {
  return readStats(contentDir, readStatNow);
}

function readStats(contentDir: string, read: typeof readStat): ContentStats {
  try {
    return new Map(listLines(contentDir, '', read).map(({ file, stat }) => [file, stat]));
  } catch {
    // The code that reads the folder reports why it cannot be read.
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
    return [{ file, stat: entry.isFile() ? read(`${contentDir}/${file}`) : noFile }];
  });
}
