import { describe, expect, it } from 'vitest';
import { findDictionary } from '../../../src/i18n/dictionary.ts';
import { buildPeriods, getFirstNamedDay } from '../../../src/views/search-periods.ts';

describe('the periods before an edition', () => {
  it('are days and months before its own day', () => {
    const words = findDictionary('en')?.searchPeriods;
    const periods = words && buildPeriods('2025-01-01', 1, words).map(({ words: name, from, to }) => [name, from, to]);
    expect(periods).toEqual([
      ['today', '2025-01-01', '2025-01-01'],
      ['yesterday', '2024-12-31', '2024-12-31'],
      ['this week', '2024-12-30', '2025-01-01'],
      ['last week', '2024-12-23', '2024-12-29'],
      ['this month', '2025-01', '2025-01'],
      ['last month', '2024-12', '2024-12'],
      ['this year', '2025-01', '2025-12'],
      ['last year', '2024-01', '2024-12'],
    ]);
  });

  it.each([
    ['a Monday', 1, '2024-12-16', '2024-12-22'],
    ['a Saturday', 6, '2024-12-14', '2024-12-20'],
    ['a Sunday', 7, '2024-12-15', '2024-12-21'],
  ])('have weeks that begin on %s', (_name, firstWeekday, from, to) => {
    const words = findDictionary('en')?.searchPeriods;
    const periods = words && buildPeriods('2024-12-24', firstWeekday, words);
    expect(periods?.find(({ words: name }) => name === 'last week')).toMatchObject({ from, to });
  });

  it('name days from the month on in which last week began', () => {
    expect(getFirstNamedDay('2024-12-24', 1)).toBe('2024-12-01');
    expect(getFirstNamedDay('2025-01-03', 1)).toBe('2024-12-01');
  });
});
