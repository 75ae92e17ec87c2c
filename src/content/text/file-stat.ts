import { statSync, type BigIntStats } from 'node:fs';
import { getAgeMs } from '../../disk/clock.ts';

/**
 * Milliseconds after which a file's times can be trusted: a younger file may still change within the same tick of the
 * disk's clock.
 */
const settledMs = 2_000;

/** Returns a file's size, times and place on the disk as text. Empty if it is gone, unreadable or too recent. */
export function readStat(fullPath: string): string {
  const found = getStat(fullPath);
  if (!found || getAgeMs(Number(found.mtimeMs)) < settledMs) return '';
  return [found.size, found.mtimeNs, found.ctimeNs, found.ino].join(' ');
}

function getStat(fullPath: string): BigIntStats | undefined {
  try {
    return statSync(fullPath, { bigint: true, throwIfNoEntry: false });
  } catch {
    // The code that reads the file reports why it cannot be read.
    return undefined;
  }
}
