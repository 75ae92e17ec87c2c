import { createHash } from 'node:crypto';
import type { BundledFile } from '../../disk/file-bundle.ts';
import { packFile, toFilterFile, toWordFile } from '../pagefind/write-files.ts';
import { blockSize, postingsPerChunk, renderManifest, toFragmentName, toSeparator } from '../format/manifest.ts';
import type { Fragment, PartEntry } from '../format/part.ts';
import { renderPostings, type EncodedWord } from '../format/postings.ts';
import { isSegmented, toIndexWord } from '../format/words.ts';

/** The stories of one language in a part, indexed. */
export interface LanguageIndex {
  /** The language of the index: `x-en`, `ja`. */
  readonly language: string;
  /** Newest first. */
  readonly stories: readonly StoryEntry[];
  /** In ascending order. */
  readonly words: readonly WordEntry[];
  /** Names of the meta fields, in the order of their numbers. */
  readonly fields: readonly string[];
}

/** A story in the index. */
export interface StoryEntry {
  readonly fragment: Fragment;
  /** How many words its text has. */
  readonly words: number;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** A word of the index, with its places in every story. */
export interface WordEntry extends EncodedWord {
  /** Its entry in a word file of Pagefind. */
  readonly bytes: Uint8Array;
  /** The fields that contain it, by number. Some are in it more than once. */
  readonly fields: readonly number[];
}

/**
 * The least and the greatest size at which a file of postings is full, and the number of files in between. Smaller ones
 * would be less to load for a word, but each has two bytes in the manifest, which every search loads.
 */
const [leastPostings, mostPostings, postingsFiles] = [400, 1_500, 1_000];

/** The share of the stories that contain a word that is everywhere, and the least bytes of its postings. */
const [everywhereShare, everywhereBytes] = [0.9, 1_000];

/** The maximum number of words from which spelling is suggested: those in most stories. */
const vocabularySize = 6000;

/** Fields whose words a mistyped word may mean, even those of one story. */
const namedFields: ReadonlySet<string> = new Set(['title', 'summary', 'names', 'place']);

/** Renders the files of a part, except its entry file. Its languages are in the order of their names. */
export function renderLanguage(index: LanguageIndex): {
  readonly language: string;
  readonly files: readonly BundledFile[];
  readonly entry: PartEntry['languages'][string];
} {
  const { language, fields } = index;
  const pieces = cutPieces(index.words);
  const postings = pieces.map(({ words }) => renderPostings(words));
  const chunks = cutChunks(pieces);
  const version = toName(language, ...postings, ...chunks);
  const filters = renderFilters(index);
  const fragments = renderFragments(index);
  const manifest = toBytes(
    renderManifest({
      language,
      blocks: fragments.blocks,
      lengths: index.stories.map(({ words }) => words),
      version,
      chunks: pieces.map(({ from }, at) => (at === 0 ? '' : toSeparator(pieces[at - 1]?.to ?? '', from))),
      everywhere: listEverywhere(index),
      filters: new Map(filters.map(([filter, hash]) => [filter, hash])),
      fields,
    }),
  );
  const vocabulary = toBytes(renderVocabulary(index));
  const [hash, words] = [toName(language, manifest), toName(language, vocabulary)];
  const files: BundledFile[] = [
    [`${hash}.pf_manifest`, manifest],
    [`words/${words}.pf_words`, vocabulary],
    ...chunks.map((bytes, number): BundledFile => [`index/${version}-${number}.pf_index`, bytes]),
    ...filters.map(([, name, bytes]): BundledFile => [`filter/${name}.pf_filter`, bytes]),
    ...fragments.files,
  ];
  const packed = files.map(([path, bytes]): BundledFile => [path, packFile(bytes)]);
  // Their numbers take so few bits that packing would make them longer.
  const bare = postings.map((bytes, at): BundledFile => [`index/${version}-${at}.pf_postings`, bytes]);
  return { language, files: [...packed, ...bare], entry: { hash, words } };
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Names one or several files after their content. */
function toName(language: string, ...contents: readonly Uint8Array[]): string {
  return `${language}_${toHash(...contents).slice(0, 10)}`;
}

function toHash(...contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}

/** Lists words that would cost a reader most and say least. In languages without spaces, words depend on one another. */
function listEverywhere({ language, stories, words }: LanguageIndex): readonly string[] {
  if (isSegmented(language)) return [];
  const isEverywhere = (word: WordEntry) =>
    word.stories >= everywhereShare * stories.length && word.postings.length >= everywhereBytes;
  return words.filter(isEverywhere).map(({ text }) => text);
}

/** The words of a file of postings, with the first and the last one. */
interface Piece {
  readonly from: string;
  readonly to: string;
  readonly words: readonly WordEntry[];
}

function cutPieces(words: readonly WordEntry[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const total = words.reduce((sum, { text, postings }) => sum + text.length + postings.length, 0);
  const postingsBytes = Math.min(mostPostings, Math.max(leastPostings, total / postingsFiles));
  let [start, size] = [0, 0];
  for (const [at, { text, postings }] of words.entries()) {
    size += text.length + postings.length;
    const next = words[at + 1]?.postings.length ?? Infinity;
    // A long word is better alone: neither it nor those before it should have the others loaded.
    if (size < postingsBytes && (size < postingsBytes / 2 || size + next < 1.5 * postingsBytes) && next < Infinity)
      continue;
    pieces.push({ from: words[start]?.text ?? '', to: text, words: words.slice(start, at + 1) });
    [start, size] = [at + 1, 0];
  }
  return pieces;
}

/** Renders the word files of Pagefind, each with the words of several files of postings. */
function cutChunks(pieces: readonly Piece[]): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(pieces.length / postingsPerChunk) }, (_, chunk) => {
    const own = pieces.slice(chunk * postingsPerChunk, (chunk + 1) * postingsPerChunk);
    return toWordFile(own.flatMap(({ words }) => words.map(({ bytes }) => bytes)));
  });
}

/** Writes the pages of every value of each filter as Pagefind does (`pagefind/src/index/index_filter.rs`). */
function renderFilters({ language, stories }: LanguageIndex): (readonly [string, string, Uint8Array])[] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const [page, story] of stories.entries()) {
    for (const [filter, all] of Object.entries(story.filters)) {
      const values = filters.get(filter) ?? new Map<string, number[]>();
      if (all.length > 0) filters.set(filter, values);
      for (const value of all) addPage(values, value, page);
    }
  }
  return [...filters].sort(byKey).map(([filter, values]) => {
    const bytes = toFilterFile(filter, [...values].sort(byKey));
    return [filter, toName(language, bytes), bytes];
  });
}

function addPage(values: Map<string, number[]>, value: string, page: number): void {
  const pages = values.get(value);
  if (pages) pages.push(page);
  else values.set(value, [page]);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * Names the fragments after their number and the content of their block, so that a changed story changes the names of
 * its neighbours only, and a new one those of the newest block.
 */
function renderFragments({ language, stories }: LanguageIndex) {
  const contents = stories.map(({ fragment }) => toBytes(JSON.stringify(fragment)));
  const blocks: string[] = [];
  for (let end = contents.length; end > 0; end -= blockSize)
    blocks.push(toHash(...contents.slice(Math.max(0, end - blockSize), end)).slice(0, 8));
  const files = contents.map((content, page): BundledFile => {
    const name = toFragmentName({ language, blocks, stories: contents.length }, page);
    return [`fragment/${name}.pf_fragment`, content];
  });
  return { blocks, files };
}

/**
 * Lists the words that a mistyped one may mean, with the number of stories that contain them. If there are too many, those
 * in one story come last, unless they are in its headline, standfirst or names.
 */
function renderVocabulary({ words, fields }: LanguageIndex): string {
  const isNamed = (field: number) => namedFields.has(fields[field] ?? '');
  const toRank = ({ stories, fields: own }: WordEntry) => (stories === 1 && !own.some(isNamed) ? 0 : stories);
  return words
    .filter(({ text }) => /^\p{L}{4,24}$/u.test(text) && toIndexWord(text) === text)
    .sort((a, b) => toRank(b) - toRank(a) || (a.text < b.text ? -1 : 1))
    .slice(0, vocabularySize)
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ text, stories }) => `${text} ${stories}\n`)
    .join('');
}
