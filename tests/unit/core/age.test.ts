import { expect, it } from 'vitest';
import { countYears } from '../../../src/core/age.ts';

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
