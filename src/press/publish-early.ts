import type { Settings } from '../core/settings.ts';
import type { PageEntry } from '../paper/kinds/page-kind.ts';
import { deferStop } from './interrupt.ts';
import { packFiles } from './output/packed-files.ts';
import { getStagingDir, publishOver, removeStaged } from './output/publish.ts';
import { describeFiles } from './plan/build-state.ts';
import type { LastBuild } from './plan/last-build.ts';
import type { Edited } from './plan/prepare-edited.ts';
import type { Program } from './program/open-program.ts';
import type { Phases } from './report/phases.ts';
import { toSitePaths } from './write-changes.ts';
import { writePages } from './write-site.ts';

/** Pages that were published before the rest of their build. */
export interface Early {
  /** Site paths. */
  readonly pages: readonly string[];
  /** The last build, with these pages as they are now. */
  readonly last: LastBuild;
}

/**
 * Publishes the pages that edited stories have changed, over those of the last build. Until the state of this build is
 * written, they count as damaged: should it be interrupted, the next build writes them again.
 */
export async function publishEarly(
  settings: Settings,
  { context, plan }: Edited,
  { program, last }: { readonly program: Program; readonly last: LastBuild },
  phases: Phases,
): Promise<Early> {
  const { outDir, hasPackedFiles } = settings.site;
  const isChanged = ({ kind, path }: PageEntry, key: string) =>
    kind.route !== undefined && key !== '' && last.pages.get(path) !== key;
  const keys = new Map(
    await phases.time('compare', () =>
      plan.entries.flatMap((page) => {
        const { key } = plan.getPrint(page);
        return isChanged(page, key) ? [[page.path, key] as const] : [];
      }),
    ),
  );
  if (keys.size === 0) return { pages: [], last };
  const staging = getStagingDir(outDir);
  const stop = deferStop();
  try {
    const task = { context, plan, program, outDir: staging, isWanted: (page: string) => keys.has(page) };
    await phases.time('pages', () => writePages(settings, { ...task, own: [], hasAssets: false }));
    if (hasPackedFiles) await packFiles(staging);
    stop.hold();
    const written = publishOver(outDir, last.files);
    const files = describeFiles(outDir, { files: written, written: [], removed: [] });
    return {
      pages: toSitePaths(settings.site, written),
      last: { ...last, pages: new Map([...last.pages, ...keys]), files: new Map([...last.files, ...files]) },
    };
  } finally {
    removeStaged(outDir);
    await stop.release();
  }
}
