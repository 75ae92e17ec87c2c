import { parseTimestamp } from './dates.ts';
import { memoize } from './memo.ts';

/** The facts that help to guess which date or time an invalid text means. */
export interface SuggestTimesOptions {
  /** IANA time zone of the newsroom. */
  readonly timeZone: string;
  /** BCP 47 tag. Month names are read in this language and in English. */
  readonly language: string;
  /** The year to use for a day without one. */
  readonly year?: number | undefined;
}

/**
 * Returns the ISO 8601 times that a text in another form may mean. A time without an offset gets the newsroom's offset
 * at that instant. Where clocks go back it gets both; where they go forward, the one after the gap.
 *
 * @returns the likely ones first; empty if there is no good guess
 * @example suggestTimes('11/20/2026', { timeZone: 'UTC', language: 'en' }) // ['2026-11-20']
 * @example suggestTimes('2026-07-01T09:00', { timeZone: 'Europe/Bucharest', language: 'en' }) // ['2026-07-01T09:00+03:00']
 */
export function suggestTimes(text: string, options: SuggestTimesOptions): readonly string[] {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const { dates, rest } = readDate(plain, options);
  const clock = readClock(rest);
  if (!clock) return [];
  const found = new Set(dates.flatMap((date) => toIso(date, clock, options.timeZone)));
  return [...found].filter((time) => typeof parseTimestamp(time, options.timeZone) === 'object').slice(0, 2);
}

interface Dates {
  readonly dates: readonly Temporal.PlainDate[];
  /** The text after the date. */
  readonly rest: string;
}

const nothing: Dates = { dates: [], rest: '' };

function readDate(text: string, options: SuggestTimesOptions): Dates {
  // `Fri, 20 Nov 2026`: the day of the week adds nothing.
  const bare = text.replace(/^\p{L}{2,}\.?,?\s+(?=\d)/u, (word) => (toMonth(word, options) ? word : ''));
  return readYearFirst(bare) ?? readYearLast(bare) ?? readMonthName(bare, options) ?? nothing;
}

/** `2026-11-5`, `2026/11/05`, `20261105`, `2026年11月5日` */
function readYearFirst(text: string): Dates | undefined {
  const match = /^(?<year>\d{4})(?:[-/.年 ]+(?<month>\d{1,2})[-/.月 ]+(?<day>\d{1,2})日?|(?<run>\d{4}))(?!\d)/u.exec(
    text,
  );
  if (!match) return undefined;
  const { year, month, day, run = '' } = match.groups ?? {};
  const [first, second] = [Number(month ?? run.slice(0, 2)), Number(day ?? run.slice(2))];
  const isSwapped = first > 12 && second <= 12;
  const dates = isSwapped ? toDates(Number(year), second, first) : toDates(Number(year), first, second);
  return { dates, rest: text.slice(match[0].length) };
}

/**
 * `20.11.2026`, `11/20/2026`, `20-11-26`. With a full stop the day comes first; otherwise both orders are in use
 * somewhere.
 */
function readYearLast(text: string): Dates | undefined {
  const match = /^(?<a>\d{1,2})(?<mark>[-/.]) ?(?<b>\d{1,2})[-/.] ?(?<year>\d{4}|\d{2})(?![\d:])/u.exec(text);
  if (!match) return undefined;
  const { a, b, mark, year = '' } = match.groups ?? {};
  const [first, second] = [Number(a), Number(b)];
  const orders: [month: number, day: number][] =
    mark === '.'
      ? [[second, first]]
      : [
          [second, first],
          [first, second],
        ];
  const real = orders.filter(([month, day]) => month <= 12 && day <= 31);
  return {
    dates: real.flatMap(([month, day]) => toDates(toYear(year), month, day)),
    rest: text.slice(match[0].length),
  };
}

/** `20 November 2026`, `Nov 20th`, `20 de noviembre de 2026` */
function readMonthName(text: string, options: SuggestTimesOptions): Dates | undefined {
  const year = String.raw`(?:,?\s+(?:de\s+)?'?(?<year>\d{4}|\d{2})(?![\d:]|\s*[ap]\.?m))?`;
  const dayFirst = new RegExp(
    String.raw`^(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]*(?:de\s+|of\s+)?(?<month>\p{L}+)\.?${year.replace(String.raw`,?\s+`, String.raw`[\s,-]+`)}`,
    'u',
  );
  const monthFirst = new RegExp(
    String.raw`^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])${year}`,
    'u',
  );
  const match = dayFirst.exec(text) ?? monthFirst.exec(text);
  const { day, month = '', year: written } = match?.groups ?? {};
  const number = toMonth(month, options);
  const inYear = written === undefined ? options.year : toYear(written);
  if (!match || number === undefined || inYear === undefined) return undefined;
  return { dates: toDates(inYear, number, Number(day)), rest: text.slice(match[0].length) };
}

function toYear(year: string): number {
  return year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
}

/** A day just past the end of its month means the last day of the month or the day after it. */
function toDates(year: number, month: number, day: number): readonly Temporal.PlainDate[] {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return [];
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  return date.day === day ? [date] : [date, date.add({ days: 1 })];
}

/** Finds a month by its name, or by three letters of it. */
function toMonth(word: string, { language }: SuggestTimesOptions): number | undefined {
  const name = word.replace(/[.,\s]+$/u, '');
  if (name.length < 3) return undefined;
  return (
    getMonths(language).find(([known]) => known === name)?.[1] ??
    getMonths(language).find(([known]) => known.startsWith(name))?.[1]
  );
}

const getMonths: (language: string) => readonly (readonly [name: string, month: number])[] = memoize(
  (language: string) =>
    [language, 'en'].flatMap((locale) =>
      (['long', 'short'] as const).flatMap((style) => {
        const format = new Intl.DateTimeFormat(locale, {
          month: style,
          day: 'numeric',
          timeZone: 'UTC',
          calendar: 'gregory',
        });
        return Array.from({ length: 12 }, (_, month) => {
          const parts = format.formatToParts(Date.UTC(2026, month, 15));
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          return [name.toLowerCase().replace(/\.$/u, ''), month + 1] as const;
        });
      }),
    ),
);

interface Clock {
  /** Undefined if only a day was written. */
  readonly time?: { readonly hour: number; readonly minute: string; readonly second: string };
  /** The offset as ISO 8601 writes it. Undefined if none was written. */
  readonly offset?: string;
}

/** Reads the text after a date. Returns undefined if it cannot be understood. */
function readClock(rest: string): Clock | undefined {
  if (/^[\s,.]*$/u.test(rest)) return {};
  const pattern =
    /^(?:[\s,]|t|at|um|a las|à)*(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})(?<second>:\d{2}(?:\.\d+)?)?)?\s*(?<half>[ap]\.?m\b\.?)?\s*(?:uhr|h)?\s*(?<offset>z|utc|gmt|[+-]\d{2}:?\d{2})?(?:\[[^\]]*\])?\s*$/u;
  const { hour: written, minute = '00', second = '', half, offset } = pattern.exec(rest)?.groups ?? {};
  if (written === undefined) return undefined;
  const hour = half === undefined ? Number(written) : (Number(written) % 12) + (half.startsWith('p') ? 12 : 0);
  if (hour > 24 || Number(minute) > 59 || (hour === 24 && Number(minute) > 0)) return undefined;
  return { time: { hour, minute, second }, ...(offset && { offset: toOffset(offset) }) };
}

function toOffset(offset: string): string {
  return /^[a-z]/u.test(offset) ? 'Z' : offset.replace(/^(?<hours>.\d{2}):?(?<minutes>\d{2})$/u, '$<hours>:$<minutes>');
}

function toIso(date: Temporal.PlainDate, { time, offset }: Clock, timeZone: string): readonly string[] {
  if (!time) return [date.toString()];
  const day = time.hour === 24 ? date.add({ days: 1 }) : date;
  const local = (on: string, hour: number) => `${on}T${String(hour).padStart(2, '0')}:${time.minute}${time.second}`;
  if (offset !== undefined) return [local(day.toString(), time.hour % 24) + offset];
  const at = day.toPlainDateTime({ hour: time.hour % 24, minute: Number(time.minute) });
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    at.toZonedDateTime(timeZone, { disambiguation }),
  );
  // Where clocks go forward the hour does not exist, so the time moves forward by the same amount.
  const moments = later && !later.toPlainDateTime().equals(at) ? [later] : [earlier, later];
  return moments.flatMap((moment) =>
    moment
      ? [
          local(moment.toPlainDate().toString(), moment.hour).replace(
            /:\d{2}(?=:|$)/u,
            `:${String(moment.minute).padStart(2, '0')}`,
          ) + moment.offset,
        ]
      : [],
  );
}
