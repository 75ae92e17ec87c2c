import { expect, it } from 'vitest';
import { countYears, getNextAnniversaryMs } from '../../../src/core/age.ts';

it.each([
  ['2024-11-13', '2025-11-12', 0],
  ['2024-11-13', '2025-11-13', 1],
  ['2024-11-13T17:00:00Z', '2026-11-25', 2],
  ['2024-02-29', '2025-02-28', 0],
  ['2024-02-29', '2025-03-01', 1],
  ['2027-01-01', '2026-01-01', 0],
  ['no date', '2026-01-01', 0],
])('counts the years from %s to %s: %d', (date, now, years) => {
  expect(countYears(Date.parse(date), Date.parse(now))).toBe(years);
});

it.each([
  ['2024-11-13', '2026-11-12T23:59:59Z'],
  ['2024-11-13', '2026-11-13'],
  ['2024-02-29', '2025-03-01'],
  ['2024-02-29', '2027-12-31T23:00:00Z'],
  ['2026-12-31T23:59:59Z', '2027-01-01'],
])('finds when the next year has passed: since %s, at %s', (date, now) => {
  const [thenMs, nowMs] = [Date.parse(date), Date.parse(now)];
  const nextMs = getNextAnniversaryMs(thenMs, nowMs);
  const years = countYears(thenMs, nowMs);
  expect(countYears(thenMs, nextMs - 1)).toBe(years);
  expect(countYears(thenMs, nextMs)).toBe(years + 1);
});
