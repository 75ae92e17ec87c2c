import { createHash } from 'node:crypto';
import type { BundledFile } from '../../disk/file-bundle.ts';
import { packFile, toFilterFile, toWordFile } from '../pagefind/write-files.ts';
import { renderManifest, toSeparator } from '../format/manifest.ts';
import type { Fragment, PartEntry } from '../format/part.ts';
import { toIndexWord } from '../format/words.ts';

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
export interface WordEntry {
  readonly text: string;
  /** Its entry in a word file. */
  readonly bytes: Uint8Array;
  /** How many stories contain it. */
  readonly stories: number;
  /** The fields that contain it, by number. Some are in it more than once. */
  readonly fields: readonly number[];
}

/** Bytes of one word file before compression, about 2 kB after. */
const chunkBytes = 4_500;

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
  const version = toName(language, ...pieces.map(({ bytes }) => bytes));
  const filters = renderFilters(index);
  const fragments = renderFragments(index);
  const manifest = toBytes(
    renderManifest({
      pages: fragments.map(([hash], page) => ({ hash, words: index.stories[page]?.words ?? 0 })),
      version,
      chunks: pieces.map(({ from }, number) => (number === 0 ? '' : toSeparator(pieces[number - 1]?.to ?? '', from))),
      filters: new Map(filters.map(([filter, hash]) => [filter, hash])),
      fields,
    }),
  );
  const vocabulary = toBytes(renderVocabulary(index));
  const [hash, words] = [toName(language, manifest), toName(language, vocabulary)];
  const files: BundledFile[] = [
    [`${hash}.pf_manifest`, manifest],
    [`words/${words}.pf_words`, vocabulary],
    ...pieces.map(({ bytes }, number): BundledFile => [`index/${version}-${number}.pf_index`, bytes]),
    ...filters.map(([, name, bytes]): BundledFile => [`filter/${name}.pf_filter`, bytes]),
    ...fragments.map(([name, bytes]): BundledFile => [`fragment/${name}.pf_fragment`, bytes]),
  ];
  return { language, files: files.map(([path, bytes]) => [path, packFile(bytes)]), entry: { hash, words } };
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

/** A word file: its first and last word, and its bytes. */
interface Piece {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** Splits words into files so small that a search for three words loads 10 kB. */
function cutPieces(words: readonly WordEntry[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let [start, size] = [0, 0];
  for (const [at, { bytes }] of words.entries()) {
    size += bytes.length;
    if (size < chunkBytes && at < words.length - 1) continue;
    pieces.push(toPiece(words.slice(start, at + 1)));
    [start, size] = [at + 1, 0];
  }
  return pieces;
}

function toPiece(words: readonly WordEntry[]): Piece {
  const bytes = toWordFile(words.map((word) => word.bytes));
  return { from: words[0]?.text ?? '', to: words.at(-1)?.text ?? '', bytes };
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

/** Names the fragments as briefly as their number allows: the names are in the manifest, which every search loads. */
function renderFragments({ language, stories }: LanguageIndex): readonly BundledFile[] {
  const contents = stories.map(({ fragment }) => toBytes(JSON.stringify(fragment)));
  const hashes = contents.map((content) => toHash(content));
  let length = 7;
  const shorten = (hash: string) => hash.slice(0, length);
  while (new Set(hashes.map(shorten)).size < new Set(hashes).size) length += 1;
  return contents.map((content, page) => [`${language}_${shorten(hashes[page] ?? '')}`, content]);
}

/**
 * Lists the words that a mistyped one may mean, with the number of stories that contain them: those of headlines,
 * standfirsts and names, and those in several stories.
 */
function renderVocabulary({ words, fields }: LanguageIndex): string {
  const isNamed = (field: number) => namedFields.has(fields[field] ?? '');
  return words
    .filter(
      ({ text, stories, fields: own }) =>
        (stories > 1 || own.some(isNamed)) && /^\p{L}{4,24}$/u.test(text) && toIndexWord(text) === text,
    )
    .sort((a, b) => b.stories - a.stories || (a.text < b.text ? -1 : 1))
    .slice(0, vocabularySize)
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ text, stories }) => `${text} ${stories}\n`)
    .join('');
}
