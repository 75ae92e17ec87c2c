import { suggestTimes, type SuggestTimesOptions } from '../../core/suggest-times.ts';

/** Suggests what to write instead of an invalid time, or of one without a time zone. */
export function explainTime(text: string, { timeZone, language }: SuggestTimesOptions, file: string): string {
  if (/^(?:true|false)$/iu.test(text)) return 'Write the date of publication. To hide the story, add `status: draft`.';
  const folder = /^articles\/(?<year>\d{4})\//u.exec(file)?.groups?.['year'];
  const year = folder === undefined ? undefined : Number(folder);
  const [first, second] = suggestTimes(text, { timeZone, language, year });
  if (first === undefined) return 'Write `2024-11-13` or `2024-11-13T19:00:00+02:00`.';
  if (second !== undefined) return `Write \`${first}\` or \`${second}\`, whichever you mean.`;
  return first.includes('T') && !/(?:Z|[+-]\d{2}:?\d{2})$/u.test(text)
    ? `Write \`${first}\`: that is the time in ${timeZone}.`
    : `Write \`${first}\`.`;
}
