/** The manifest of one language's index in one part. */
export interface Manifest {
  /** Every story, newest first: the name of its fragment, and its number of words. */
  readonly pages: readonly { readonly hash: string; readonly words: number }[];
  /** The prefix of the names of word files. */
  readonly version: string;
  /**
   * For each word file, by its number, a text greater than every word before it and not greater than any word in it.
   */
  readonly chunks: readonly string[];
  /** The name of each filter's file. */
  readonly filters: ReadonlyMap<string, string>;
  /** Names of the meta fields. Postings refer to them by index. */
  readonly fields: readonly string[];
}

/**
 * A manifest as it is written: names without their common parts, numbers apart, so that it compresses to a third of
 * Pagefind's own.
 */
interface ManifestFile {
  readonly prefix: string;
  readonly names: string;
  readonly words: readonly number[];
  readonly version: string;
  readonly chunks: readonly string[];
  readonly filters: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
}

/**
 * Renders a manifest as JSON. Names of equal length, as Pagefind's nearly always are, are joined without separators.
 */
export function renderManifest({ pages, version, chunks, filters, fields }: Manifest): string {
  const prefix = /^.*_|/u.exec(pages[0]?.hash ?? '')?.[0] ?? '';
  const names = pages.map(({ hash }) => hash.slice(prefix.length));
  const isEven = names.every(({ length }) => length === names[0]?.length);
  const file: ManifestFile = {
    prefix,
    names: names.join(isEven ? '' : ' '),
    words: pages.map(({ words }) => words),
    version,
    chunks,
    filters: Object.fromEntries(filters),
    fields,
  };
  return JSON.stringify(file);
}

/** Reads a manifest. */
export function parseManifest(text: string): Manifest {
  const { prefix, names, words, version, chunks, filters, fields }: ManifestFile = JSON.parse(text);
  const length = names.length / words.length;
  const apart = names.includes(' ') ? names.split(' ') : undefined;
  const pages = words.map((count, page) => ({
    hash: prefix + (apart?.[page] ?? names.slice(page * length, (page + 1) * length)),
    words: count,
  }));
  return { pages, version, chunks, filters: new Map(Object.entries(filters)), fields };
}

/**
 * Returns the numbers of the files that can contain words with a prefix.
 *
 * @example findChunks(['', 'm', 'pr'], 'p') // [1, 2]
 */
export function findChunks(chunks: readonly string[], beginning: string): readonly number[] {
  const last = `${beginning}\u{10FFFF}`;
  return chunks.flatMap((from, index) => (from <= last && (chunks[index + 1] ?? last) > beginning ? [index] : []));
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
