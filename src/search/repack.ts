import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync, gunzipSync } from 'fflate';
import { CborReader } from './cbor.ts';
import { CborWriter } from './cbor-writer.ts';
import { parseManifest, parseWordChunk, removeSignature, signature, type Manifest } from './index-files.ts';
import type { PartEntry } from './part.ts';
import { toIndexLanguage, toIndexWord } from './words.ts';

/** Bytes of one file of words before it is packed: about 3 kB after. Pagefind's own files are ten times that, whatever is asked of them. */
const chunkBytes = 7_000;

/** Words that spelling is suggested from, at most; the ones that most stories hold. */
const vocabularySize = 6000;

/**
 * Cuts the words of a part into smaller files, so that a reader who looks for three words loads 15 kB and not 75; adds the vocabulary for
 * spelling, and to the entry file which stories are of which month. What results is still an index that Pagefind can read.
 *
 * Packed by a library, not by Node, whose packer gives other bytes on other processors.
 *
 * @param stories the part's stories, newest first
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

/** Counts stories of one month and language that follow one another. */
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
  const meta = await readPacked(metaFile);
  const manifest = parseManifest(meta);
  const chunks: { readonly from: string; readonly to: string; readonly hash: string }[] = [];
  const vocabulary = new Map<string, number>();
  for (const { hash: name } of manifest.chunks) {
    const source = path.join(folder, 'index', `${name}.pf_index`);
    const bytes = await readPacked(source);
    countWords(bytes, manifest, vocabulary);
    await rm(source);
    for (const piece of cutChunk(bytes)) {
      const own = toName(language, piece.bytes);
      await writePacked(path.join(folder, 'index', `${own}.pf_index`), piece.bytes);
      chunks.push({ from: piece.from, to: piece.to, hash: own });
    }
  }
  const next = replaceChunks(meta, chunks);
  const name = toName(language, next);
  await rm(metaFile);
  await writePacked(path.join(folder, `pagefind.${name}.pf_meta`), next);
  return { hash: name, words: await writeVocabulary(folder, language, vocabulary) };
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

function toName(language: string, bytes: Uint8Array): string {
  return `${language}_${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`;
}

/** Cuts a file of words between words. */
function cutChunk(
  bytes: Uint8Array,
): readonly { readonly from: string; readonly to: string; readonly bytes: Uint8Array }[] {
  const reader = new CborReader(bytes);
  reader.readArray();
  const pieces: { from: string; to: string; bytes: Uint8Array }[] = [];
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

/** Writes a manifest anew with other files of words; everything else stays as it is, to the byte. */
function replaceChunks(
  meta: Uint8Array,
  chunks: readonly { readonly from: string; readonly to: string; readonly hash: string }[],
): Uint8Array {
  const reader = new CborReader(meta);
  reader.readArray();
  reader.skip();
  reader.skip();
  const start = reader.position;
  reader.skip();
  const writer = new CborWriter();
  writer.writeBytes(meta.subarray(0, start));
  writer.writeArray(chunks.length);
  for (const { from, to, hash } of chunks) {
    writer.writeArray(3);
    for (const text of [from, to, hash]) writer.writeText(text);
  }
  writer.writeBytes(meta.subarray(reader.position));
  return writer.toBytes();
}

/** Collects words that may be meant by a mistyped one: those of headlines, standfirsts and names, and those that several stories hold. */
function countWords(bytes: Uint8Array, { fields }: Manifest, vocabulary: Map<string, number>): void {
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

/** Tells which files of a part Pagefind writes and nobody reads. */
export async function listUnused(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((file) => /^pagefind.*\.(?:js|css)$|^wasm\./u.test(file));
}
