import { CborReader } from './cbor.ts';

/** The occurrences of one word in one story. */
export interface Posting {
  readonly page: number;
  /** How often it is in the text. */
  readonly mentions: number;
  /**
   * Numbers of the words of the text, ascending and unique. Headings also have numbers in it. Empty where only the number
   * of mentions is known.
   */
  readonly positions: readonly number[];
  /** How many of them are in headings of the text (the story's title counts as one). */
  readonly headings: number;
  /** How often the word appears in each meta field, by the field's number. */
  readonly fields: Readonly<Record<number, number>>;
}

/** The words of one file of the index. */
export interface WordChunk {
  readonly words: readonly string[];
  /** Returns the stories that contain a word of this chunk, by its index in `words`. */
  getPostings(index: number): readonly Posting[];
}

/** The signature that Pagefind writes before the content of each file it packs. */
export const signature = 'pagefind_dcd';

/** Pagefind's weight of plain text. Headings and compounds have others. */
export const plainWeight = 24;

/**
 * Returns the content of a file of the index, unpacked.
 *
 * @throws when it is not a file of Pagefind
 */
export function removeSignature(bytes: Uint8Array): Uint8Array {
  const start = String.fromCharCode(...bytes.subarray(0, signature.length));
  if (start !== signature) throw new Error('This is not a file of a Pagefind index.');
  return bytes.subarray(signature.length);
}

/** Reads a list of records. `rest(n)` skips what a record has beyond its first n entries. */
function readList<Item>(reader: CborReader, read: (rest: (known: number) => object) => Item): Item[] {
  return Array.from({ length: reader.readArray() }, () => {
    const length = reader.readArray();
    return read((known) => {
      for (let index = known; index < length; index += 1) reader.skip();
      return {};
    });
  });
}

/** Reads a list of numbers. */
function readNumbers(reader: CborReader): number[] {
  return Array.from({ length: reader.readArray() }, () => reader.readNumber());
}

/** Reads `.pf_filter`: the page numbers of every value. Source: `pagefind_web/src/filter_index.rs`. */
export function parseFilter(bytes: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const reader = new CborReader(bytes);
  reader.readArray();
  reader.skip();
  return new Map(readList(reader, () => [reader.readText(), readNumbers(reader)] as const));
}

/** Reads `.pf_index`. Postings are parsed only on request. Source: `pagefind_web/src/index.rs`. */
export function parseWordChunk(bytes: Uint8Array): WordChunk {
  const reader = new CborReader(bytes);
  reader.readArray();
  const starts: number[] = [];
  const words = Array.from({ length: reader.readArray() }, (_, index) => {
    const length = reader.readArray();
    const word = reader.readText();
    starts[index] = reader.position;
    for (let item = 1; item < length; item += 1) reader.skip();
    return word;
  });
  // A reader who types looks up the same words again and again.
  const known: (readonly Posting[] | undefined)[] = [];
  return { words, getPostings: (index) => (known[index] ??= readWord(new CborReader(bytes, starts[index]))) };
}

/** Spellings with accents are stored beside those without. A reader who types without them wants both. */
function readWord(reader: CborReader): readonly Posting[] {
  const plain = readPages(reader);
  const variants = readList(reader, () => {
    reader.skip();
    return readPages(reader);
  });
  return variants.length === 0 ? plain : mergePostings([plain, ...variants]);
}

function readPages(reader: CborReader): Posting[] {
  let page = 0;
  return readList(reader, (rest) => {
    page += reader.readNumber();
    const places = readPlaces(reader);
    const fields = readFields(reader);
    rest(3);
    return { page, mentions: places.positions.length, ...places, fields };
  });
}

/** Positions are differences. A negative number is the weight of those after it, and restarts the count. */
function readPlaces(reader: CborReader): Pick<Posting, 'positions' | 'headings'> {
  const positions: number[] = [];
  let headings = 0;
  let isHeading = false;
  let position = 0;
  for (let left = reader.readArray(); left > 0; left -= 1) {
    const value = reader.readNumber();
    if (value < 0) {
      isHeading = -1 - value > plainWeight + 1;
      position = 0;
      continue;
    }
    position += value;
    positions.push(position);
    if (isHeading) headings += 1;
  }
  return { positions: toAscending(positions), headings };
}

/** Parts of a compound have the same position. */
function toAscending(positions: number[]): readonly number[] {
  return positions.sort((a, b) => a - b).filter((position, at) => position !== positions[at - 1]);
}

function readFields(reader: CborReader): Readonly<Record<number, number>> {
  const fields: Record<number, number> = {};
  let field = 0;
  for (let left = reader.readArray(); left > 0; left -= 1) {
    const value = reader.readNumber();
    if (value < 0) field = -1 - value;
    else fields[field] = (fields[field] ?? 0) + 1;
  }
  return fields;
}

/** Merges the postings of several words that count as one into one list, by page number. */
export function mergePostings(lists: readonly (readonly Posting[])[]): readonly Posting[] {
  if (lists.length === 1) return lists[0] ?? [];
  const byPage = new Map<number, Posting>();
  for (const posting of lists.flat()) {
    const known = byPage.get(posting.page);
    byPage.set(posting.page, known ? mergeTwo(known, posting) : posting);
  }
  return [...byPage.values()].sort((a, b) => a.page - b.page);
}

function mergeTwo(one: Posting, other: Posting): Posting {
  const fields: Record<number, number> = { ...one.fields };
  for (const [field, count] of Object.entries(other.fields)) {
    fields[Number(field)] = (fields[Number(field)] ?? 0) + count;
  }
  const all = [...one.positions, ...other.positions];
  const positions = toAscending(all);
  const mentions = one.mentions + other.mentions - (all.length - positions.length);
  return { page: one.page, mentions, positions, headings: one.headings + other.headings, fields };
}
