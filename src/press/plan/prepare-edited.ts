import { rereadStories } from '../../content/reread.ts';
import type { PageStore } from '../../content/store/page-store.ts';
import { hasErrors } from '../../core/issue.ts';
import type { Settings } from '../../core/settings.ts';
import { checkLinks, type LinkTargets } from '../../news/links.ts';
import { replaceAll, replaceStories } from '../../news/edited.ts';
import { collectSiteLinks } from '../../paper/check-site.ts';
import type { LoadedSite } from '../../paper/link-targets.ts';
import { planEdited, type PagePlan } from '../../paper/table.ts';
import { describeAnchors } from './find-changed.ts';
import { rereadPages, type Fingerprinted, type Prepared } from './prepare.ts';

/** The edition of the last build. */
export interface Seen {
  readonly edition: LoadedSite &
    Pick<Fingerprinted, 'prints' | 'mediaKey'> & { readonly plan: Pick<PagePlan, 'entries'> };
  /** The addresses that links may lead to. They stay the same while stories stay filed where they are. */
  readonly targets: LinkTargets;
  /** The next instant at which the same newsroom makes another edition, in milliseconds since 1970. */
  readonly untilMs: number;
}

/** An edition with edited stories, without the parts of its search index. */
export type Edited = Omit<Prepared, 'parts'>;

/**
 * Reads some stories again, and adds them to the edition of the last build.
 *
 * @param files relative to the content folder
 * @param nowMs the build's instant, in milliseconds since 1970
 * @returns undefined if the whole newsroom must be read, among others when a story has errors
 */
export async function prepareEdited(
  settings: Settings,
  store: PageStore,
  { edition: seen, targets, untilMs }: Seen,
  files: readonly string[],
  nowMs: number,
): Promise<Edited | undefined> {
  const { edition } = seen.context;
  if (nowMs < edition.instantMs || nowMs >= untilMs) return undefined;
  const anchors = describeAnchors(store, files);
  const edited = await rereadStories(seen.newsroom, files, (again) => rereadPages(settings, again, store));
  if (!edited) return undefined;
  const loaded = {
    ...seen,
    newsroom: { ...seen.newsroom, articles: replaceAll(seen.newsroom.articles, edited) },
    context: { ...seen.context, edition: replaceStories(edition, edited, nowMs) },
    // The lists of published addresses have them all.
    addresses: undefined,
  };
  // With other anchors, links of other texts may lead to nothing.
  const links = collectSiteLinks(loaded, store, anchors === describeAnchors(store, files) ? new Set(files) : undefined);
  if (hasErrors(checkLinks(links, targets))) return undefined;
  return { ...loaded, plan: planEdited(loaded.context, seen.plan.entries, seen.prints, [...edited.values()]) };
}
