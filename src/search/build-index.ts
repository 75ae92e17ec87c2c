import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IndexTask } from './index.worker.ts';
import type { SearchRecord } from './record.ts';

/** A part of the index: its folder's name and its stories. */
export interface IndexPart {
  readonly id: string;
  readonly records: readonly SearchRecord[];
}

/** What building an index needs besides its stories. */
export interface IndexOptions {
  /** Absolute path of the folder in which built parts are kept from build to build. */
  readonly cacheDir: string;
  readonly language: string;
  /** Gives a story's rendered text and the key under which it is stored. */
  getText(file: string): { readonly key: string; readonly html: string };
  readonly onProgress?: (done: number, total: number) => void;
}

/** The built parts: where each is kept. */
export type BuiltIndex = ReadonlyMap<string, string>;

/**
 * Builds the parts of the search index that have changed, on all cores; the others are there already. Each part is a whole
 * Pagefind index, which costs about 0.3 MB of memory a story while it is built.
 */
export async function buildIndex(parts: readonly IndexPart[], options: IndexOptions): Promise<BuiltIndex> {
  await mkdir(options.cacheDir, { recursive: true });
  const built = new Map(parts.map((part) => [part.id, path.join(options.cacheDir, toKey(part, options))]));
  const missing = parts.filter(({ id }) => !existsSync(built.get(id) ?? ''));
  let next = 0;
  let done = 0;
  const run = async () => {
    for (let part = missing[next]; part; part = missing[next]) {
      next += 1;
      await buildPart(part, built.get(part.id) ?? '', options);
      done += 1;
      options.onProgress?.(done, missing.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), missing.length) }, run));
  await forgetOthers(options.cacheDir, [...built.values()]);
  return built;
}

function toKey({ records }: IndexPart, { language, getText }: IndexOptions): string {
  const hash = createHash('sha256').update(language);
  for (const record of records) hash.update(JSON.stringify(record)).update(getText(record.file).key);
  return hash.digest('hex').slice(0, 24);
}

function buildPart({ records }: IndexPart, outputDir: string, { language, getText }: IndexOptions): Promise<void> {
  const workerData: IndexTask = {
    language,
    outputDir,
    records: records.map((record) => ({ record, html: getText(record.file).html })),
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./index.worker.ts', import.meta.url), { workerData });
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The search index ended with ${code}.`))));
  });
}

async function forgetOthers(cacheDir: string, kept: readonly string[]): Promise<void> {
  const names = new Set(kept.map((folder) => path.basename(folder)));
  const old = (await readdir(cacheDir)).filter((name) => !names.has(name));
  await Promise.all(old.map((name) => rm(path.join(cacheDir, name), { recursive: true })));
}

/** Pagefind's entrance: the same for all parts, so it stands once beside them. Its worker is looked for in the first part. */
const entrance = 'pagefind.js';

/**
 * Puts a built index into a site: `pagefind/<part>/` for each part, and Pagefind's entrance once in `pagefind/`. Files are linked
 * where the disk can, else copied.
 *
 * @param published keys of the parts that the site has already, by id: those that are the same are left alone
 */
export async function publishIndex(
  built: BuiltIndex,
  siteDir: string,
  published: Readonly<Record<string, string>>,
): Promise<void> {
  const target = path.join(siteDir, 'pagefind');
  await mkdir(target, { recursive: true });
  const gone = Object.keys(published).filter((id) => !built.has(id));
  for (const id of gone) await rm(path.join(target, id), { recursive: true, force: true });
  const [first] = built.values();
  if (first !== undefined) await place(path.join(first, entrance), path.join(target, entrance));
  for (const [id, folder] of built) {
    if (published[id] === path.basename(folder)) continue;
    await rm(path.join(target, id), { recursive: true, force: true });
    await placeFolder(folder, path.join(target, id));
  }
}

async function placeFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
      if (entry.isDirectory()) return placeFolder(source, target);
      return entry.name === entrance ? undefined : place(source, target);
    }),
  );
}

async function place(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await link(from, to).catch(() => copyFile(from, to));
}
