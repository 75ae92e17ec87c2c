/** The manifest of one language's index in one part. */
export interface Manifest {
  /** Every story, newest first: the name of its fragment, and its number of words, or nearly. */
  readonly pages: readonly { readonly hash: string; readonly words: number }[];
  /** The prefix of the names of word files. */
  readonly version: string;
  /**
   * For each file of postings, by its number, a text greater than every word before it and not greater than any word in
   * it.
   */
  readonly chunks: readonly string[];
  /** Words with long postings that nearly all stories contain, so that they tell none from another. */
  readonly everywhere: readonly string[];
  /** The name of each filter's file. */
  readonly filters: ReadonlyMap<string, string>;
  /** Names of the meta fields. Postings refer to them by index. */
  readonly fields: readonly string[];
}

/** The content of a manifest before it is written. */
export interface ManifestParts extends Omit<Manifest, 'pages'> {
  /** The language of the index: `x-en`, `ja`. */
  readonly language: string;
  /** A hash of each block of stories, oldest first. */
  readonly blocks: readonly string[];
  /** The number of words of every story, newest first. */
  readonly lengths: readonly number[];
}

/** A manifest as it is written, so that it takes a third of the bytes of Pagefind's own. */
interface ManifestFile {
  readonly language: string;
  readonly blocks: string;
  readonly lengths: string;
  readonly version: string;
  readonly chunks: string;
  readonly everywhere: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
}

/** The number of stories in a block. Blocks are counted from the oldest story, so that a new one changes only the last. */
export const blockSize = 32;

/** The number of files of postings whose words are in one of Pagefind's word files. */
export const postingsPerChunk = 8;

/** The number of steps in which the length of a text doubles, and the character of the shortest one. */
const [stepsPerDouble, firstLength] = [8, 35];

/** Renders a manifest as JSON. */
export function renderManifest({ blocks, lengths, chunks, everywhere, filters, ...others }: ManifestParts): string {
  const file: ManifestFile = {
    ...others,
    blocks: blocks.join(' '),
    lengths: lengths.map(toLengthCode).join(''),
    chunks: chunks.map((beginning) => ` ${beginning}`).join(''),
    everywhere: everywhere.join(' '),
    filters: Object.fromEntries(filters),
  };
  return JSON.stringify(file);
}

/** Reads a manifest. */
export function parseManifest(text: string): Manifest {
  const file: ManifestFile = JSON.parse(text);
  const { language, lengths, version, chunks, everywhere, filters, fields } = file;
  const [blocks, stories] = [file.blocks.split(' '), lengths.length];
  const pages = Array.from(lengths, (code, page) => ({
    hash: toFragmentName({ language, blocks, stories }, page),
    words: fromLengthCode(code),
  }));
  return {
    pages,
    version,
    chunks: chunks.split(' ').slice(1),
    everywhere: everywhere.split(' ').filter(Boolean),
    filters: new Map(Object.entries(filters)),
    fields,
  };
}

/** Returns the name of a story's fragment. */
export function toFragmentName(
  { language, blocks, stories }: Pick<ManifestParts, 'language' | 'blocks'> & { readonly stories: number },
  page: number,
): string {
  const number = stories - 1 - page;
  return `${language}_${blocks[Math.floor(number / blockSize)] ?? ''}-${number % blockSize}`;
}

/** Ranking needs the length of a text only roughly: one character says it to a twentieth. */
function toLengthCode(words: number): string {
  return String.fromCharCode(firstLength + Math.round(stepsPerDouble * Math.log2(words + 1)));
}

function fromLengthCode(code: string): number {
  return Math.round(2 ** ((code.charCodeAt(0) - firstLength) / stepsPerDouble)) - 1;
}

/**
 * Returns the numbers of the files that can contain words with a prefix.
 *
 * @example findChunks(['', 'm', 'pr'], 'p') // [1, 2]
 */
export function findChunks(chunks: readonly string[], prefix: string): readonly number[] {
  const last = `${prefix}\u{10FFFF}`;
  return chunks.flatMap((from, at) => (from <= last && (chunks[at + 1] ?? last) > prefix ? [at] : []));
}

/**
 * Returns the number of the file in which a word is, if it is in any.
 *
 * @example findChunk(['', 'm', 'pr'], 'press') // 2
 */
export function findChunk(chunks: readonly string[], word: string): number {
  return Math.max(
    0,
    chunks.findLastIndex((from) => from <= word),
  );
}

/**
 * Returns the shortest prefix of a word that is greater than the word before it.
 *
 * @example toSeparator('harbour', 'harvest') // 'harv'
 */
export function toSeparator(before: string, word: string): string {
  let length = 1;
  while (length < word.length && word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}
