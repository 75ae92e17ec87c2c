import { gzip } from 'libdeflate';
import { CborWriter } from './cbor-writer.ts';
import { signature } from './index-files.ts';
import { writePlaces } from './places.ts';

/** The strength of compression. More saves less than a hundredth of the bytes. */
const level = 5;

const utf8 = new TextEncoder();

/** Packs a file of the index. A library does it, because Node's output differs between processors. */
export function packFile(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(signature.length + content.length);
  bytes.set(utf8.encode(signature));
  bytes.set(content, signature.length);
  return gzip(bytes, level);
}

const writer = new CborWriter();

/** Writes a word with its sorted places, as one entry of a word file. */
export function toWordBytes(text: string, places: Float64Array): Uint8Array {
  writer.clear();
  writer.writeArray(3);
  writer.writeText(text);
  writePlaces(writer, places);
  // The list of spellings with accents. Words have one form here.
  writer.writeArray(0);
  return writer.toBytes();
}

/** Writes a word file (`pagefind/src/index/index_words.rs`). */
export function toWordFile(words: readonly Uint8Array[]): Uint8Array {
  writer.clear();
  writer.writeArray(1);
  writer.writeArray(words.length);
  for (const word of words) writer.writeBytes(word);
  return writer.toBytes();
}

/** Writes the pages of every value of a filter (`pagefind/src/index/index_filter.rs`). */
export function toFilterFile(
  filter: string,
  values: readonly (readonly [value: string, pages: readonly number[]])[],
): Uint8Array {
  writer.clear();
  writer.writeArray(2);
  writer.writeText(filter);
  writer.writeArray(values.length);
  for (const [value, pages] of values) {
    writer.writeArray(2);
    writer.writeText(value);
    writer.writeNumbers(pages);
  }
  return writer.toBytes();
}
