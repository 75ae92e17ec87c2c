import { CborReader } from './cbor.ts';
import { readList, readNumbers } from './index-files.ts';

/** The part of Pagefind's `.pf_meta` for one language that this program reads. */
export interface PagefindMeta {
  /** Every story: the name of its fragment, and its number of words. */
  readonly pages: readonly { readonly hash: string; readonly words: number }[];
  /** Names of the word files, in alphabetical order. */
  readonly chunks: readonly string[];
  /** The name of each filter's file. */
  readonly filters: readonly (readonly [filter: string, hash: string])[];
  /** Page numbers by date, the oldest first. */
  readonly oldestFirst: readonly number[];
  /** Names of the meta fields. Postings refer to them by index. */
  readonly fields: readonly string[];
}

/**
 * Reads `.pf_meta`. Source: `pagefind_web/src/metadata.rs` of Pagefind 1.6, the version that must have written these
 * files (see package.json).
 */
export function parsePagefindMeta(bytes: Uint8Array): PagefindMeta {
  const reader = new CborReader(bytes);
  reader.readArray();
  reader.skip();
  const pages = readList(reader, (rest) => ({ hash: reader.readText(), words: reader.readNumber(), ...rest(2) }));
  const chunks = readList(reader, (rest) => {
    reader.skip();
    reader.skip();
    const hash = reader.readText();
    rest(3);
    return hash;
  });
  const filters = readList(reader, (rest) => {
    const filter = [reader.readText(), reader.readText()] as const;
    rest(2);
    return filter;
  });
  const sorts = readList(reader, (rest) => ({ name: reader.readText(), pages: readNumbers(reader), ...rest(2) }));
  return {
    pages,
    chunks,
    filters,
    oldestFirst: sorts.find(({ name }) => name === 'date')?.pages ?? [],
    fields: Array.from({ length: reader.readArray() }, () => reader.readText()),
  };
}
