import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PackedTree } from '../../core/html-tree.ts';
import { getAgeMs } from '../../disk/clock.ts';
import { readChecked } from '../../disk/checked-file.ts';
import { splitBundle, writeFilesInto } from '../../disk/file-bundle.ts';
import { runInWorkers, WaitingWorkers } from '../../disk/worker-pool.ts';
import type { IndexTask } from './index.worker.ts';
import type { SearchRecord } from './record.ts';

/** A part of the index: its folder's name and its stories. */
export interface IndexPart {
  readonly id: string;
  /** A short text that changes whenever the records may, so that they need not be built to see that they have not. */
  readonly inputs: string;
  readonly records: readonly SearchRecord[];
}

/** Where an index is kept between builds. */
export interface IndexCache {
  /** Absolute path of the folder that stores built parts. */
  readonly cacheDir: string;
  /** A fingerprint of everything except the stories that affects the index. */
  readonly program: string;
}

/** The options for building an index. */
export interface IndexOptions extends IndexCache {
  /** The number of parts built at once. */
  readonly threads: number;
  /** False if other parts of the same edition are built elsewhere, as by other shards. Theirs are kept. */
  readonly isWhole: boolean;
  /** The parts that the site already has, by id. They are not built. */
  readonly placed: Readonly<Record<string, BuiltPart>>;
  /** The folder for the files of the site. Those of the index are below `pagefind/<part>/`. */
  readonly outDir: string;
  /** Workers of earlier builds, which are ready at once, and where those of this build wait for the next. */
  readonly waiting?: WaitingWorkers | undefined;
  /** Returns a story's rendered text. */
  getTree(file: string): PackedTree;
  readonly onProgress?: (done: number, total: number) => void;
  /** Called as soon as workers have all that they need to begin, or if there is nothing to build. */
  readonly onBegun?: () => void;
}

/** A part that has been built. */
export interface BuiltPart {
  /** A part with another key has other files. */
  readonly key: string;
  readonly inputs: string;
}

/** The parts of an index, by id. */
export type BuiltParts = ReadonlyMap<string, BuiltPart>;

/** Builds indexes one after the other, with workers and Pagefind's own processes that stay ready in between. */
export interface Indexer {
  /** Starts a worker, so that it is ready, and knows most tokens, when there is a newer version of a part to build. */
  prepare(cache: IndexCache): void;
  build(parts: readonly IndexPart[], options: Omit<IndexOptions, 'waiting'>): Promise<BuiltParts>;
  /** Ends the workers. */
  close(): Promise<void>;
}

const workerModule = new URL('./index.worker.ts', import.meta.url);

/** Opens an indexer for a process that builds again and again. */
export function openIndexer(): Indexer {
  const waiting = new WaitingWorkers();
  return {
    prepare: (cache) => {
      if (waiting.size === 0) waiting.add(new Worker(workerModule, { workerData: getLexiconFile(cache) }));
    },
    build: (parts, options) => buildIndex(parts, { ...options, waiting }),
    close: () => waiting.close(),
  };
}

/** Milliseconds after which an unfinished file is a leftover of a killed build. */
const staleMs = 86_400_000;

/** Builds the parts of the search index that the site does not have, on all cores, and writes their files. */
export async function buildIndex(parts: readonly IndexPart[], options: IndexOptions): Promise<BuiltParts> {
  const built = new Map(parts.map((part) => [part.id, toBuilt(part, options)]));
  const getKey = ({ id }: IndexPart) => built.get(id)?.key ?? '';
  const wanted = parts.filter((part) => options.placed[part.id]?.key !== getKey(part));
  const missing: IndexPart[] = [];
  for (const part of wanted) if (!(await placeCached(getKey(part), part, options))) missing.push(part);
  if (missing.length > 0) await mkdir(options.cacheDir, { recursive: true });
  let done = 0;
  // The largest first, so that no worker is still busy with one when the others are done.
  const working = runInWorkers(
    missing.toSorted((a, b) => b.records.length - a.records.length),
    {
      worker: workerModule,
      threads: options.threads,
      batchSize: 1,
      waiting: options.waiting,
      toMessage: (part) => toTask(part, getKey(part), part === parts[0], options),
      replaceLost: failEnded,
      onAnswers: () => options.onProgress?.((done += 1), missing.length),
    },
  );
  options.onBegun?.();
  await working;
  const kept = [...parts.map(getKey), path.basename(getLexiconFile(options))];
  if (options.isWhole) await removeOthers(options.cacheDir, new Set(kept));
  return built;
}

function toBuilt(part: IndexPart, options: IndexOptions): BuiltPart {
  const { id, inputs } = part;
  const known = options.placed[id];
  return known?.inputs === inputs ? known : { key: toKey(part, options), inputs };
}

function toKey({ records }: IndexPart, { program }: IndexOptions): string {
  const hash = createHash('sha256').update(program);
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest('hex').slice(0, 24);
}

/** Writes the files of a part from the cache. Returns whether it is there, and undamaged. */
async function placeCached(key: string, part: IndexPart, { cacheDir, outDir }: IndexOptions): Promise<boolean> {
  const kept = await readChecked(path.join(cacheDir, key));
  if (kept) writeFilesInto(toFolder(part, outDir), splitBundle(kept));
  return kept !== undefined;
}

function toFolder({ id }: IndexPart, outDir: string): string {
  return path.join(outDir, 'pagefind', id);
}

function toTask(part: IndexPart, key: string, isNewest: boolean, options: IndexOptions): IndexTask {
  const { cacheDir, outDir, getTree } = options;
  const stories = part.records.map((record) => ({ record, tree: getTree(record.file) }));
  return {
    stories,
    cacheFile: path.join(cacheDir, key),
    outDir: toFolder(part, outDir),
    lexiconFile: isNewest ? getLexiconFile(options) : undefined,
  };
}

/** Returns the file that keeps tokens of the newest part. Another program may find them under other words. */
function getLexiconFile({ cacheDir, program }: IndexCache): string {
  return path.join(cacheDir, `lexicon-${createHash('sha256').update(program).digest('hex').slice(0, 24)}`);
}

/** Pagefind's own program exits silently when it runs out of memory. The worker then has nothing to wait for, and ends. */
function failEnded(): never {
  throw Object.assign(new Error('Building the search index ended too early.'), { code: 'ERR_INDEX_ENDED' });
}

async function removeOthers(cacheDir: string, kept: ReadonlySet<string>): Promise<void> {
  const names = await readdir(cacheDir).catch((): string[] => []);
  const others = names.filter((name) => !kept.has(name)).map((name) => path.join(cacheDir, name));
  await Promise.all(
    others.map(async (file) => {
      if (!(await isBeingMade(file))) await rm(file, { recursive: true, force: true });
    }),
  );
}

/** Returns whether another build may be writing a file. */
async function isBeingMade(file: string): Promise<boolean> {
  if (!file.endsWith('.tmp')) return false;
  const made = await stat(file).catch(() => undefined);
  return made !== undefined && getAgeMs(made.mtimeMs) < staleMs;
}
