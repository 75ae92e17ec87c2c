import { statSync, type BigIntStats } from 'node:fs';
import { getAgeMs } from '../../disk/clock.ts';

/**
 * Milliseconds after which a file's times can be trusted: a younger file may still change within the same tick of the
 * disk's clock, which may be as long as two seconds.
 */
const settledMs = 2_000;

/** The same on a disk whose times are finer than a millisecond. Its ticks are those of the system, of at most ten. */
const fineSettledMs = 100;

const nsPerMs = 1_000_000n;

/** Returns a file's size, times and place on the disk as text. Empty if it is gone, unreadable or too recent. */
export function readStat(fullPath: string): string {
  const found = getStat(fullPath);
  return found && isSettled(found) ? formatStat(found) : '';
}

/** Returns the same, however recent the file is: for whoever is told of later changes. Empty if it is gone or unreadable. */
export function readStatNow(fullPath: string): string {
  const found = getStat(fullPath);
  return found ? formatStat(found) : '';
}

function isSettled({ mtimeMs, mtimeNs }: BigIntStats): boolean {
  return getAgeMs(Number(mtimeMs)) >= (mtimeNs % nsPerMs === 0n ? settledMs : fineSettledMs);
}

function formatStat({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(' ');
}

function getStat(fullPath: string): BigIntStats | undefined {
  try {
    return statSync(fullPath, { bigint: true, throwIfNoEntry: false });
  } catch {
    // The code that reads the file reports why it cannot be read.
    return undefined;
  }
}
