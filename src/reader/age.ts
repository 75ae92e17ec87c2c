/**
 * Counts the whole years since a day.
 *
 * @param date ISO 8601
 * @returns 0 for less than a year, and for what is no date
 * @example countYears('2024-11-13', Date.parse('2026-11-12')) // 1
 */
export function countYears(date: string, nowMs: number): number {
  const [then, now] = [new Date(date), new Date(nowMs)];
  if (Number.isNaN(then.getTime())) return 0;
  const years = now.getUTCFullYear() - then.getUTCFullYear();
  then.setUTCFullYear(now.getUTCFullYear());
  return Math.max(0, then > now ? years - 1 : years);
}
