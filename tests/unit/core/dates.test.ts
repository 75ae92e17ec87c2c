import { describe, expect, it } from 'vitest';
import { createDateFormat, parseTimestamp, toCalendarDay, toIsoInstant, toMonthKey } from '../../../src/core/dates.ts';

describe('parseTimestamp', () => {
  it.each([
    ['2024-11-13T19:00:00+02:00', '2024-11-13T17:00:00.000Z'],
    ['2024-11-13T17:00:00Z', '2024-11-13T17:00:00.000Z'],
    ['2024-11-13t17:00:00z', '2024-11-13T17:00:00.000Z'],
    ['2024-11-13 17:00Z', '2024-11-13T17:00:00.000Z'],
    ['2024-11-13T17:00:00.25Z', '2024-11-13T17:00:00.250Z'],
    ['2024-11-13T17:00:00.123456789Z', '2024-11-13T17:00:00.123Z'],
    ['2024-11-13T00:15:00+05:45', '2024-11-12T18:30:00.000Z'],
    ['2024-12-31T20:00:00-11:00', '2025-01-01T07:00:00.000Z'],
    ['2024-02-29T00:00:00-00:00', '2024-02-29T00:00:00.000Z'],
    ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59.000Z'],
  ])('reads %s as an instant, whatever the zone of the site', (text, instant) => {
    const expected = { epochMs: Date.parse(instant), isDateOnly: false };
    expect(parseTimestamp(text, 'UTC')).toEqual(expected);
    expect(parseTimestamp(text, 'Asia/Tokyo')).toEqual(expected);
  });

  it.each([
    ['2024-11-13', 'UTC', '2024-11-13T00:00Z'],
    ['2024-11-13', 'Europe/Bucharest', '2024-11-12T22:00Z'],
    ['2024-11-13', 'Pacific/Kiritimati', '2024-11-12T10:00Z'],
    ['2024-11-13', 'Pacific/Pago_Pago', '2024-11-13T11:00Z'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00Z'],
    ['2024-07-01', 'Europe/Bucharest', '2024-06-30T21:00Z'],
  ])('reads %s as midnight in %s', (text, zone, midnight) => {
    expect(parseTimestamp(text, zone)).toEqual({ epochMs: Date.parse(midnight), isDateOnly: true });
  });

  it('takes the first moment of a day that has no midnight, as clocks go forward', () => {
    expect(parseTimestamp('2024-04-26', 'Africa/Cairo')).toEqual({
      epochMs: Date.parse('2024-04-26T01:00+03:00'),
      isDateOnly: true,
    });
  });

  it.each(['2024-02-30', '2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00'])(
    'refuses the day %s and never rolls it over',
    (day) => {
      expect(parseTimestamp(day, 'UTC')).toBe('invalid-time');
      expect(parseTimestamp(`${day}T12:00:00Z`, 'UTC')).toBe('invalid-time');
    },
  );

  it('refuses a day that the date line took out of the calendar of the zone', () => {
    expect(parseTimestamp('2011-12-30', 'Pacific/Apia')).toBe('invalid-time');
    expect(parseTimestamp('2011-12-30', 'UTC')).toEqual({ epochMs: Date.parse('2011-12-30'), isDateOnly: true });
  });

  it.each(['24:00:00Z', '25:00:00Z', '12:60:00Z', '12:00:61Z', '12:00:60Z', '12:00:00+24:00', '12:00:00+02:60'])(
    'refuses the time %s',
    (time) => {
      expect(parseTimestamp(`2024-11-13T${time}`, 'UTC')).toBe('invalid-time');
    },
  );

  it.each(['2024-11-13T19:00:00', '2024-11-13T19:00', '2024-11-13 19:00'])('asks for the offset of %s', (text) => {
    expect(parseTimestamp(text, 'Europe/Bucharest')).toBe('missing-offset');
  });

  it.each([
    '',
    'yesterday',
    '2024',
    '2024-11',
    '20241113',
    '2024-W46-3',
    '13.11.2024',
    ' 2024-11-13',
    '2024-11-13\n',
    '٢٠٢٤-١١-١٣',
    '+002024-11-13',
    '2024-11-13Z',
    '2024-11-13T19Z',
    '2024-11-13T19:00+0200',
    '2024-11-13T19:00:00+02:00[Europe/Bucharest]',
    '2024-11-13T19:00:00 UTC',
  ])('refuses %j, which is no form of the contract', (text) => {
    expect(parseTimestamp(text, 'UTC')).toBe('invalid-time');
  });

  it('blames a wrong time zone on the site, not on what the editor wrote', () => {
    expect(() => parseTimestamp('2024-11-13', 'Europe/Bukarest')).toThrow(RangeError);
  });
});

describe('toCalendarDay', () => {
  it.each([
    ['2024-11-30T23:30Z', 'UTC', 2024, 11, 30],
    ['2024-11-30T23:30Z', 'Europe/Bucharest', 2024, 12, 1],
    ['2024-12-31T10:30Z', 'Pacific/Kiritimati', 2025, 1, 1],
    ['2025-01-01T10:30Z', 'Pacific/Pago_Pago', 2024, 12, 31],
    ['2011-12-30T09:59Z', 'Pacific/Apia', 2011, 12, 29],
    ['2011-12-30T10:00Z', 'Pacific/Apia', 2011, 12, 31],
    ['1969-12-31T23:59Z', 'UTC', 1969, 12, 31],
  ])('places %s in %s', (instant, zone, year, month, day) => {
    expect(toCalendarDay(Date.parse(instant), zone)).toEqual({ year, month, day });
  });
});

describe('toMonthKey', () => {
  it.each([
    [2024, 11, '2024/11'],
    [2024, 2, '2024/02'],
    [987, 1, '0987/01'],
  ])('writes %i, %i as %s', (year, month, key) => {
    expect(toMonthKey({ year, month, day: 31 })).toBe(key);
  });
});

describe('createDateFormat', () => {
  const evening = { epochMs: Date.parse('2024-11-13T23:05Z'), isDateOnly: false };

  it('writes the day, the weekday and the month of the site’s locale', () => {
    const british = createDateFormat('en-GB', 'UTC');
    expect(british.day(evening.epochMs)).toBe('13 November 2024');
    expect(british.weekday(evening.epochMs)).toBe('Wednesday, 13 November 2024');
    expect(british.month(evening.epochMs)).toBe('November 2024');
    expect(createDateFormat('de-DE', 'UTC').day(evening.epochMs)).toBe('13. November 2024');
  });

  it('writes all of them in the time zone of the site', () => {
    const island = createDateFormat('en-GB', 'Pacific/Kiritimati');
    const yearEnd = Date.parse('2024-12-31T10:30Z');
    expect(island.day(yearEnd)).toBe('1 January 2025');
    expect(island.weekday(yearEnd)).toBe('Wednesday, 1 January 2025');
    expect(island.month(yearEnd)).toBe('January 2025');
    expect(island.isoDay(yearEnd)).toBe('2025-01-01');
  });

  it('writes a moment with its zone, midnight as 00:00', () => {
    const { moment } = createDateFormat('en-GB', 'UTC');
    expect(moment(evening)).toBe('13 November 2024, 23:05 UTC');
    expect(moment({ epochMs: Date.parse('2024-11-13'), isDateOnly: false })).toBe('13 November 2024, 00:00 UTC');
  });

  it('shows no time of day where only a day was written', () => {
    const { moment } = createDateFormat('en-GB', 'UTC');
    expect(moment({ epochMs: Date.parse('2024-11-13'), isDateOnly: true })).toBe('13 November 2024');
  });

  it('gives machines an instant in UTC, or the day as it was written', () => {
    const zone = 'Pacific/Kiritimati';
    const { machine } = createDateFormat('en-GB', zone);
    expect(machine(evening)).toBe('2024-11-13T23:05:00Z');
    const day = parseTimestamp('2024-11-13', zone);
    if (typeof day === 'string') throw new Error(day);
    expect(machine(day)).toBe('2024-11-13');
  });

  it('keeps to the calendar of the addresses, and sets the comma of the language', () => {
    expect(createDateFormat('fa-IR', 'UTC').year('2024')).toBe('۲۰۲۴');
    expect(createDateFormat('ar-EG', 'UTC', '، ').moment(evening)).toMatch(/ ٢٠٢٤، ٢٣:٠٥/u);
  });

  it('writes numerals of the locale for readers and never for machines', () => {
    const arabic = createDateFormat('ar-EG', 'Africa/Cairo');
    expect(arabic.day(evening.epochMs)).toBe('١٤ نوفمبر ٢٠٢٤');
    expect(arabic.year('2024')).toBe('٢٠٢٤');
    expect(arabic.isoDay(evening.epochMs)).toBe('2024-11-14');
    expect(arabic.machine(evening)).toBe('2024-11-13T23:05:00Z');
  });
});

describe('toIsoInstant', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [999, '1970-01-01T00:00:00Z'],
    [-1, '1969-12-31T23:59:59Z'],
    [1731517200000, '2024-11-13T17:00:00Z'],
  ])('writes %i as %s', (epochMs, text) => {
    expect(toIsoInstant(epochMs)).toBe(text);
  });
});
