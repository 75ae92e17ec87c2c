import { runInWorkers, type OtherWork } from '../../disk/worker-pool.ts';
import type { PageEntry } from '../../paper/kinds/page-kind.ts';
import type { PagePlan } from '../../paper/table.ts';
import type { Context } from '../../views/context.ts';
import { openRenderer, type RenderOptions, type RenderTask } from './renderer.ts';

/** With fewer pages than this, starting workers takes longer than the work. */
const workersFrom = 200;

/** A worker that starts late takes about a second to become quick. */
const leastTasks = 1000;

/** Pages of about a megabyte in all. */
const batchSize = 24;

/** Young objects hardly ever outlive the page they were made for. With the usual 16 MB, some are copied for nothing. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/** The pages to render, and how. */
export interface RenderJob extends RenderOptions {
  readonly context: Context;
  readonly plan: PagePlan;
  /** Pages of kinds with a route. */
  readonly entries: readonly PageEntry[];
  readonly threads: number;
  readonly beside?: OtherWork | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Renders pages on all cores and writes them. Every thread gets the content of its pages as plain data, a few pages at
 * a time, so none needs the edition, and memory does not grow with it.
 */
export async function renderPages({
  context,
  plan,
  entries,
  threads,
  beside,
  onProgress,
  ...options
}: RenderJob): Promise<void> {
  let done = 0;
  const report = (count: number) => onProgress?.((done += count), entries.length);
  const toMessage = (entry: PageEntry) => toTask(context, plan, entry);
  if (entries.length >= workersFrom) {
    return runInWorkers(entries, {
      worker: new URL('./render.worker.ts', import.meta.url),
      workerData: options,
      threads,
      beside,
      leastTasks,
      batchSize,
      resourceLimits,
      toMessage,
      onAnswers: (batch) => report(batch.length),
    });
  }
  const renderer = await openRenderer(options);
  try {
    for (const entry of entries) {
      await renderer.render(toMessage(entry));
      report(1);
    }
  } finally {
    renderer.close();
  }
}

function toTask(context: Context, plan: PagePlan, entry: PageEntry): RenderTask {
  const { kind, subject, path } = entry;
  return {
    route: kind.route ?? '',
    path,
    content: plan.build(entry),
    textFile: kind.getText?.(context, subject)?.file,
  };
}
