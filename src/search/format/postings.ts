import { BitReader } from './bits.ts';
import type { Posting } from '../pagefind/index-files.ts';

/** The words of one file of postings. */
export interface PostingsFile {
  readonly words: readonly string[];
  /** The number of stories that contain each word. */
  readonly stories: readonly number[];
  /** Returns the stories that contain a word, by its index in `words`. */
  getPostings(index: number): readonly Posting[];
}

/** A word with its postings as `encodePostings` writes them. */
export interface EncodedWord {
  readonly text: string;
  readonly stories: number;
  readonly postings: Uint8Array;
}

/**
 * Where a story has a word is one number with this base: its first digit counts headings, the others the places in each
 * field, up to seven.
 */
export const roleBase = 8;

/** The first bytes of every file of postings. Another format has another number. */
const mark = [0x67, 1] as const;

const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };

/**
 * Renders a file of postings, `.pf_postings`: the mark, the number of words, for each word what it has in common with
 * the one before it, the rest of it, its stories and the bytes of its postings, then all postings.
 */
export function renderPostings(words: readonly EncodedWord[]): Uint8Array {
  const head: number[] = [...mark];
  writeVarint(head, words.length);
  let before: Uint8Array = new Uint8Array();
  for (const { text, stories, postings } of words) {
    const bytes = utf8.encoder.encode(text);
    const shared = countShared(before, bytes);
    for (const value of [shared, bytes.length - shared]) writeVarint(head, value);
    head.push(...bytes.subarray(shared));
    for (const value of [stories, postings.length]) writeVarint(head, value);
    before = bytes;
  }
  const file = new Uint8Array(words.reduce((sum, { postings }) => sum + postings.length, head.length));
  file.set(head);
  let at = head.length;
  for (const { postings } of words) {
    file.set(postings, at);
    at += postings.length;
  }
  return file;
}

/**
 * Reads a file of postings.
 *
 * @throws when it is another file
 */
export function parsePostings(bytes: Uint8Array): PostingsFile {
  if (mark.some((byte, at) => bytes[at] !== byte)) throw new Error('This is not a file of postings.');
  let at: number = mark.length;
  const readVarint = () => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const count = readVarint();
  let before: Uint8Array = new Uint8Array();
  const entries = Array.from({ length: count }, () => {
    const [shared, length] = [readVarint(), readVarint()];
    const text = new Uint8Array(shared + length);
    text.set(before.subarray(0, shared));
    text.set(bytes.subarray(at, at + length), shared);
    at += length;
    before = text;
    return { text: utf8.decoder.decode(text), stories: readVarint(), size: readVarint() };
  });
  const starts: number[] = [];
  for (const { size } of entries) {
    starts.push(at);
    at += size;
  }
  // A reader who types looks up the same words again and again.
  const known: (readonly Posting[] | undefined)[] = [];
  return {
    words: entries.map(({ text }) => text),
    stories: entries.map(({ stories }) => stories),
    getPostings: (index) =>
      (known[index] ??= decodePostings(new BitReader(bytes, starts[index] ?? at), entries[index]?.stories ?? 0)),
  };
}

function writeVarint(bytes: number[], value: number): void {
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left & 127) | 128);
  bytes.push(left);
}

function countShared(one: Uint8Array, other: Uint8Array): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function decodePostings(reader: BitReader, stories: number): readonly Posting[] {
  const [pageWidth, mentionWidth, placeWidth] = [reader.readBits(4), reader.readBits(4), reader.readBits(4)];
  const isPlaced = reader.readBits(1) === 1;
  const roles = Array.from({ length: reader.readRice(1) + 1 }, () => readRole(reader));
  let page = -1;
  return Array.from({ length: stories }, () => {
    page += reader.readRice(pageWidth) + 1;
    const mentions = reader.readRice(mentionWidth);
    const role = roles[roles.length > 1 ? reader.readRice(0) : 0] ?? { headings: 0, fields: {} };
    const positions = isPlaced ? readPositions(reader, mentions, placeWidth) : [];
    return { page, mentions, positions, ...role };
  });
}

/** Reads in how many headings and how often in each field a word is. */
function readRole(reader: BitReader): Pick<Posting, 'headings' | 'fields'> {
  const [headings = 0, ...counts] = Array.from({ length: reader.readRice(0) }, () => reader.readRice(0));
  const fields = counts.flatMap((count, field) => (count > 0 ? [[field, count] as const] : []));
  return { headings, fields: Object.fromEntries(fields) };
}

function readPositions(reader: BitReader, mentions: number, width: number): readonly number[] {
  let position = -1;
  return Array.from({ length: mentions }, () => (position += reader.readRice(width) + 1));
}
