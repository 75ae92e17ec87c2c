import { CborReader } from '../../src/search/format/cbor.ts';

/**
 * Reads the names of the meta fields from `.pf_meta`. Postings refer to them by index.
 *
 * Source: `pagefind_web/src/metadata.rs` of Pagefind 1.6
 */
export function parseFieldNames(bytes: Uint8Array): readonly string[] {
  const reader = new CborReader(bytes);
  reader.readArray();
  // Version, pages, chunks, filters, sorts.
  for (let item = 0; item < 5; item += 1) reader.skip();
  return Array.from({ length: reader.readArray() }, () => reader.readText());
}
