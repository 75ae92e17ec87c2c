import { hasErrors, type Issue } from '../../core/issue.ts';
import { toDiskPath } from '../text/disk-path.ts';
import type { ContentStats } from '../text/content-stamp.ts';
import { readStat } from '../text/file-stat.ts';
import { locateIssues } from '../yaml/locate.ts';
import type { PagesReader, PageReading } from '../reading/page.ts';
import type { KnownPage, PageStore, PageToStore } from './page-store.ts';
import type { PageResult, PageTask, PageTaskOptions } from './page-task.ts';
import { readInWorkers, type WorkerOptions } from './page-workers.ts';

/** The options for reading with a store. */
export interface StoredPagesOptions extends WorkerOptions {
  readonly store: PageStore;
  readonly task: PageTaskOptions;
  /** False if only the front matter is needed for now. `renderTexts` renders the texts later. */
  readonly hasTexts: boolean;
  /** A look at the content folder from which nothing has been read since. Files that are not in it are looked at. */
  readonly stats?: ContentStats | undefined;
  /** Called with the number of files done and the number to be read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** With fewer files than this, starting workers takes longer than the work. */
const workersFrom = 200;

/** A file to be read, with its size and times before reading. */
type PendingTask = PageTask & { readonly stat: string };

/**
 * Creates a reader that takes unchanged Markdown files from the store, and reads, checks and renders the others on all
 * cores. A file is unchanged if its size and times are; if they differ, as after a fresh checkout, its content decides.
 * Files with errors are never stored.
 */
export function createStoredPagesReader(options: StoredPagesOptions): PagesReader {
  const { store, task, hasTexts, stats } = options;
  return async (files, media) => {
    const known = store.getKnown();
    const readings = new Map<string, PageReading>();
    const pending: PendingTask[] = [];
    for (const { kind, file } of files) {
      const page = known.get(file);
      const stat = stats?.get(file) ?? readStat(toDiskPath(task.read.contentDir, file));
      const isWhole =
        page !== undefined && (page.hasText || !hasTexts) && page.media.every((named) => media.has(named));
      if (isWhole && stat !== '' && page.stat === stat) readings.set(file, page.reading);
      else pending.push({ kind, file, stat, hash: isWhole ? page.hash : undefined, hasText: hasTexts });
    }
    await readAll(pending, known, readings, options);
    const present = new Set(files.map(({ file }) => file));
    if ([...known.keys()].some((file) => !present.has(file))) store.retainOnly(present);
    return files.map(({ file }) => readings.get(file) ?? { issues: [] });
  };
}

/** Renders texts of files whose front matter alone has been read so far. Returns the issues, with line and column. */
export async function renderTexts(
  files: readonly Pick<PageTask, 'kind' | 'file'>[],
  contentDir: string,
  options: StoredPagesOptions,
): Promise<readonly Issue[]> {
  const known = options.store.getKnown();
  const readings = new Map<string, PageReading>();
  const pending = files
    .filter(({ file }) => known.get(file)?.hasText !== true)
    .map(({ kind, file }) => ({ kind, file, stat: readStat(toDiskPath(contentDir, file)), hasText: true }));
  await readAll(pending, known, readings, options);
  return locateIssues(
    contentDir,
    [...readings.values()].flatMap(({ issues }) => issues),
  );
}

/** Reads stories again whose content has probably changed. The pictures that they name must still be there. */
export async function rereadStored(
  files: readonly string[],
  contentDir: string,
  options: StoredPagesOptions,
): Promise<readonly PageReading[]> {
  const known = options.store.getKnown();
  const readings = new Map<string, PageReading>();
  const pending = files.map((file) => {
    const [stat, hash] = [readStat(toDiskPath(contentDir, file)), known.get(file)?.hash];
    return { kind: 'articles', file, stat, hash, hasText: true } as const;
  });
  await readAll(pending, known, readings, options);
  return files.map((file) => readings.get(file) ?? { issues: [] });
}

async function readAll(
  pending: readonly PendingTask[],
  known: ReadonlyMap<string, KnownPage>,
  readings: Map<string, PageReading>,
  options: StoredPagesOptions,
): Promise<void> {
  let done = 0;
  await runAll(pending, options, (tasks, results) => {
    storeResults(options.store, known, tasks, results, readings);
    options.onProgress?.((done += tasks.length), pending.length);
  });
}

function storeResults(
  store: PageStore,
  known: ReadonlyMap<string, KnownPage>,
  tasks: readonly PendingTask[],
  results: readonly PageResult[],
  readings: Map<string, PageReading>,
): void {
  const pages: PageToStore[] = [];
  const same: Pick<KnownPage, 'file' | 'stat'>[] = [];
  for (const [index, { file, stat }] of tasks.entries()) {
    const result = results[index];
    if (result === 'same') {
      readings.set(file, known.get(file)?.reading ?? { issues: [] });
      same.push({ file, stat });
    } else if (result) {
      readings.set(file, result.reading);
      if (!hasErrors(result.reading.issues)) pages.push({ ...result, file, stat });
    }
  }
  store.put(pages);
  store.putStats(same);
}

type OnResults = (tasks: readonly PendingTask[], results: readonly PageResult[]) => void;

async function runAll(tasks: readonly PendingTask[], options: StoredPagesOptions, onResults: OnResults): Promise<void> {
  if (tasks.length >= workersFrom) return readInWorkers(tasks, options, onResults);
  if (tasks.length === 0) return;
  // If nothing has changed, loading the Markdown chain would take longer than everything else.
  const { createPageRunner } = await import('./page-task.ts');
  const run = createPageRunner(options.task);
  for (const task of tasks) onResults([task], [await run(task)]);
}
