import { toIsoInstant } from '../../core/dates.ts';
import type { Change, Withheld } from '../../news/agenda.ts';
import type { HoldReason } from '../../news/visibility.ts';

/** The number of withheld stories that a build names. */
const withheldShown = 10;

const names: Readonly<Record<HoldReason, string>> = {
  embargo: 'under embargo',
  expired: 'expired',
  draft: 'draft',
  withdrawn: 'withdrawn',
};

/**
 * Lists what a build has withheld, one line per story: file, reason, instant in the site's zone. Empty if there is
 * nothing.
 *
 * @param folder the content folder, as the reader of the report would name it
 */
export function formatWithheld(withheld: readonly Withheld[], folder: string, timeZone: string): string {
  if (withheld.length === 0) return '';
  const counts = Map.groupBy(withheld, ({ reason }) => reason);
  const sums = [...counts]
    .map(([reason, found]) => `${found.length} ${reason === 'draft' && found.length > 1 ? 'drafts' : names[reason]}`)
    .join(', ');
  const rest = withheld.length - withheldShown;
  const lines = withheld.slice(0, withheldShown).map(({ article, ...hold }) => {
    return `  ${folder}/${article.file}  ${formatHold(hold, timeZone)}`;
  });
  if (rest > 0) lines.push(`  … and ${rest} more`);
  return `Withheld from readers: ${sums}.\n${lines.map((line) => `${line}\n`).join('')}`;
}

function formatHold({ reason, at }: Omit<Withheld, 'article'>, timeZone: string): string {
  if (!at) return names[reason];
  const time = `${toZonedSecond(at.epochMs, timeZone)} (${timeZone})`;
  return reason === 'embargo' ? `${names[reason]} until ${time}` : `${names[reason]} since ${time}`;
}

/** `2026-11-27 08:00:00+02:00`. A fraction of a second is rounded up. */
function toZonedSecond(epochMs: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(toWholeSecond(epochMs))
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })
    .replace('T', ' ');
}

/** Explains when the next build is due even if nobody writes anything. */
export function formatNextBuild(change: Change | undefined, folder: string): string {
  if (!change) return 'No build is due: no story is waiting to be published or to expire.\n';
  const what = change.kind === 'published' ? 'is published' : 'expires';
  return `Next build due: ${toDueInstant(change)}, when ${folder}/${change.article.file} ${what}.\n`;
}

/** Returns the same for programs: `2026-11-27T06:00:00Z`. Empty if no build is due. */
export function toDueInstant(change: Change | undefined): string {
  return change ? toIsoInstant(toWholeSecond(change.atMs)) : '';
}

/** A build knows its instant to the second, so one that began within the second would be too early. */
function toWholeSecond(epochMs: number): number {
  return Math.ceil(epochMs / 1000) * 1000;
}
