/** A story's metadata for the index, without its text. */
export interface SearchRecord {
  /** The path of the story's page, base path included. */
  readonly url: string;
  /** The story's id. */
  readonly id: string;
  /** The file of its text. */
  readonly file: string;
  /** Fingerprint of its text. */
  readonly textHash: string;
  /** BCP 47 tag of the language it is written in. */
  readonly lang: string;
  /** The month it was published in, in the site's time zone: `2024-11`. */
  readonly month: string;
  readonly title: string;
  readonly summary: string;
  readonly imageAlt: string;
  /** Texts shown in its result, and names by which it can be found. */
  readonly meta: Readonly<Record<string, string>>;
  /** Filter values. The names are those of `state.ts`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}
