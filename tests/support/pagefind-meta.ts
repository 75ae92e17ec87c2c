import { CborReader } from '../../src/search/pagefind/cbor.ts';

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

/** A decoded CBOR item, limited to the kinds that Pagefind writes. */
export type CborItem = number | string | readonly CborItem[];

/** Decodes a whole file, by other code than the program's own. */
export function decodeCbor(bytes: Uint8Array): CborItem {
  let at = 0;
  const readItem = (): CborItem => {
    const head = bytes[at] ?? 0;
    const [kind, low] = [head >> 5, head & 31];
    const size = low < 24 ? 0 : 2 ** (low - 24);
    const value = bytes.subarray(at + 1, at + 1 + size).reduce((sum, byte) => sum * 256 + byte, size === 0 ? low : 0);
    at += 1 + size;
    if (kind === 0) return value;
    if (kind === 1) return -1 - value;
    if (kind === 4) return Array.from({ length: value }, readItem);
    if (kind !== 3) throw new Error(`CBOR of kind ${kind} was not expected at byte ${at}.`);
    at += value;
    return new TextDecoder().decode(bytes.subarray(at - value, at));
  };
  const item = readItem();
  if (at !== bytes.length) throw new Error(`The file goes on after byte ${at}.`);
  return item;
}
