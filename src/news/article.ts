import type { Timestamp } from '../core/dates.ts';
import type { Correction } from './correction.ts';

/** The kinds of story; the first is the default. */
export const articleKinds = ['report', 'explainer', 'analysis', 'opinion', 'background', 'timeline'] as const;

/** The kind of a story: what a reader may expect of it. */
export type ArticleKind = (typeof articleKinds)[number];

/** The states of a story; the second is the default. */
export const articleStatuses = ['draft', 'published', 'withdrawn'] as const;

/** The status that an editor gives a story. */
type ArticleStatus = (typeof articleStatuses)[number];

/** Where a story was filed, which is not the same as what it is about. */
export interface Dateline {
  /** The city's name in the story's language. */
  readonly place: string;
  /** ISO 3166-1 alpha-2 code of the country. */
  readonly region: string;
  /** Where the place is, in degrees. */
  readonly at?: readonly [latitude: number, longitude: number] | undefined;
}

/** The types of source: a body's own text, a news agency's report (whoever republished it), or a work of reference. */
export const sourceTypes = ['official', 'agency', 'reference'] as const;

/** The type of a source. */
export type SourceType = (typeof sourceTypes)[number];

/** A source of a story, as a reader can look it up. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly type?: SourceType | undefined;
  /** http(s) address; absent for a source that has none, such as a wire report or a letter. */
  readonly url?: string | undefined;
  readonly published?: Timestamp | undefined;
}

/** The picture of a story. */
export interface ArticleImage {
  /** File name beside the story, or a path below it: `bridge.jpg`, `./bridge.jpg`. */
  readonly src: string;
  readonly alt: string;
  readonly credit: string;
  /** Says what cannot be seen: who, where, when. */
  readonly caption: string;
}

/** A story without its text: what its front matter says, checked and completed. */
export interface Article {
  /** Year, month and slug, which are also its address: `2024/11/us-arms-control-chief-bucharest`. */
  readonly id: string;
  /** Where it was read from, relative to the content folder: `articles/2024/11/….md`. */
  readonly file: string;
  /** Fingerprint of its text: the text has changed when this has. */
  readonly textHash: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: ArticleKind;
  readonly published: Timestamp;
  readonly updated?: Timestamp | undefined;
  readonly dateline?: Dateline | undefined;
  /** Id of its one topic. */
  readonly topic: string;
  /** Codes of the places it is about, the main one first: ISO alpha-2, UN M49, or ids of groups. */
  readonly regions: readonly string[];
  /** Free words, as written. */
  readonly tags: readonly string[];
  readonly storylines: readonly string[];
  readonly authors: readonly string[];
  readonly credit?: string | undefined;
  readonly keyPoints: readonly string[];
  readonly sources: readonly Source[];
  readonly corrections: readonly Correction[];
  readonly image?: ArticleImage | undefined;
  /** Paths in the content folder of the pictures that its text shows and the files that it links to. */
  readonly media: readonly string[];
  readonly status: ArticleStatus;
  readonly expires?: Timestamp | undefined;
  /** Old addresses that lead here, as site paths with both slashes. */
  readonly aliases: readonly string[];
  /** BCP 47 tag of the language it is written in. */
  readonly lang: string;
}

/** When a story last changed for its readers: published, updated or corrected. */
export function getModified({ published, updated, corrections }: Article): Timestamp {
  return corrections.reduce(
    (latest, { date }) => (date.epochMs > latest.epochMs ? date : latest),
    updated ?? published,
  );
}

/** The last instant at which a story changed for its readers, in milliseconds since 1970. */
export function getModifiedMs(article: Article): number {
  return getModified(article).epochMs;
}

/** Orders stories newest first; stories of one instant by their address, so that every build agrees. */
export function compareNewestFirst(a: Article, b: Article): number {
  return b.published.epochMs - a.published.epochMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
