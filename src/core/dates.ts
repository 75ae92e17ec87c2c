import { memoize } from './memo.ts';

/** An instant as a newsroom writes it: exact to the second, or a day in the site's time zone. */
export interface Timestamp {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly epochMs: number;
  /** True when only the day was written: the time of day is then not shown. */
  readonly isDateOnly: boolean;
}

/** The reason why a text is not a valid timestamp. */
export type TimestampProblem = 'invalid-time' | 'missing-offset';

const dateOnly = /^\d{4}-\d{2}-\d{2}$/u;
const dateTime = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?(?<offset>[Zz]|[+-]\d{2}:\d{2})?$/u;

/** The form of every timestamp, as a regular expression for other tools. It also matches dates that do not exist. */
export const timestampPattern = String.raw`^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:\d{2}))?$`;

/**
 * Reads an ISO 8601 date, or a date and time with its offset. A date alone means midnight in the site's time zone.
 * Days that do not exist (30 February) are refused, never rolled over. Throws a RangeError when there is no such zone.
 *
 * @example parseTimestamp('2024-11-13T19:00:00+02:00', 'UTC') // { epochMs: 1731517200000, isDateOnly: false }
 */
export function parseTimestamp(text: string, timeZone: string): Timestamp | TimestampProblem {
  if (dateOnly.test(text)) return toMidnight(`${text} ${timeZone}`);
  const match = dateTime.exec(text);
  if (!match) return 'invalid-time';
  if (match.groups?.['offset'] === undefined) return 'missing-offset';
  const instant = readOrUndefined(() => Temporal.Instant.from(text));
  return instant ? { epochMs: instant.epochMilliseconds, isDateOnly: false } : 'invalid-time';
}

/** A day may be missing in a zone that moved across the date line. Stories share their days with others. */
const toMidnight = memoize((dayInZone: string): Timestamp | TimestampProblem => {
  const [text, timeZone] = [dayInZone.slice(0, 10), dayInZone.slice(11)];
  const day = readOrUndefined(() => Temporal.PlainDate.from(text, { overflow: 'reject' }));
  const midnight = day?.toZonedDateTime(timeZone);
  if (!day || !midnight?.toPlainDate().equals(day)) return 'invalid-time';
  return { epochMs: midnight.epochMilliseconds, isDateOnly: true };
});

/** Temporal throws a RangeError for an invalid date. */
function readOrUndefined<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A calendar day in some time zone; the month is 1–12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Returns the calendar day of an instant in a time zone. */
export function toCalendarDay(epochMs: number, timeZone: string): CalendarDay {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return { year, month, day };
}

/** Returns `2024/11` for a day: the folder, the address and the archive key of its month. */
export function toMonthKey({ year, month }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}`;
}

/** The way one site writes dates: its locale, its time zone, and formatters that are created once. */
export interface DateFormat {
  /** `13 November 2024` */
  day(epochMs: number): string;
  /** `Wednesday, 13 November 2024` */
  weekday(epochMs: number): string;
  /** `November 2024` */
  month(epochMs: number): string;
  /** `2024`, from the year of an address: in the digits of the locale. */
  year(year: string): string;
  /** `13–19 November 2024`: from one day to another, or the one day. */
  span(fromMs: number, toMs: number): string;
  /** `13 November 2024, 17:00 UTC`, or the day alone when only a day is known. */
  moment(timestamp: Timestamp): string;
  /** The value of an HTML `datetime` attribute: a day, or an instant in UTC. */
  machine(timestamp: Timestamp): string;
  /** `2024-11-13` in the site's time zone. */
  isoDay(epochMs: number): string;
}

/**
 * Makes the date formats of a site.
 *
 * @param locale BCP 47 tag, e.g. `en-GB`
 * @param timeZone IANA name, e.g. `Europe/Bucharest`
 * @param comma the separator between day and time, with its space
 */
export function createDateFormat(locale: string, timeZone: string, comma = ', '): DateFormat {
  // Addresses count years as ISO 8601 does, so that the pages behind them do too, in any locale.
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, calendar: 'gregory', ...options });
  const day = make({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const month = make({ month: 'long', year: 'numeric' });
  const clock = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
  const year = make({ year: 'numeric', timeZone: 'UTC' });
  const toDay = memoize((epochMs: number) => day.format(epochMs));
  const toSpan = memoize((span: string) => {
    const [fromMs = 0, toMs = fromMs] = span.split(' ').map(Number);
    return day.formatRange(fromMs, toMs);
  });
  const isoDay = memoize((epochMs: number) =>
    Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  );

  return {
    day: toDay,
    weekday: memoize((epochMs) => weekday.format(epochMs)),
    month: memoize((epochMs) => month.format(epochMs)),
    year: (text) => year.format(Date.UTC(Number(text), 0)),
    span: (fromMs, toMs) => toSpan(`${fromMs} ${toMs}`),
    moment: ({ epochMs, isDateOnly }) =>
      isDateOnly ? toDay(epochMs) : `${toDay(epochMs)}${comma}${clock.format(epochMs)}`,
    machine: ({ epochMs, isDateOnly }) => (isDateOnly ? isoDay(epochMs) : toIsoInstant(epochMs)),
    isoDay,
  };
}

/** `2024-11-13T17:00:00Z`: RFC 3339 in UTC, without fractions of a second. */
export function toIsoInstant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
