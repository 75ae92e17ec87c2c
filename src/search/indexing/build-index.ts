import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { PackedTree } from '../../core/html-tree.ts';
import { getAgeMs } from '../../disk/clock.ts';
import { isSealed, sealEnd } from '../../disk/sealed-folder.ts';
import { runInWorkers } from '../../disk/worker-pool.ts';
import type { IndexTask } from './index.worker.ts';
import type { SearchRecord } from './record.ts';
import { staleMs, stagingEnd } from './staging.ts';

/** A part of the index: its folder's name and its stories. */
export interface IndexPart {
  readonly id: string;
  readonly records: readonly SearchRecord[];
}

/** The options for building an index. */
export interface IndexOptions {
  /** Absolute path of the folder that stores built parts between builds. */
  readonly cacheDir: string;
  /** A fingerprint of everything except the stories that affects the index. */
  readonly program: string;
  /** The number of parts built at once. */
  readonly threads: number;
  /** False if other parts of the same edition are built elsewhere, as by other shards. Theirs are kept. */
  readonly isWhole: boolean;
  /** Keys of the parts that the site already has, by id. They are not built. */
  readonly placed: Readonly<Record<string, string>>;
  /** Returns a story's rendered text. */
  getTree(file: string): PackedTree;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The folder of each built part. */
export type BuiltIndex = ReadonlyMap<string, string>;

/**
 * Builds the parts of the search index that have changed, on all cores. The others already exist. Each part is a whole
 * Pagefind index, which takes about 0.3 MB of memory per story while it is built.
 */
export async function buildIndex(parts: readonly IndexPart[], options: IndexOptions): Promise<BuiltIndex> {
  await mkdir(options.cacheDir, { recursive: true });
  const built = new Map(parts.map((part) => [part.id, path.join(options.cacheDir, toKey(part, options))]));
  const toPlace = parts.filter(({ id }) => options.placed[id] !== path.basename(built.get(id) ?? ''));
  const kept = await Promise.all(toPlace.map(({ id }) => isSealed(built.get(id) ?? '')));
  // The largest first, so that no worker is still busy with one when the others are done.
  const missing = toPlace.filter((_part, index) => !kept[index]).sort((a, b) => b.records.length - a.records.length);
  let done = 0;
  await runInWorkers(missing, {
    worker: new URL('./index.worker.ts', import.meta.url),
    threads: countWorkers(options.threads),
    batchSize: 1,
    toMessage: (part) => toTask(part, built.get(part.id) ?? '', options),
    replaceLost: failEnded,
    onAnswers: () => options.onProgress?.((done += 1), missing.length),
  });
  if (options.isWhole) await removeOtherParts(options.cacheDir, [...built.values()]);
  return built;
}

/**
 * Returns the smaller of cores and gigabytes of free memory, since a part of 2,500 stories takes most of a gigabyte.
 */
function countWorkers(threads: number): number {
  return Math.min(threads, Math.max(1, Math.floor(process.availableMemory() / 1e9)));
}

function toKey({ records }: IndexPart, { program }: IndexOptions): string {
  const hash = createHash('sha256').update(program);
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest('hex').slice(0, 24);
}

function toTask({ records }: IndexPart, outputDir: string, { getTree }: IndexOptions): IndexTask {
  return { outputDir, records: records.map((record) => ({ record, tree: getTree(record.file) })) };
}

/** Pagefind's own program exits silently when it cannot write. The worker then has nothing to wait for, and ends. */
function failEnded(): never {
  throw Object.assign(new Error('Building the search index ended too early.'), { code: 'ERR_INDEX_ENDED' });
}

async function removeOtherParts(cacheDir: string, kept: readonly string[]): Promise<void> {
  const names = new Set(kept.map((folder) => path.basename(folder)).flatMap((name) => [name, `${name}${sealEnd}`]));
  const others = (await readdir(cacheDir)).filter((name) => !names.has(name)).map((name) => path.join(cacheDir, name));
  await Promise.all(
    others.map(async (folder) => {
      if (!(await isBeingMade(folder))) await rm(folder, { recursive: true, force: true });
    }),
  );
}

/** Returns whether another build may be working in a folder. */
async function isBeingMade(folder: string): Promise<boolean> {
  if (!folder.endsWith(stagingEnd)) return false;
  const made = await stat(folder).catch(() => undefined);
  return made !== undefined && getAgeMs(made.mtimeMs) < staleMs;
}

/**
 * Copies parts of a built index into a folder: `pagefind/<part>/` for each. With a link, editing the site would edit
 * the cache.
 */
export async function placeIndex(built: BuiltIndex, outDir: string): Promise<void> {
  for (const [id, folder] of built) await cp(folder, path.join(outDir, 'pagefind', id), { recursive: true });
}
