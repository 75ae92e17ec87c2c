import { utimesSync } from 'node:fs';

/**
 * Returns the milliseconds since an instant by the machine's own clock. `SOURCE_DATE_EPOCH` does not change how old a
 * file is.
 */
export function getAgeMs(instantMs: number): number {
  return Date.now() - instantMs;
}

/** Sets the time at which a file or folder was last changed to now. */
export function touch(place: string): void {
  const now = new Date();
  utimesSync(place, now, now);
}

/** Starts a stopwatch and returns the function that reads it, in milliseconds. */
export function startStopwatch(): () => number {
  const startedMs = performance.now();
  return () => performance.now() - startedMs;
}
