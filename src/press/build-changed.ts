import process from 'node:process';
import type { PageStore } from '../content/store/page-store.ts';
import { rememberStore } from '../content/store/remembered-store.ts';
import type { LocalSite, Settings } from '../core/settings.ts';
import { openIndexer, type IndexPart } from '../search/indexing/build-index.ts';
import { createLinkTargets } from '../paper/link-targets.ts';
import { getNextInstantMs } from '../paper/next-instant.ts';
import { findFreshAddresses, recordAddresses } from './address-book.ts';
import type { Memory } from './memory.ts';
import type { Output } from './output/output.ts';
import { removeStaged } from './output/publish.ts';
import { openAtlasFacts } from './plan/atlas-facts.ts';
import { findChanged } from './plan/find-changed.ts';
import { rememberEnding, type Done, type Start } from './plan/ending.ts';
import type { LookAtSite } from './plan/site-look.ts';
import { toEnding } from './plan/to-ending.ts';
import { readLastBuild } from './plan/last-build.ts';
import { prepareEdition, type Prepared } from './plan/prepare.ts';
import { withStore } from './plan/with-store.ts';
import { startProgram, type Program } from './program/open-program.ts';
import type { Phases } from './report/phases.ts';
import { formatBuilt, formatChanges } from './report/report.ts';
import { formatSizeNotice } from './report/size-notice.ts';
import { writeChanges, type WriteJob } from './write-changes.ts';
import { getIndexCache, startIndexAside, type Indexing } from './write-site.ts';

/** The folder that a build writes into, and what it starts from. */
export interface BuildTask {
  readonly output: Output;
  readonly start: Start;
  readonly lookAtSite: LookAtSite;
  readonly memory: Memory | undefined;
}

/**
 * Reads the newsroom and writes what has changed since the last build.
 *
 * @returns undefined when there are errors, which were printed
 */
export async function buildChanged(settings: Settings, task: BuildTask, phases: Phases): Promise<Done | undefined> {
  const { memory } = task;
  if (memory) return memory.withStore((store) => build(settings, task, memory.startProgram(settings), store, phases));
  const program = startProgram(settings);
  try {
    return await withStore(settings.site, (store) => build(settings, task, program, store, phases));
  } finally {
    await program.stop();
  }
}

async function build(
  settings: Settings,
  task: BuildTask,
  program: Program,
  opened: PageStore,
  phases: Phases,
): Promise<Done | undefined> {
  const { site } = settings;
  const { start, lookAtSite, memory } = task;
  // Until this build has ended well, nobody knows what has changed since.
  if (memory) memory.seen = undefined;
  const last = memory?.last ?? (await phases.time('state', () => readLastBuild(lookAtSite, start.program)));
  const facts = await openAtlasFacts(site, start.program);
  const before = last.prints;
  // Most rows of a first build are written, not read.
  const store = before.size > 0 && !memory ? rememberStore(opened) : opened;
  const indexer = memory?.indexer ?? (before.size > 0 ? openIndexer() : undefined);
  // Most changes touch a small part of the index, which takes less time than starting a worker.
  if (before.size > 0) indexer?.prepare(getIndexCache(site));
  try {
    const changes = await phases.time('changes', () => findChanged(site, store, start, last));
    let index: Indexing | undefined;
    // A part takes longer than planning pages, comparing them and rendering a few.
    const onParts = (parts: readonly IndexPart[]) => {
      index = startIndexAside(settings, { parts, placed: last.index, indexer }, store, phases);
      return index.begun;
    };
    const extent = { hasTexts: true, last, changes, onParts, ...start };
    const prepared = await prepareEdition(settings, store, phases, extent);
    if (!prepared || !index) {
      await dropIndex(site, index);
      return undefined;
    }
    const done = await finishBuild(settings, task, { prepared, program, last, store, index }, phases);
    await facts.keep();
    return done;
  } finally {
    if (!memory) await indexer?.close();
  }
}

/** Leaves nothing of an index whose edition turned out to have errors. */
async function dropIndex({ outDir }: LocalSite, index: Indexing | undefined): Promise<void> {
  // It must not go on writing into a folder that is removed.
  await index?.parts.catch(() => undefined);
  removeStaged(outDir);
}

/** An edition to be written, and everything that this needs. */
interface Work extends Pick<WriteJob, 'program' | 'last' | 'index'> {
  readonly store: PageStore;
  readonly prepared: Prepared;
  /** Site paths of the pages that have been published already. */
  readonly early?: readonly string[];
}

/** Writes what has changed since the last build, and says and remembers how this one ended. */
export async function finishBuild(
  settings: Settings,
  { output, start, memory }: BuildTask,
  { prepared, store, early = [], ...work }: Work,
  phases: Phases,
): Promise<Done> {
  const { site } = settings;
  const { edition, ...written } = await writeChanges(settings, prepared, { output, ...work }, phases);
  const untilMs = getNextInstantMs(prepared);
  if (memory) {
    memory.last = written.last;
    memory.seen = { edition, targets: memory.seen?.targets ?? createLinkTargets(edition, store), untilMs };
  }
  const outcome = {
    ...written,
    written: written.written + early.length,
    changed: [...new Set([...written.changed, ...early])].sort(),
  };
  const fresh = prepared.addresses && !site.isPreview ? findFreshAddresses(prepared) : [];
  await recordAddresses(site.contentDir, fresh);
  const ending = toEnding(site, edition);
  process.stdout.write(`${formatBuilt(site, ending, outcome, phases)}${formatChanges(outcome.changed)}`);
  if (outcome.size && !site.isPreview) process.stdout.write(formatSizeNotice(outcome.size));
  // The next build has to try again to record addresses if this one could not.
  if (fresh.length === 0) {
    await rememberEnding(site, start, ending, { edition: edition.editionKey, untilMs });
  }
  const changed = outcome.changed.map((at) => `${prepared.context.addresses.absolute(at)}\n`);
  return { ending, changed };
}
