import { toIsoInstant } from '../core/dates.ts';
import type { Notice } from '../news/notices.ts';
import type { Context, DateView } from './context.ts';

/** A notice of a correction or a withdrawal. */
export interface CorrectionView {
  /** Its anchor on the story’s page: `correction-2024-11-14`. */
  readonly id: string;
  /** `Correction`, `Clarification`, `Update` or `Withdrawn`, in the words of the interface. */
  readonly kind: string;
  readonly date: DateView;
  readonly text: string;
}

/** Builds the notices of a story. */
export function buildCorrections({ words, dates }: Context, notices: readonly Notice[]): readonly CorrectionView[] {
  const ids = toNoticeIds(notices);
  return notices.map(({ kind, date, text }, index) => ({
    id: ids[index] ?? '',
    kind: words.correctionKinds[kind],
    date: { text: dates.moment(date), machine: dates.machine(date) },
    text: text || words.withdrawnText,
  }));
}

/**
 * Returns the anchors of notices, by their days in UTC. They stay the same when notices of other days are added before or
 * after them.
 */
export function toNoticeIds(notices: readonly Notice[]): readonly string[] {
  const seen = new Map<string, number>();
  return notices.map(({ kind, date }) => {
    const id = `${kind === 'withdrawn' ? kind : 'correction'}-${toIsoInstant(date.epochMs).slice(0, 10)}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}
