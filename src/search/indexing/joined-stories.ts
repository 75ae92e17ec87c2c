import { unpackTree, type PackedTree } from '../../core/html-tree.ts';
import type { Fragment } from '../format/part.ts';
import { separateWords } from '../format/separators.ts';
import { joinWords, splitWords as splitContent, type WordList } from '../format/word-list.ts';
import type { JoinedIndex, JoinedText } from './ask-pagefind.ts';
import { toIndexText, type IndexHeading } from './index-text.ts';
import { escapeMarks, markPlace } from './marks.ts';
import type { LanguageIndex } from './part-files.ts';
import type { SearchRecord } from './record.ts';
import { splitWords, toOwners } from './split-words.ts';

/** A story with its rendered text. */
export interface IndexedStory {
  readonly record: SearchRecord;
  readonly tree: PackedTree;
}

/** Stories of one language, and what they are joined into. */
export interface Batch {
  readonly joined: JoinedText;
  readonly stories: readonly {
    readonly record: SearchRecord;
    readonly meta: Readonly<Record<string, string>>;
    readonly headings: readonly IndexHeading[];
  }[];
  /** Names of the meta fields, in Pagefind's order. */
  readonly fields: readonly string[];
}

/** Joins the stories of one language for Pagefind. */
export function joinStories(language: string, group: readonly IndexedStory[]): Batch {
  const stories = group.map(({ record, tree }) => ({
    record,
    meta: toMeta(record),
    ...toIndexText(record, unpackTree(tree).children),
  }));
  const fields = [...new Set(stories.flatMap(({ meta }) => Object.keys(meta)))].sort();
  const text = stories.map((story) => `${markPlace('story')} ${story.text}`).join(' ');
  const meta = Object.fromEntries(
    fields.map((field) => [field, stories.map((story) => story.meta[field] ?? '').join(' ')]),
  );
  return { joined: { language, text, meta }, stories, fields };
}

function toMeta({ title, summary, meta }: SearchRecord): Readonly<Record<string, string>> {
  const all = Object.entries({ ...meta, summary, title }).map(([name, value]) => [name, clean(value)] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}

/** Pagefind's white space is Unicode's. */
function clean(text: string): string {
  return escapeMarks(separateWords(text))
    .split(/\p{White_Space}+/u)
    .filter(Boolean)
    .join(' ');
}

/**
 * Splits what Pagefind has found in joined stories.
 *
 * @throws when Pagefind has not returned the place of every story and heading
 */
export function splitJoined({ joined, stories, fields }: Batch, index: JoinedIndex): LanguageIndex {
  const content = splitContent(index.content);
  const places =
    index.chunks.length === 0 ? stories.map(toEmptyPlace) : splitPlaces(index.places, content.words.length);
  if (
    places.some(({ headings }, at) => headings.length !== stories[at]?.headings.length) ||
    places.length !== stories.length
  )
    throw new Error('Pagefind did not return the place of every story and heading.');
  const owners = {
    text: toOwners(places.map(({ from, to }) => to - from)),
    fields: fields.map((field) => toOwners(stories.map(({ meta }) => countWords(meta[field] ?? '')))),
  };
  return {
    language: joined.language,
    fields,
    stories: places.map((place, at) => toStory(stories[at], place, content)),
    words: index.chunks.flatMap((chunk) => splitWords(chunk, owners)).sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}

/** The number of a story's first word, of the first one after it, and of the first one of each heading. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly headings: readonly number[];
}

/** @param total the number of all words */
function splitPlaces(marks: JoinedIndex['places'], total: number): readonly Place[] {
  const starts = marks.flatMap(({ kind }, at) => (kind === 'story' ? [at] : []));
  return starts.map((start, story) => {
    const end = starts[story + 1] ?? marks.length;
    return {
      from: marks[start]?.at ?? 0,
      to: marks[end]?.at ?? total,
      headings: marks.slice(start + 1, end).map(({ at }) => at),
    };
  });
}

/** Pagefind leaves out a text without any word. */
function toEmptyPlace({ headings }: Batch['stories'][number]): Place {
  return { from: 0, to: 0, headings: headings.map(() => 0) };
}

function countWords(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}

function toStory(
  story: Batch['stories'][number] | undefined,
  { from, to, headings }: Place,
  content: WordList,
): LanguageIndex['stories'][number] {
  const { record, meta = {} } = story ?? {};
  // Names can be searched but are not shown.
  const { names: _, ...shown } = meta;
  const fragment: Fragment = {
    url: record?.url ?? '',
    content: joinWords(content, from, to),
    meta: shown,
    anchors: headings.flatMap((at, number) => {
      const heading = story?.headings[number];
      return heading ? [{ ...heading, location: at - from }] : [];
    }),
  };
  return { fragment, words: to - from, filters: record?.filters ?? {} };
}
