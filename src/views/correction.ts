import type { Correction } from '../news/correction.ts';
import type { Context, DateView } from './context.ts';

/** A correction notice. */
export interface CorrectionView {
  /** `Correction`, `Clarification` or `Update`, in the words of the interface. */
  readonly kind: string;
  readonly date: DateView;
  readonly text: string;
}

/** Builds a correction notice. */
export function buildCorrection({ words, dates }: Context, { kind, date, text }: Correction): CorrectionView {
  return { kind: words.correctionKinds[kind], date: { text: dates.moment(date), machine: dates.machine(date) }, text };
}
