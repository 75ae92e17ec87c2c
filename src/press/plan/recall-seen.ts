import { recallNewsroom } from '../../content/reader.ts';
import type { KnownPage, PageStore } from '../../content/store/page-store.ts';
import type { ContentStats } from '../../content/text/content-stamp.ts';
import type { LocalSite } from '../../core/settings.ts';
import { toLoadedSite } from '../../paper/check-site.ts';
import { createLinkTargets } from '../../paper/link-targets.ts';
import { listPages } from '../../paper/table.ts';
import { recallEdition, type Start } from './ending.ts';
import type { LastBuild } from './last-build.ts';
import type { Seen } from './prepare-edited.ts';

/** The edition of the last build, and the stories that were edited since, relative to the content folder. */
export interface Recalled {
  readonly seen: Seen;
  readonly edited: readonly string[];
}

/**
 * Recalls the edition of the last build from the store, in a process that has not built before. The store must have what
 * that build has read: with the times that it has for the edited stories, the content must be that of the last build.
 *
 * @returns undefined if more has changed than the texts of stories
 */
export async function recallSeen(
  site: LocalSite,
  store: PageStore,
  start: Start,
  last: LastBuild,
): Promise<Recalled | undefined> {
  if (last.prints.size === 0) return undefined;
  const before = undoEdits(start.stats, store.getKnown());
  const known = await recallEdition(site, { ...start, stats: before.stats });
  if (known?.edition !== last.edition) return undefined;
  const read = await recallNewsroom(site, start.stats.keys(), store);
  if (!read) return undefined;
  const loaded = toLoadedSite(site, read, start.nowMs);
  const plan = { entries: listPages(loaded.context) };
  const edition = { ...loaded, plan, prints: last.prints, mediaKey: last.media };
  return {
    seen: { edition, targets: createLinkTargets(loaded, store), untilMs: known.untilMs },
    edited: before.edited,
  };
}

/** Returns what the look at the content would have been before the stories were edited. */
function undoEdits(stats: ContentStats, known: ReadonlyMap<string, KnownPage>) {
  const edited = [...stats].filter(([file, stat]) => isEdited(stat, known.get(file))).map(([file]) => file);
  const before = edited.map((file) => [file, known.get(file)?.stat ?? ''] as const);
  return { edited, stats: new Map([...stats, ...before]) };
}

function isEdited(stat: string, known: KnownPage | undefined): boolean {
  return known?.file.startsWith('articles/') === true && known.stat !== stat;
}
