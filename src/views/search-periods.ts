import type { Dictionary } from '../i18n/dictionary.ts';

/** A period that readers name in a search, by words such as “last week”. */
export interface PeriodView {
  /** `|` separates forms. */
  readonly words: string;
  /** First and last day or month: `2024-12-08`, `2024-12`. */
  readonly from: string;
  readonly to: string;
}

/** The words for periods. `|` separates forms of one. */
export type PeriodWords = Dictionary['searchPeriods'];

/**
 * Builds the periods before the day of an edition. They are those of the edition and not of the reader's clock: a page
 * that is read later finds the same stories, and the filter shows which days are meant.
 *
 * @param day `2024-12-24`
 * @param firstWeekday 1 for Monday to 7 for Sunday
 */
export function buildPeriods(day: string, firstWeekday: number, words: PeriodWords): readonly PeriodView[] {
  const today = Temporal.PlainDate.from(day);
  const yesterday = today.subtract({ days: 1 });
  const week = startWeek(today, firstWeekday);
  const [month, year] = [today.toPlainYearMonth(), today.year];
  const lastMonth = month.subtract({ months: 1 });
  const ranges = {
    today: [today, today],
    yesterday: [yesterday, yesterday],
    thisWeek: [week, today],
    lastWeek: [week.subtract({ days: 7 }), week.subtract({ days: 1 })],
    thisMonth: [month, month],
    lastMonth: [lastMonth, lastMonth],
    thisYear: [`${year}-01`, `${year}-12`],
    lastYear: [`${year - 1}-01`, `${year - 1}-12`],
  } as const;
  return Object.entries(ranges).map(([name, [from, to]]) => ({
    words: words[name as keyof PeriodWords],
    from: String(from),
    to: String(to),
  }));
}

/** Returns the first day of the month in which last week began. Periods name no older days by themselves. */
export function getFirstNamedDay(day: string, firstWeekday: number): string {
  return startWeek(Temporal.PlainDate.from(day), firstWeekday).subtract({ days: 7 }).with({ day: 1 }).toString();
}

function startWeek(day: Temporal.PlainDate, firstWeekday: number): Temporal.PlainDate {
  return day.subtract({ days: (day.dayOfWeek - firstWeekday + 7) % 7 });
}
