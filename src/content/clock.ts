import process from 'node:process';

/**
 * Returns the build's instant: `SOURCE_DATE_EPOCH` (seconds since 1970) if it is set, else now.
 *
 * Source: https://reproducible-builds.org/specs/source-date-epoch/
 */
export function readNowMs(): number {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return seconds !== undefined && /^\d+$/u.test(seconds) ? Number(seconds) * 1000 : Date.now();
}

/** Returns the build's instant without the fraction of a second, which `SOURCE_DATE_EPOCH` cannot repeat. */
export function readNowSecondMs(): number {
  return Math.floor(readNowMs() / 1000) * 1000;
}
