import type { PageReading } from '../../content/reading/page.ts';
import type { KnownPage, PageStore } from '../../content/store/page-store.ts';
import type { ContentStats } from '../../content/text/content-stamp.ts';
import type { LocalSite } from '../../core/settings.ts';
import type { Article } from '../../news/article.ts';
import { recallEdition, type Start } from './ending.ts';
import type { LastBuild } from './last-build.ts';

/** The stories that are new, gone or different since the last build. */
export interface FoundChanges {
  /** Their files, relative to the content folder. */
  readonly files: ReadonlySet<string>;
  /** The stories of the last build among them, by file. */
  readonly before: ReadonlyMap<string, Article>;
  /** Their headings and other places that links may lead to, as a short text. */
  readonly anchors: string;
}

/**
 * Finds the stories that have changed since the last build, if nothing else has, before any is read again. The store
 * must have what that build has read: with the times that it has for these stories, and without new ones and the files
 * beside them, the content must look as it did then.
 *
 * @returns undefined if anything else may have changed
 */
export async function findChanged(
  site: LocalSite,
  store: Pick<PageStore, 'getKnown' | 'getPictures' | 'getAnchors'>,
  start: Start,
  last: LastBuild,
): Promise<FoundChanges | undefined> {
  if (last.prints.size === 0 || start.stats.size === 0) return undefined;
  const known = store.getKnown();
  const { files, stats } = undoChanges(start.stats, known, store.getPictures());
  const edition = await recallEdition(site, { ...start, stats });
  if (edition?.edition !== last.edition) return undefined;
  const before = new Map([...files].flatMap((file) => toStory(file, known.get(file))));
  return { files, before, anchors: describeAnchors(store, before.keys()) };
}

/** Describes the places in some texts that links may lead to. */
export function describeAnchors(store: Pick<PageStore, 'getAnchors'>, files: Iterable<string>): string {
  return JSON.stringify([...files].map((file) => store.getAnchors(file)));
}

const folder = 'articles/';
const end = '.md';

/** Returns what the look at the content would have been before the stories were changed. */
function undoChanges(
  stats: ContentStats,
  known: ReadonlyMap<string, KnownPage>,
  pictures: ReadonlyMap<string, unknown>,
): { readonly files: ReadonlySet<string>; readonly stats: ContentStats } {
  const before = new Map(stats);
  const files = new Set<string>();
  const named = new Set(known.values().flatMap(({ media }) => media));
  for (const [file, stat] of stats) {
    const page = known.get(file);
    const isKnown = page !== undefined || pictures.has(file) || named.has(file);
    if (!file.startsWith(folder) || (isKnown && (page?.stat ?? stat) === stat)) continue;
    if (page) before.set(file, page.stat);
    else before.delete(file);
    if (file.endsWith(end)) files.add(file);
  }
  for (const { file, stat } of known.values()) {
    if (!file.startsWith(folder) || stats.has(file)) continue;
    before.set(file, stat);
    files.add(file);
  }
  return { files, stats: before };
}

function toStory(file: string, page: KnownPage | undefined): readonly (readonly [string, Article])[] {
  const { value } = (page?.reading ?? { issues: [] }) as PageReading<'articles'>;
  return value ? [[file, { ...value, id: file.slice(folder.length, -end.length), file }]] : [];
}
