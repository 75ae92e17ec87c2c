/**
 * Writes dates of a filter as the locale does: `November 2024`, `8–14 December 2024`, `– December 2024`.
 *
 * @param from empty for no limit, as is `to`
 */
export function formatDates(from: string, to: string, locale: string): string {
  const hasDay = `${from}${to}`.length > 14;
  const format = new Intl.DateTimeFormat(locale, {
    day: hasDay ? 'numeric' : undefined,
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  if (from !== '' && to !== '' && hasDay) return format.formatRange(Date.parse(from), Date.parse(to));
  const [first, last] = [from, to].map((date) => (date === '' ? '' : format.format(Date.parse(date))));
  return first === last ? `${first}` : `${first} – ${last}`.trim();
}
