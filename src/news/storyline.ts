import type { Timestamp } from '../core/dates.ts';

/** A dated step of a storyline, written by hand. */
interface Milestone {
  readonly date: Timestamp;
  readonly text: string;
  /** Id of the article that reports it, e.g. `2024/12/russia-dprk-treaty`. */
  readonly article?: string | undefined;
  readonly source?: { readonly publisher: string; readonly url?: string | undefined } | undefined;
}

/** A continuing story, told in chapters. */
export interface Storyline {
  /** The last part of its address: `dprk-russia`. */
  readonly id: string;
  /** Its source file, relative to the content folder. */
  readonly file: string;
  /** Fingerprint of its text. It changes whenever the text does. */
  readonly textHash: string;
  readonly title: string;
  readonly summary: string;
  readonly milestones: readonly Milestone[];
  /** Old addresses that lead here, as site paths with both slashes. */
  readonly aliases?: readonly string[] | undefined;
}
