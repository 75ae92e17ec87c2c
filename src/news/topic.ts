/** A section of the paper; every story has exactly one. */
export interface Topic {
  /** The last part of its address: `diplomacy-security`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** IPTC Media Topics code, eight digits (https://cv.iptc.org/newscodes/mediatopic/). */
  readonly mediaTopic?: string | undefined;
  /** Old addresses that lead here, as site paths with both slashes. */
  readonly aliases?: readonly string[] | undefined;
}
