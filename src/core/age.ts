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

/**
 * Counts the whole months between two instants, by the calendar of UTC. A month after 31 January is the last day of
 * February.
 *
 * @param thenMs milliseconds since 1970; NaN for an invalid date
 * @returns 0 for less than a month, and for an invalid date
 * @example countMonths(Date.parse('2024-11-13'), Date.parse('2025-01-12')) // 1
 */
export function countMonths(thenMs: number, nowMs: number): number {
  if (Number.isNaN(thenMs)) return 0;
  const [then, now] = [new Date(thenMs), new Date(nowMs)];
  const months = 12 * (now.getUTCFullYear() - then.getUTCFullYear()) + now.getUTCMonth() - then.getUTCMonth();
  return Math.max(0, addMonths(thenMs, months) > nowMs ? months - 1 : months);
}

/**
 * Returns the next instant at which the age of something changes, in whole months during its first year and in years after
 * that.
 */
export function getNextAgeMs(thenMs: number, nowMs: number): number {
  const anniversaryMs = getNextAnniversaryMs(thenMs, nowMs);
  if (countYears(thenMs, nowMs) > 0) return anniversaryMs;
  return Math.min(anniversaryMs, addMonths(thenMs, thenMs > nowMs ? 0 : countMonths(thenMs, nowMs) + 1));
}

function addMonths(thenMs: number, months: number): number {
  const moved = new Date(thenMs);
  const day = moved.getUTCDate();
  moved.setUTCMonth(moved.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  return moved.setUTCDate(Math.min(day, last));
}
