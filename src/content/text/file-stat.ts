import { statSync, type BigIntStats } from 'node:fs';
import { getAgeMs } from '../../disk/clock.ts';

/** A file that is younger may still change within the same tick of the disk's clock: its times prove nothing. */
const settledMs = 2_000;

/** Writes down a file's size, times and place on the disk; nothing for one that is gone, out of reach or too fresh. */
export function readStat(fullPath: string): string {
  const found = getStat(fullPath);
  if (!found || getAgeMs(Number(found.mtimeMs)) < settledMs) return '';
  return [found.size, found.mtimeNs, found.ctimeNs, found.ino].join(' ');
}

function getStat(fullPath: string): BigIntStats | undefined {
  try {
    return statSync(fullPath, { bigint: true, throwIfNoEntry: false });
  } catch {
    // Whoever reads the file says why it cannot be read.
    return undefined;
  }
}
