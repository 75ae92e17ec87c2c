import type { SearchSetup } from './setup.ts';

/** A date that a query names, and the query without it. Months and days as in an address: `2024-11`, `2024-11-13`. */
export interface DateWords {
  readonly rest: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Finds a date in the words of a query: a month with its year as the locale writes them, or a period before the day of
 * the edition (`last week`). Words in quotes and the name of a month alone are not dates.
 *
 * @example findDateWords('malaria November 2024', setup) // { rest: 'malaria', from: '2024-11', to: '2024-11' }
 */
export function findDateWords(
  typed: string,
  { periods, locale }: Pick<SearchSetup, 'periods' | 'locale'>,
): DateWords | undefined {
  for (const { words, from, to } of periods) {
    const match = find(typed, `(?:${words})`);
    if (match) return { rest: remove(typed, match), from, to };
  }
  const months = listMonthNames(locale);
  const names = [...months.keys()].toSorted((a, b) => b.length - a.length);
  const match = find(
    typed,
    `(?:(?:\\p{L}{2}\\s+)?\\p{Nd}{1,2}\\s+)?(?:\\p{L}{2}\\s+)?(?<month>${names.join('|')})\\.?,?\\s+(?:\\p{L}{2,3}\\s+)?(?<year>\\p{Nd}{4})`,
  );
  const month = months.get(match?.groups?.['month']?.toLowerCase() ?? '');
  if (!match || month === undefined) return undefined;
  const date = `${toDigits(match.groups?.['year'] ?? '', locale)}-${month}`;
  return { rest: remove(typed, match), from: date, to: date };
}

/** Finds whole words outside quotes that no minus excludes. */
function find(typed: string, pattern: string): RegExpExecArray | undefined {
  const match = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}-])${pattern}(?![\\p{L}\\p{M}\\p{N}])`, 'iu').exec(typed);
  const isQuoted = (typed.slice(0, match?.index).match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1;
  return match && !isQuoted ? match : undefined;
}

function remove(typed: string, { index, 0: found }: RegExpExecArray): string {
  return `${typed.slice(0, index)} ${typed.slice(index + found.length)}`.replaceAll(/\s+/gu, ' ').trim();
}

/** Returns the numbers of months by their long and short names: `november` and `nov` are 11. */
function listMonthNames(locale: string): ReadonlyMap<string, string> {
  const names = (['long', 'short'] as const).flatMap((style) => {
    const format = new Intl.DateTimeFormat(locale, {
      month: style,
      year: 'numeric',
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    return Array.from({ length: 12 }, (_, month) => {
      const name = format.formatToParts(Date.UTC(2024, month)).find(({ type }) => type === 'month')?.value ?? '';
      return [name.toLowerCase().replace(/\.$/u, ''), String(month + 1).padStart(2, '0')] as const;
    });
  });
  return new Map(names);
}

function toDigits(text: string, locale: string): string {
  const number = new Intl.NumberFormat(locale, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, digit) => number.format(digit));
  return [...text].map((digit) => (digits.includes(digit) ? digits.indexOf(digit) : digit)).join('');
}
