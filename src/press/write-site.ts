import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { shareEdition } from '../content/shared-edition.ts';
import type { PageStore } from '../content/store/page-store.ts';
import { shareSettings } from '../settings/shared-settings.ts';
import { buildIndex, type BuiltIndex, type IndexPart } from '../search/indexing/build-index.ts';
import type { PackedTree } from '../core/html-tree.ts';
import { CacheDamage } from '../disk/database.ts';
import { sealPage } from '../hosts/seal-page.ts';
import type { LocalSite, Settings } from '../core/settings.ts';
import type { Context } from '../views/context.ts';
import { getCardStoreFile, getIndexCacheDir } from '../disk/cache-dir.ts';
import { writeCards } from './output/write-cards.ts';
import { readCardFingerprint, readIndexFingerprint } from './plan/fingerprint.ts';
import { writeHostTexts } from './output/write-host-texts.ts';
import { createIntegrity } from './output/integrity.ts';
import type { PageKeys } from '../paper/table.ts';
import { writeIcons } from './output/icons.ts';
import { waitForLock } from './output/lock.ts';
import { copyOwnFiles } from '../paper/own-files.ts';
import type { Phases } from './report/phases.ts';
import { startProgress } from './report/progress.ts';
import { selectPages } from '../astro/select-pages.ts';

/** Astro's modules cache what they have read, so a second run in one process needs fresh ones. */
let runs = 0;

/** The pages to write, and the folder to write them to. */
export interface WriteTask {
  readonly context: Context;
  readonly keys: PageKeys;
  /** The newsroom's own files, which are copied along with assets. */
  readonly own: readonly string[];
  /** Absolute path of the folder for the pages. */
  readonly outDir: string;
  isWanted(page: string): boolean;
  /** Parts of the search index to build. */
  readonly parts: readonly IndexPart[];
  /** Keys of the parts that the site already has, by id. */
  readonly placed: Readonly<Record<string, string>>;
  /** Whether all parts of the edition are built here, so that others can be deleted from the cache. */
  readonly hasAllParts: boolean;
  /** Whether to write style sheets, fonts, scripts and the files in `public/` too. */
  readonly hasAssets: boolean;
}

/** Builds parts of the search index and draws cards while Astro renders pages. */
export async function writeSite(
  settings: Settings,
  task: WriteTask,
  store: PageStore,
  phases: Phases,
): Promise<BuiltIndex> {
  const { site, machine } = settings;
  shareSettings(settings);
  shareEdition({ edition: task.context.edition, isWanted: task.isWanted });
  const progress = startProgress('pages');
  let indexed = '';
  const working = [
    phases.time('index', async () =>
      buildIndex(task.parts, {
        cacheDir: getIndexCacheDir(site),
        program: await readIndexFingerprint(site),
        threads: machine.threads,
        isWhole: task.hasAllParts,
        placed: task.placed,
        getTree: (file) => getTree(store, file),
        onProgress: (done, total) => (indexed = `search index part ${done} of ${total}`),
      }),
    ),
    phases.time('cards', async () =>
      writeCards(task, {
        storeFile: getCardStoreFile(site),
        program: await readCardFingerprint(),
        threads: machine.threads,
      }),
    ),
    phases.time('pages', () => renderPages(site, task, (done, total) => progress.report(done, total, indexed))),
  ] as const;
  // Neither may keep running when the other fails, since its output would be in the way of the clean-up.
  const outcomes = await Promise.allSettled(working);
  progress.end();
  const failures = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
  // When the disk is full all three fail, and the error of the pages explains it best.
  if (failures.length > 1) throw new AggregateError(failures.reverse(), 'Pages, cards or the search index failed.');
  const [index] = await Promise.all(working);
  return index;
}

/** A story whose text is lost must not be indexed without it. */
function getTree(store: PageStore, file: string): PackedTree {
  const text = store.getText(file);
  if (!text) throw new CacheDamage(`The stored text of ${file} is lost.`);
  return text.tree;
}

/**
 * Runs Astro in its own folder beside its working files. It renames files between the two, so both must be on one disk,
 * wherever the cache is.
 */
async function renderPages(
  site: LocalSite,
  { context, own, outDir, isWanted, hasAssets }: WriteTask,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const workDir = path.resolve('.astro', `build-${process.pid}-${(runs += 1)}`);
  const astroDir = path.join(workDir, 'site');
  const base = new URL(site.url).pathname;
  const getIntegrity = createIntegrity(astroDir, base);
  const pages = selectPages({ outDir, base, isWanted, seal: (html) => sealPage(html, getIntegrity), onProgress });
  // Astro begins by writing into `.astro/`, under fixed names: one build after the other.
  const lock = await waitForLock(path.resolve('.astro/build.lock'));
  const synced = { name: 'gazetteer:synced', hooks: { 'astro:build:start': () => lock.release() } };
  try {
    const { build } = await import('astro');
    await build({
      outDir: astroDir,
      cacheDir: path.join(workDir, 'cache'),
      logLevel: 'warn',
      integrations: [pages, synced],
    });
    if (hasAssets) {
      await cp(astroDir, outDir, { recursive: true, dereference: true });
      await writeIcons('public/favicon.svg', outDir);
      writeHostTexts(context, outDir);
      await copyOwnFiles(site.contentDir, own, outDir);
    }
  } finally {
    lock.release();
    await rm(workDir, { recursive: true, force: true });
  }
}
