import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync, gunzipSync } from 'fflate';
import { CborReader } from '../format/cbor.ts';
import { CborWriter } from '../format/cbor-writer.ts';
import { parseWordChunk, removeSignature, signature } from '../format/index-files.ts';
import { renderManifest, toSeparator } from '../format/manifest.ts';
import { parsePagefindMeta, type PagefindMeta } from '../format/pagefind-meta.ts';
import type { PartEntry } from '../format/part.ts';
import { toIndexLanguage, toIndexWord } from '../format/words.ts';

/**
 * Bytes of one word file before compression, about 2 kB after. Pagefind's own files are ten times larger, whatever its
 * settings.
 */
const chunkBytes = 4_500;

/** The maximum number of words from which spelling is suggested: those in most stories. */
const vocabularySize = 6000;

/**
 * Splits the words of a part into smaller files, so that a search for three words loads 10 kB instead of 75. Also
 * writes a shorter manifest than Pagefind's, the vocabulary for spelling, and in the entry file the month of each
 * story. `part.ts` reads the result, no longer Pagefind's own program.
 *
 * A library does the compression, because Node's output differs between processors.
 *
 * @param stories the part's stories, newest first
 * @throws when Pagefind did not number the stories by their date, newest first
 */
export async function repackPart(
  folder: string,
  stories: readonly { readonly month: string; readonly lang: string }[],
): Promise<void> {
  const file = path.join(folder, 'pagefind-entry.json');
  const entry: PartEntry = JSON.parse(await readFile(file, 'utf8'));
  const languages: [string, object][] = [];
  for (const [language, own] of Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1)))
    languages.push([language, { ...own, ...(await repackLanguage(folder, language, own.hash)) }]);
  await writeFile(
    file,
    JSON.stringify({ ...entry, languages: Object.fromEntries(languages), stories: toRuns(stories) }),
  );
}

/** Counts consecutive stories of one month and language. */
function toRuns(stories: Parameters<typeof repackPart>[1]): PartEntry['stories'] {
  const runs: [string, string, number][] = [];
  for (const { month, lang } of stories) {
    const [language, last] = [toIndexLanguage(lang), runs.at(-1)];
    if (last && last[0] === month && last[1] === language) last[2] += 1;
    else runs.push([month, language, 1]);
  }
  return runs;
}

async function repackLanguage(
  folder: string,
  language: string,
  hash: string,
): Promise<{ hash: string; words: string }> {
  const metaFile = path.join(folder, `pagefind.${hash}.pf_meta`);
  const meta = parsePagefindMeta(await readPacked(metaFile));
  assertNewestFirst(meta);
  const pieces: Piece[] = [];
  const vocabulary = new Map<string, number>();
  for (const name of meta.chunks) {
    const source = path.join(folder, 'index', `${name}.pf_index`);
    const bytes = await readPacked(source);
    countWords(bytes, meta, vocabulary);
    pieces.push(...cutChunk(bytes));
    await rm(source);
  }
  const version = toName(language, ...pieces.map(({ bytes }) => bytes));
  for (const [number, { bytes }] of pieces.entries())
    await writePacked(path.join(folder, 'index', `${version}-${number}.pf_index`), bytes);
  const manifest = new TextEncoder().encode(
    renderManifest({
      ...meta,
      version,
      chunks: pieces.map(({ from }, number) => (number === 0 ? '' : toSeparator(pieces[number - 1]?.to ?? '', from))),
      filters: new Map(meta.filters),
    }),
  );
  const name = toName(language, manifest);
  await rm(metaFile);
  await writePacked(path.join(folder, `${name}.pf_manifest`), manifest);
  return { hash: name, words: await writeVocabulary(folder, language, vocabulary) };
}

function assertNewestFirst({ pages, oldestFirst }: PagefindMeta): void {
  if (oldestFirst.length !== pages.length || oldestFirst.some((page, place) => page !== pages.length - 1 - place))
    throw new Error('Pagefind did not keep the order of the stories.');
}

async function readPacked(file: string): Promise<Uint8Array> {
  return removeSignature(gunzipSync(await readFile(file)));
}

async function writePacked(file: string, content: Uint8Array): Promise<void> {
  const bytes = new Uint8Array(signature.length + content.length);
  bytes.set(new TextEncoder().encode(signature));
  bytes.set(content, signature.length);
  await writeFile(file, gzipSync(bytes, { level: 9, mtime: 0 }));
}

/** Names one or several files after their content. */
function toName(language: string, ...contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return `${language}_${hash.digest('hex').slice(0, 10)}`;
}

/** A future word file: its first and last word, and its bytes. */
interface Piece {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** Splits a word file between words. */
function cutChunk(bytes: Uint8Array): readonly Piece[] {
  const reader = new CborReader(bytes);
  reader.readArray();
  const pieces: Piece[] = [];
  let open: { from: string; to: string; start: number; count: number } | undefined;
  for (let left = reader.readArray(); left > 0; left -= 1) {
    const start = reader.position;
    const items = reader.readArray();
    const word = reader.readText();
    for (let item = 1; item < items; item += 1) reader.skip();
    open = open ? { ...open, to: word, count: open.count + 1 } : { from: word, to: word, start, count: 1 };
    if (reader.position - open.start < chunkBytes && left > 1) continue;
    const writer = new CborWriter();
    writer.writeArray(1);
    writer.writeArray(open.count);
    writer.writeBytes(bytes.subarray(open.start, reader.position));
    pieces.push({ from: open.from, to: open.to, bytes: writer.toBytes() });
    open = undefined;
  }
  return pieces;
}

/**
 * Collects words that a mistyped one may mean: those of headlines, standfirsts and names, and those in several stories.
 */
function countWords(bytes: Uint8Array, { fields }: PagefindMeta, vocabulary: Map<string, number>): void {
  const chunk = parseWordChunk(bytes);
  const isNamed = (numbers: readonly string[]) =>
    numbers.some((number) => ['title', 'summary', 'names', 'place'].includes(fields[Number(number)] ?? ''));
  for (const [index, text] of chunk.words.entries()) {
    if (!/^\p{L}{4,24}$/u.test(text) || toIndexWord(text) !== text) continue;
    const postings = chunk.getPostings(index);
    if (postings.length > 1 || postings.some((posting) => isNamed(Object.keys(posting.fields))))
      vocabulary.set(text, postings.length);
  }
}

async function writeVocabulary(folder: string, language: string, words: ReadonlyMap<string, number>): Promise<string> {
  const common = [...words].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, vocabularySize);
  const lines = common.sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, stories]) => `${word} ${stories}\n`);
  const bytes = new TextEncoder().encode(lines.join(''));
  const name = toName(language, bytes);
  await mkdir(path.join(folder, 'words'), { recursive: true });
  await writePacked(path.join(folder, 'words', `${name}.pf_words`), bytes);
  return name;
}

/** Lists the files of a part that Pagefind writes and nobody reads. */
export async function listUnused(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((file) => /^pagefind.*\.(?:js|css)$|^wasm\./u.test(file));
}
