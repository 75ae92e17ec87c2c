/**
 * Counts the whole years between two instants, by the calendar of UTC.
 *
 * @param thenMs milliseconds since 1970; NaN for an invalid date
 * @returns 0 for less than a year, and for an invalid date
 * @example countYears(Date.parse('2024-11-13'), Date.parse('2026-11-12')) // 1
 */
export function countYears(thenMs: number, nowMs: number): number {
  const [then, now] = [new Date(thenMs), new Date(nowMs)];
  if (Number.isNaN(thenMs)) return 0;
  const years = now.getUTCFullYear() - then.getUTCFullYear();
  then.setUTCFullYear(now.getUTCFullYear());
  return Math.max(0, then > now ? years - 1 : years);
}

/**
 * Returns the next instant at which another year has passed since an instant, as `countYears` counts them.
 *
 * @example getNextAnniversaryMs(Date.parse('2024-11-13'), Date.parse('2026-11-13')) // Date.parse('2027-11-13')
 */
export function getNextAnniversaryMs(thenMs: number, nowMs: number): number {
  const [then, year] = [new Date(thenMs), new Date(nowMs).getUTCFullYear()];
  then.setUTCFullYear(year);
  return then.getTime() > nowMs ? then.getTime() : new Date(thenMs).setUTCFullYear(year + 1);
}
