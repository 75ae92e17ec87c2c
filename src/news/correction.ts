import type { Timestamp } from '../core/dates.ts';

/** The kinds of notice: something was wrong, was unclear, or has moved on. */
export const correctionKinds = ['correction', 'clarification', 'update'] as const;

/** The kind of a correction notice. */
export type CorrectionKind = (typeof correctionKinds)[number];

/** One notice about a change to a published story. */
export interface Correction {
  readonly kind: CorrectionKind;
  readonly date: Timestamp;
  /** Plain text: what the story said, and what it says now. */
  readonly text: string;
}
