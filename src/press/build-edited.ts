import process from 'node:process';
import type { Settings } from '../core/settings.ts';
import { collectIndexParts } from '../paper/search-records.ts';
import { finishBuild, type BuildTask } from './build-changed.ts';
import type { Done } from './plan/ending.ts';
import { prepareEdited } from './plan/prepare-edited.ts';
import { startIndexAside } from './write-site.ts';
import { publishEarly } from './publish-early.ts';
import type { Phases } from './report/phases.ts';
import { formatEarly } from './report/report.ts';

/**
 * Builds after stories were edited, in a process that has built the site before: publishes their pages and the lists
 * that show them at once, and everything else after that, such as the search index.
 *
 * @param files the stories, relative to the content folder
 * @returns undefined if the whole newsroom must be read
 */
export async function buildEdited(
  settings: Settings,
  task: BuildTask,
  files: readonly string[],
  phases: Phases,
): Promise<Done | undefined> {
  const { memory, start } = task;
  const { seen, last } = memory ?? {};
  if (!memory || !seen || !last?.isWhole) return undefined;
  return memory.withStore(async (store) => {
    const program = memory.startProgram(settings);
    const edited = await phases.time('read', () => prepareEdited(settings, store, seen, files, start.nowMs));
    if (!edited) return undefined;
    const early = await publishEarly(settings, edited, { program, last }, phases);
    process.stdout.write(formatEarly(early.pages.length, phases));
    const parts = await phases.time('records', () => collectIndexParts(edited.context));
    const index = startIndexAside(settings, { parts, placed: last.index, indexer: memory.indexer }, store, phases);
    const work = { prepared: { ...edited, parts }, program, last: early.last, store, index, early: early.pages };
    return finishBuild(settings, task, work, phases);
  });
}
