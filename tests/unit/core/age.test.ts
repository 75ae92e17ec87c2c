import { expect, it } from 'vitest';
import { countMonths, countYears, getNextAgeMs, getNextAnniversaryMs } from '../../../src/core/age.ts';

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

it.each([
  ['2024-11-13', '2024-12-12T23:59:59Z', 0],
  ['2024-11-13', '2024-12-13', 1],
  ['2024-01-31', '2024-02-28T23:59:59Z', 0],
  ['2024-01-31', '2024-02-29', 1],
  ['2024-01-31', '2024-03-30', 1],
  ['2024-11-13', '2026-11-13', 24],
  ['2027-01-01', '2026-01-01', 0],
  ['no date', '2026-01-01', 0],
])('counts the months from %s to %s: %d', (date, now, months) => {
  expect(countMonths(Date.parse(date), Date.parse(now))).toBe(months);
});

it.each([
  ['2024-11-13', '2024-11-14', '2024-12-13'],
  ['2024-01-31', '2024-02-01', '2024-02-29'],
  ['2024-11-13', '2025-10-20', '2025-11-13'],
  ['2024-11-13', '2025-11-13', '2026-11-13'],
  ['2024-02-29', '2025-02-10', '2025-02-28'],
])('finds when the age of %s, asked on %s, changes: on %s', (date, now, next) => {
  expect(new Date(getNextAgeMs(Date.parse(date), Date.parse(now))).toISOString()).toBe(`${next}T00:00:00.000Z`);
});
