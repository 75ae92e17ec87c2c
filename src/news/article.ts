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

/** The meanings that the place of a dateline can have in a newsroom; the first is the default. */
export const datelineMeanings = ['filed', 'event'] as const;

/** The meaning of the place of a dateline: where the story was filed, or where the event took place. */
export type DatelineMeaning = (typeof datelineMeanings)[number];

/** The place where a story was filed, which may differ from what it is about, or where the event took place. */
export interface Dateline {
  /** The city's name in the story's language. */
  readonly place: string;
  /** ISO 3166-1 alpha-2 code of the country. */
  readonly region: string;
  /** The coordinates of the place, in degrees. */
  readonly at?: readonly [latitude: number, longitude: number] | undefined;
}

/** A place where something in a story happened. */
export interface EventPlace {
  /** Its name in the story's language. */
  readonly name: string;
  /** ISO 3166-1 alpha-2 code of the country. */
  readonly region: string;
  /** Its coordinates, in degrees. */
  readonly at?: readonly [latitude: number, longitude: number] | undefined;
}

/** The types of source: a body's own text, a news agency's report (whoever republished it), or a work of reference. */
export const sourceTypes = ['official', 'agency', 'reference'] as const;

/** The type of a source. */
export type SourceType = (typeof sourceTypes)[number];

/** A source of a story, as a reader can look it up. */
export interface Source {
  /** The name that marks in the text have for it: `reuters` in `[@reuters]`. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly publisher: string;
  readonly type?: SourceType | undefined;
  /** http(s) address. Absent for a source without one, such as a wire report or a letter. */
  readonly url?: string | undefined;
  readonly published?: Timestamp | undefined;
}

/** The withdrawal of a story. */
interface Withdrawal {
  readonly date: Timestamp;
  /** Plain text: why the newsroom no longer stands by the story. */
  readonly reason: string;
}

/** A sentence that sums up a part of the story. */
export interface KeyPoint {
  /** As written: source marks, if there are any, are in it. */
  readonly text: string;
  /** The first words of the paragraph that supports it. Without them the nearest paragraph is found by its words. */
  readonly at?: string | undefined;
}

/** The picture of a story. */
export interface ArticleImage {
  /** A file name beside the story, or a path below its folder: `bridge.jpg`, `./bridge.jpg`. */
  readonly src: string;
  readonly alt: string;
  readonly credit: string;
  /** Describes what the picture does not show: who, where, when. */
  readonly caption: string;
}

/** A story without its text: its front matter, checked and completed. */
export interface Article {
  /** Year, month and slug, which are also its address: `2024/11/us-arms-control-chief-bucharest`. */
  readonly id: string;
  /** Its source file, relative to the content folder: `articles/2024/11/….md`. */
  readonly file: string;
  /** Fingerprint of its text. It changes whenever the text does. */
  readonly textHash: string;
  /** Words of its text, as `countWords` counts them. */
  readonly wordCount: number;
  readonly title: string;
  readonly summary: string;
  readonly kind: ArticleKind;
  readonly published: Timestamp;
  readonly updated?: Timestamp | undefined;
  readonly dateline?: Dateline | undefined;
  /** Where it happened, for pins on its map. */
  readonly places: readonly EventPlace[];
  /** Id of its one topic. */
  readonly topic: string;
  /** Codes of the places it is about, the main one first: ISO alpha-2, UN M49, or group ids. */
  readonly regions: readonly string[];
  /** Free words, as the editor wrote them. */
  readonly tags: readonly string[];
  readonly storylines: readonly string[];
  readonly authors: readonly string[];
  readonly credit?: string | undefined;
  readonly keyPoints: readonly KeyPoint[];
  readonly sources: readonly Source[];
  readonly corrections: readonly Correction[];
  readonly image?: ArticleImage | undefined;
  /** Paths in the content folder of the pictures its text shows and the files it links to. */
  readonly media: readonly string[];
  readonly status: ArticleStatus;
  /** When and why it was withdrawn. */
  readonly withdrawn?: Withdrawal | undefined;
  readonly expires?: Timestamp | undefined;
  /** Old addresses that lead here, as site paths with both slashes. */
  readonly aliases: readonly string[];
  /** BCP 47 tag of the language it is written in. */
  readonly lang: string;
}

/** Returns when a story last changed for its readers: published, updated, corrected or withdrawn. */
export function getModified({ published, updated, corrections, withdrawn }: Article): Timestamp {
  let latest = updated ?? published;
  for (const { date } of corrections) if (date.epochMs > latest.epochMs) latest = date;
  return withdrawn && withdrawn.date.epochMs > latest.epochMs ? withdrawn.date : latest;
}

/** Returns when a story last changed for its readers, in milliseconds since 1970. */
export function getModifiedMs(article: Article): number {
  return getModified(article).epochMs;
}

/** Orders stories newest first. Stories of the same instant are ordered by address, so that every build agrees. */
export function compareNewestFirst(a: Article, b: Article): number {
  return b.published.epochMs - a.published.epochMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
