import { cp } from 'node:fs/promises';
import path from 'node:path';
import { compiled } from '../astro/compiled.ts';
import { getFacts } from '../atlas/facts.ts';
import type { PageStore } from '../content/store/page-store.ts';
import {
  buildIndex,
  type BuiltPart,
  type BuiltParts,
  type IndexCache,
  type IndexPart,
  type Indexer,
} from '../search/indexing/build-index.ts';
import type { PackedTree } from '../core/html-tree.ts';
import { CacheDamage } from '../disk/database.ts';
import type { LocalSite, Settings } from '../core/settings.ts';
import type { Context } from '../views/context.ts';
import { getCardStoreFile, getIndexCacheDir } from '../disk/cache-dir.ts';
import { getStagingDir } from './output/publish.ts';
import { writeCards } from './output/write-cards.ts';
import { readCardFingerprint, readIndexFingerprint } from './plan/fingerprint.ts';
import { writeHostTexts } from './output/write-host-texts.ts';
import type { PagePlan } from '../paper/table.ts';
import { copyOwnFiles } from '../paper/own-files.ts';
import type { Phases } from './report/phases.ts';
import { startProgress } from './report/progress.ts';
import { buildPageFrame } from '../views/page-frame.ts';
import type { Program } from './program/open-program.ts';
import { renderPages, type RenderJob } from './program/render-pages.ts';

/** The pages to write, and the folder to write them to. */
interface PagesTask {
  readonly program: Program;
  readonly context: Context;
  readonly plan: PagePlan;
  /** The newsroom's own files, which are copied along with assets. */
  readonly own: readonly string[];
  /** Absolute path of the folder for the pages. */
  readonly outDir: string;
  isWanted(page: string): boolean;
  /** Whether to write style sheets, fonts, scripts and the files in `public/` too. */
  readonly hasAssets: boolean;
}

/** The pages and cards to write. */
export interface WriteTask extends PagesTask {
  /** Whether all of the edition is written here, so that other cards and parts can be deleted from the cache. */
  readonly hasAllParts: boolean;
}

/** The parts of the search index to write. */
export interface IndexTask extends Pick<WriteTask, 'outDir' | 'hasAllParts'> {
  /** Parts of the search index to build. */
  readonly parts: readonly IndexPart[];
  /** The parts that the site already has, by id. */
  readonly placed: Readonly<Record<string, BuiltPart>>;
  /** An indexer whose workers are ready. */
  readonly indexer?: Indexer | undefined;
}

/** Parts of the search index while they are built. */
export interface Indexing {
  readonly parts: Promise<BuiltParts>;
  /** Ends as soon as other threads work, so that this one can do something else. Never fails. */
  readonly begun: Promise<unknown>;
  readonly threads: number;
  /** Says how far the work is. Empty at first. */
  describe(): string;
}

/** Returns where the search index of a site is kept between builds. */
export function getIndexCache(site: LocalSite): IndexCache {
  return { cacheDir: getIndexCacheDir(site), program: readIndexFingerprint(site) };
}

/** Starts to build parts of the search index. */
export function startIndex(
  { site, machine }: Settings,
  { parts, ...task }: IndexTask,
  store: PageStore,
  phases: Phases,
): Indexing {
  let description = '';
  const begun = Promise.withResolvers<void>();
  const threads = countIndexThreads(parts.length, machine.threads);
  const built = phases.time('index', async () =>
    (task.indexer?.build ?? buildIndex)(parts, {
      ...getIndexCache(site),
      threads,
      isWhole: task.hasAllParts,
      placed: task.placed,
      outDir: task.outDir,
      getTree: (file) => getTree(store, file),
      onProgress: (done, total) => (description = `search index part ${done} of ${total}`),
      onBegun: begun.resolve,
    }),
  );
  // Whoever waits for the parts is told that they have failed, if only later.
  const ended = built.catch(() => undefined);
  return { parts: built, begun: Promise.race([begun.promise, ended]), threads, describe: () => description };
}

/** Starts to build the parts that the site does not have, aside, where `writeChanges` expects them. */
export function startIndexAside(
  settings: Settings,
  task: Omit<IndexTask, 'outDir' | 'hasAllParts'>,
  store: PageStore,
  phases: Phases,
): Indexing {
  return startIndex(
    settings,
    { ...task, outDir: getStagingDir(settings.site.outDir), hasAllParts: true },
    store,
    phases,
  );
}

/** Draws cards while pages are rendered and parts of the search index are built. */
export async function writeSite(
  settings: Settings,
  task: WriteTask,
  index: Indexing,
  phases: Phases,
): Promise<BuiltParts> {
  const { site, machine } = settings;
  const progress = startProgress('pages');
  const working = [
    index.parts,
    phases.time('cards', async () =>
      writeCards(task, {
        storeFile: getCardStoreFile(site),
        program: readCardFingerprint(),
        threads: machine.threads,
        site,
      }),
    ),
    phases.time('pages', () =>
      writePages(settings, task, {
        // A thread more would compile all that it runs, and take its time from the index, which ends last.
        beside: { threads: index.threads, ended: index.parts },
        onProgress: (done, total) => progress.report(done, total, index.describe()),
      }),
    ),
  ] as const;
  // Neither may keep running when the other fails, since its output would be in the way of the clean-up.
  const outcomes = await Promise.allSettled(working);
  progress.end();
  const failures = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
  // When the disk is full all three fail, and the error of the pages explains it best.
  if (failures.length > 1) throw new AggregateError(failures.reverse(), 'Pages, cards or the search index failed.');
  // A single failure is thrown as it is.
  const [parts] = await Promise.all(working);
  return parts;
}

/** An archive of fewer parts is small: its parts take less time than a further thread needs to compile what it runs. */
const manyParts = 8;

/** Returns in how many threads the index is built while all cores render pages. */
function countIndexThreads(parts: number, threads: number): number {
  return parts < manyParts ? Math.max(1, threads >> 1) : threads;
}

/** A story whose text is lost must not be indexed without it. */
function getTree(store: PageStore, file: string): PackedTree {
  const text = store.getText(file);
  if (!text) throw new CacheDamage(`The stored text of ${file} is lost.`);
  return text.tree;
}

/** Renders the wanted pages, and adds the files that belong to the program and to the newsroom. */
export async function writePages(
  { site, machine }: Settings,
  { context, plan, own, outDir, isWanted, hasAssets, program }: PagesTask,
  work: Partial<Pick<RenderJob, 'beside' | 'onProgress'>> = {},
): Promise<void> {
  const programDir = await program.open();
  const entries = plan.entries.filter(({ kind, path: at }) => kind.route !== undefined && isWanted(at));
  const { masthead, placeNames } = buildPageFrame(context);
  const frame = { masthead, placeNames };
  const facts = [...getFacts()];
  await renderPages({
    context,
    plan,
    entries,
    site,
    frame,
    facts,
    programDir,
    outDir,
    threads: machine.threads,
    ...work,
  });
  if (!hasAssets) return;
  await cp(path.join(programDir, compiled.client), outDir, { recursive: true });
  writeHostTexts(context, outDir);
  await copyOwnFiles(site.contentDir, own, outDir);
}
