import { CborReader } from '../format/cbor.ts';
import { CborWriter } from '../format/cbor-writer.ts';
import { plainWeight } from '../format/index-files.ts';

/** The stories to which the words of a joined text belong. */
export interface Owners {
  /** The number of each word's story, by the word's number. */
  readonly stories: Uint32Array;
  /** The number of each story's first word, by the story's number. */
  readonly starts: readonly number[];
}

/** The owners of the words of a joined text, and of those of every field, in Pagefind's order of fields: by name. */
export interface AllOwners {
  readonly text: Owners;
  readonly fields: readonly Owners[];
}

/** Returns the owners of the words of a joined text, from the number of words that each story has in it. */
export function toOwners(counts: readonly number[]): Owners {
  const stories = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
  const starts: number[] = [];
  let at = 0;
  for (const [story, count] of counts.entries()) {
    starts.push(at);
    stories.fill(story, at, (at += count));
  }
  return { stories, starts };
}

/** A word of a part, with its places in every story. */
export interface SplitWord {
  readonly text: string;
  /** Its entry in a word file. */
  readonly bytes: Uint8Array;
  /** How many stories contain it. */
  readonly stories: number;
  /** The fields that contain it, by number. */
  readonly fields: ReadonlySet<number>;
}

/** The weight with which Pagefind begins every list of places (`pagefind/src/index/mod.rs`). */
const firstWeight = plainWeight + 1;

/** Splits the places of words in a joined text into those in each story, and writes them as Pagefind would have. */
export function splitWords(chunk: Uint8Array, owners: AllOwners): readonly SplitWord[] {
  const reader = new CborReader(chunk);
  reader.readArray();
  return Array.from({ length: reader.readArray() }, () => {
    reader.readArray();
    const text = reader.readText();
    const plain = readStories(reader, owners);
    const variants = Array.from({ length: reader.readArray() }, () => {
      reader.readArray();
      return [reader.readText(), readStories(reader, owners)] as const;
    });
    return toSplitWord(text, plain, variants);
  });
}

/** A word's places in stories, by the story's number, in ascending order. */
type Stories = ReadonlyMap<number, StoryPlaces>;

/** A word's places in one story in Pagefind's form: differences, and negative numbers for changes of weight or field. */
class StoryPlaces {
  readonly text: number[] = [];
  readonly fields: number[] = [];
  #weight = firstWeight;
  #at = 0;
  #field = -1;
  #fieldAt = 0;

  addPlace(weight: number, at: number): void {
    if (weight !== this.#weight) {
      this.text.push(-1 - weight);
      this.#at = 0;
    }
    this.text.push(at - this.#at);
    [this.#weight, this.#at] = [weight, at];
  }

  addField(field: number, at: number): void {
    if (field !== this.#field) {
      this.fields.push(-1 - field);
      this.#fieldAt = 0;
    }
    this.fields.push(at - this.#fieldAt);
    [this.#field, this.#fieldAt] = [field, at];
  }
}

function readStories(reader: CborReader, owners: AllOwners): Stories {
  const stories = new Map<number, StoryPlaces>();
  const get = (story: number) => {
    const known = stories.get(story) ?? new StoryPlaces();
    stories.set(story, known);
    return known;
  };
  // There is one page, the joined text, or none if all places are those of a variant.
  for (let pages = reader.readArray(); pages > 0; pages -= 1) {
    reader.readArray();
    reader.readNumber();
    readPlaces(reader, owners.text, get);
    readFields(reader, owners.fields, get);
  }
  return new Map([...stories].sort(([a], [b]) => a - b));
}

/** Negative numbers are weights of the places after them, and restart the count. */
function readPlaces(reader: CborReader, { stories, starts }: Owners, get: (story: number) => StoryPlaces): void {
  let [weight, at] = [firstWeight, 0];
  for (let left = reader.readArray(); left > 0; left -= 1) {
    const value = reader.readNumber();
    if (value < 0) [weight, at] = [-1 - value, 0];
    else {
      at += value;
      const story = stories[at] ?? 0;
      get(story).addPlace(weight, at - (starts[story] ?? 0));
    }
  }
}

/** Negative numbers are fields. */
function readFields(reader: CborReader, fields: readonly Owners[], get: (story: number) => StoryPlaces): void {
  let [field, at] = [0, 0];
  for (let left = reader.readArray(); left > 0; left -= 1) {
    const value = reader.readNumber();
    if (value < 0) [field, at] = [-1 - value, 0];
    else {
      at += value;
      const story = fields[field]?.stories[at] ?? 0;
      get(story).addField(field, at - (fields[field]?.starts[story] ?? 0));
    }
  }
}

const writer = new CborWriter();

function toSplitWord(text: string, plain: Stories, variants: readonly (readonly [string, Stories])[]): SplitWord {
  writer.clear();
  writer.writeArray(3);
  writer.writeText(text);
  writeStories(plain);
  writer.writeArray(variants.length);
  for (const [form, stories] of variants) {
    writer.writeArray(2);
    writer.writeText(form);
    writeStories(stories);
  }
  const all = [plain, ...variants.map(([, stories]) => stories)];
  const fields = all.flatMap((stories) => [...stories.values()].flatMap((places) => places.fields));
  return {
    text,
    bytes: writer.toBytes(),
    stories: all.length === 1 ? plain.size : new Set(all.flatMap((stories) => [...stories.keys()])).size,
    fields: new Set(fields.filter((value) => value < 0).map((value) => -1 - value)),
  };
}

function writeStories(stories: Stories): void {
  writer.writeArray(stories.size);
  let last = 0;
  for (const [story, places] of stories) {
    writer.writeArray(3);
    writer.writeNumber(story - last);
    writer.writeNumbers(places.text);
    writer.writeNumbers(places.fields);
    last = story;
  }
}
