import { parseFilter, parseWordChunk, removeSignature, type Posting } from '../pagefind/index-files.ts';
import { findChunk, findChunks, parseManifest, postingsPerChunk, type Manifest } from './manifest.ts';
import { parsePostings, type PostingsFile } from './postings.ts';

/** Reads a file of the index, unpacked. The browser fetches it; tests and benches read it from disk. */
export type ReadIndexFile = (path: string) => Promise<Uint8Array>;

/**
 * `pagefind-entry.json`: the only file of a part whose name never changes.
 */
export interface PartEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly words: string }>>;
  /** Stories by month and language of the index, newest first: `['2024-11', 'x-en', 3]` means three in a row. */
  readonly stories: readonly (readonly [month: string, language: string, count: number])[];
}

/** The shown part of Pagefind's record of a story (`.pf_fragment`). */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** The stories of one language in one part of the archive, as far as they are loaded. */
export interface StoryIndex {
  /** The tag under which Pagefind stores them: `x-en`, `ja`. */
  readonly language: string;
  readonly manifest: Manifest;
  /** The month of every page, and its rank among all stories of the part. The newest is 0. */
  readonly months: readonly string[];
  readonly ranks: readonly number[];
  /** Returns all words with a prefix, and the stories that contain them. */
  readWords(beginning: string): Promise<readonly IndexedWord[]>;
  /** Returns a word, which is in one file. */
  readWord(text: string): Promise<IndexedWord | undefined>;
  /** Returns the page numbers of every value of a filter. */
  readFilter(name: string): Promise<ReadonlyMap<string, readonly number[]>>;
  readFragment(page: number): Promise<Fragment>;
  /** Returns the words from which spelling is suggested, each with the number of stories that contain it. */
  readVocabulary(): Promise<ReadonlyMap<string, number>>;
}

/** A word of the index. */
export interface IndexedWord {
  readonly text: string;
  /** The number of stories that contain it. */
  readonly stories: number;
  /** Returns the stories that contain it, without the places of a very common word. */
  getPostings(): readonly Posting[];
  /** Returns the same with all places. */
  readPlaced(): Promise<readonly Posting[]>;
}

const utf8 = new TextDecoder();

/** Opens a part of the index by reading its entry file and manifests only. */
export async function readPart(folder: string, read: ReadIndexFile): Promise<readonly StoryIndex[]> {
  const entry: PartEntry = JSON.parse(utf8.decode(await read(`${folder}pagefind-entry.json`)));
  return Promise.all(Object.keys(entry.languages).map((language) => readStoryIndex(folder, language, entry, read)));
}

async function readStoryIndex(
  folder: string,
  language: string,
  entry: PartEntry,
  read: ReadIndexFile,
): Promise<StoryIndex> {
  const { hash, words } = entry.languages[language] ?? { hash: '', words: '' };
  const readOnce = cacheReads(async (file: string) => removeSignature(await read(folder + file)));
  const manifest = parseManifest(utf8.decode(await readOnce(`${hash}.pf_manifest`)));
  const readPostings = cacheReads(async (number: number) =>
    parsePostings(await read(`${folder}index/${manifest.version}-${number}.pf_postings`)),
  );
  const readChunk = cacheReads(async (number: number) =>
    parseWordChunk(await readOnce(`index/${manifest.version}-${number}.pf_index`)),
  );
  const toWords = ({ words, stories, getPostings }: PostingsFile, number: number, beginning: string) =>
    words.flatMap((text, at): readonly IndexedWord[] => {
      if (!text.startsWith(beginning)) return [];
      const readPlaced = async () => {
        const postings = getPostings(at);
        if (postings.every(({ mentions, positions }) => mentions === positions.length)) return postings;
        const chunk = await readChunk(Math.floor(number / postingsPerChunk));
        return chunk.getPostings(chunk.words.indexOf(text));
      };
      return [{ text, stories: stories[at] ?? 0, getPostings: () => getPostings(at), readPlaced }];
    });
  return {
    language,
    manifest,
    ...toDates(entry, language),
    readWords: async (beginning) => {
      const read = async (number: number) => toWords(await readPostings(number), number, beginning);
      return (await Promise.all(findChunks(manifest.chunks, beginning).map(read))).flat();
    },
    readWord: async (text) => {
      if (manifest.chunks.length === 0) return undefined;
      const number = findChunk(manifest.chunks, text);
      return toWords(await readPostings(number), number, text).find((word) => word.text === text);
    },
    readFilter: async (name) => {
      const file = manifest.filters.get(name);
      return file === undefined ? new Map() : parseFilter(await readOnce(`filter/${file}.pf_filter`));
    },
    readFragment: async (page) =>
      JSON.parse(utf8.decode(await readOnce(`fragment/${manifest.pages[page]?.hash ?? ''}.pf_fragment`))),
    readVocabulary: async () => parseVocabulary(utf8.decode(await readOnce(`words/${words}.pf_words`))),
  };
}

/** Reads everything once. A failed read is tried again the next time. */
function cacheReads<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>();
  return (key) => {
    const reading = known.get(key) ?? read(key);
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  };
}

/**
 * Stories are sorted by date, newest first, and the entry file counts how many of each month and language follow one
 * another.
 */
function toDates(entry: PartEntry, language: string): Pick<StoryIndex, 'months' | 'ranks'> {
  const months: string[] = [];
  const ranks: number[] = [];
  let rank = 0;
  for (const [month, of, count] of entry.stories) {
    for (let left = count; left > 0; left -= 1, rank += 1) {
      if (of !== language) continue;
      months.push(month);
      ranks.push(rank);
    }
  }
  return { months, ranks };
}

/** Parses lines of a word and the number of stories that contain it, as `part-files.ts` writes them. */
function parseVocabulary(text: string): ReadonlyMap<string, number> {
  return new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [word = '', stories] = line.split(' ');
        return [word, Number(stories)];
      }),
  );
}
