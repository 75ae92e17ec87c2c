import { describe, expect, it } from 'vitest';
import { findDateWords } from '../../../../src/search/page/date-words.ts';
import { formatDates } from '../../../../src/search/page/format-dates.ts';

const periods = [
  { words: 'la semana pasada|semana pasada|last week', from: '2024-12-16', to: '2024-12-22' },
  { words: 'الأسبوع الماضي', from: '2024-12-14', to: '2024-12-20' },
];
const find = (typed: string, locale = 'en-GB') => {
  const found = findDateWords(typed, { periods, locale });
  return found && [found.rest, found.from, found.to];
};

describe('a date in the words of a query', () => {
  it.each([
    ['malaria november 2024', 'en-GB', ['malaria', '2024-11', '2024-11']],
    ['Nov. 2024', 'en-GB', ['', '2024-11', '2024-11']],
    ['vote of 13 November, 2024 in Iowa', 'en-GB', ['vote in Iowa', '2024-11', '2024-11']],
    ['elecciones noviembre de 2024', 'es-ES', ['elecciones', '2024-11', '2024-11']],
    ['13 de noviembre de 2024', 'es-ES', ['', '2024-11', '2024-11']],
    ['نوفمبر ٢٠٢٤ مصر', 'ar-EG', ['مصر', '2024-11', '2024-11']],
    ['floods LAST WEEK Spain', 'en-GB', ['floods Spain', '2024-12-16', '2024-12-22']],
    ['inundaciones la semana pasada', 'es-ES', ['inundaciones', '2024-12-16', '2024-12-22']],
    ['الأسبوع الماضي', 'ar-EG', ['', '2024-12-14', '2024-12-20']],
  ])('is taken out of %j in %s', (typed, locale, found) => {
    expect(find(typed, locale)).toEqual(found);
  });

  it.each([
    'november',
    '2024',
    'protest march',
    'may 5',
    '"november 2024"',
    'say “last week',
    '-november 2024',
    'blast weekly',
    'novembers 2024',
    'november 20245',
    '',
    'x'.repeat(300),
  ])('is none in %j', (typed) => {
    expect(find(typed)).toBeUndefined();
  });
});

it.each([
  ['2024-11', '2024-11', 'November 2024'],
  ['2024-11', '2024-12', 'November 2024 – December 2024'],
  ['', '2024-12', '– December 2024'],
  ['2024-11', '', 'November 2024 –'],
  ['2024-12-16', '2024-12-22', '16–22 December 2024'],
  ['2024-12-23', '2024-12-23', '23 December 2024'],
])('dates from %j to %j are written as the locale does', (from, to, text) => {
  // Between days of a month the locale writes thin spaces.
  expect(formatDates(from, to, 'en-GB').replaceAll('\u2009', '')).toBe(text);
});
