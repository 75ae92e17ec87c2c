import type { Article } from '../news/article.ts';
import type { ChangedStories } from '../news/changed.ts';
import type { Context } from '../views/context.ts';
import { buildPageFrame } from '../views/page-frame.ts';
import { toFingerprint, toTextFingerprint } from './kinds/fingerprint.ts';
import { articlePages, standingPages } from './kinds/articles.ts';
import { cardFiles } from './kinds/cards.ts';
import { entitiesFile } from './kinds/entities.ts';
import { atomFiles, jsonFeedFiles, opmlFile, rssFiles } from './kinds/feeds.ts';
import { hostTexts } from './kinds/host-texts.ts';
import {
  authorIndex,
  correctionsLog,
  feedIndex,
  frontPage,
  notFoundPage,
  noticeMonths,
  offlinePage,
  regionIndexes,
  searchPage,
  storylineIndex,
  tagIndex,
  topicIndex,
  yearPages,
} from './kinds/indexes.ts';
import {
  authorPages,
  emptyRegionPages,
  monthPages,
  regionPages,
  storylinePages,
  tagPages,
  topicPages,
} from './kinds/listings.ts';
import { globeFiles, mapFiles } from './kinds/maps.ts';
import { movedPages } from './kinds/moves.ts';
import { mediaFiles, pictureFiles } from './kinds/pictures.ts';
import { createSitemaps, manifestFile, newsSitemap, robotsFile } from './kinds/sitemaps.ts';
import { listEntries, type AnyPageKind, type PageEntry, type TextReference } from './kinds/page-kind.ts';

/** Kinds of page, in the order in which sitemaps list them. */
export const htmlKinds: readonly AnyPageKind[] = [
  frontPage,
  topicIndex,
  storylineIndex,
  tagIndex,
  authorIndex,
  correctionsLog,
  feedIndex,
  standingPages,
  articlePages,
  yearPages,
  regionIndexes,
  topicPages,
  storylinePages,
  authorPages,
  regionPages,
  monthPages,
  tagPages,
  emptyRegionPages,
  noticeMonths,
  searchPage,
  offlinePage,
  notFoundPage,
  movedPages,
];

export const { collectSitemap, sitemapIndex, sitemapParts } = createSitemaps(htmlKinds);

/** Every kind of page and file of an edition. A test compares it with the routes in `src/pages`. */
export const pageKinds: readonly AnyPageKind[] = [
  ...htmlKinds,
  rssFiles,
  atomFiles,
  jsonFeedFiles,
  opmlFile,
  sitemapIndex,
  sitemapParts,
  newsSitemap,
  robotsFile,
  manifestFile,
  entitiesFile,
  mapFiles,
  globeFiles,
  mediaFiles,
  pictureFiles,
  cardFiles,
  hostTexts,
];

/** Lists every page and file of an edition. */
export function listPages(context: Context): readonly PageEntry[] {
  return listEntries(pageKinds, context);
}

/**
 * Fingerprints by site path. A page is unchanged while its fingerprint is. Empty for files that are written whenever
 * anything is.
 */
export type PageKeys = ReadonlyMap<string, string>;

/** The fingerprints of a page: of its content, and of what can be told about that without building it. */
interface PagePrint {
  /** As in `PageKeys`. */
  readonly key: string;
  /** Fingerprint of the inputs of its content. Empty for a kind of page that declares none. */
  readonly inputs: string;
}

/** Fingerprints of pages by site path. */
export type PagePrints = ReadonlyMap<string, PagePrint>;

/** The pages of an edition. The fingerprints of a page are made when they are first asked for, or on the way. */
export interface PagePlan {
  readonly entries: readonly PageEntry[];
  getPrint(page: PageEntry): PagePrint;
  /** Builds the content of a page as JSON, and makes its fingerprints of it. */
  build(page: PageEntry): string;
}

/**
 * Plans the pages of an edition. The content of a page is built, and its fingerprint made from everything passed to its
 * route and nothing else, unless its inputs are those of an earlier edition.
 *
 * @param before the fingerprints of an earlier edition, made by the same program with the same settings
 * @param changed the stories that have changed since then, if everything else is the same (`PageKind.isApart`)
 */
export function planPages(context: Context, before?: PagePrints, changed?: ChangedStories): PagePlan {
  const entries = listPages(context);
  if (!changed) return plan(context, entries, before);
  if (changed.edited) return planEdited(context, entries, before, changed.edited);
  const isTouched = ({ kind, subject }: PageEntry) => kind.isApart?.(context, subject, changed) !== true;
  return plan(context, entries, before, isTouched, ({ kind }) => kind.isApart !== undefined);
}

/**
 * Plans the pages of an edition in which only some stories have been replaced by others that are filed as they were: it
 * has the same pages, and those that show none of the stories are the same.
 *
 * @param before the fingerprints of the edition before
 */
export function planEdited(
  context: Context,
  entries: readonly PageEntry[],
  before: PagePrints | undefined,
  edited: readonly Article[],
): PagePlan {
  const isTouched = ({ kind, subject }: PageEntry) =>
    kind.shows === undefined || edited.some((article) => kind.shows?.(context, subject, article));
  return plan(context, entries, before, isTouched);
}

function plan(
  context: Context,
  entries: readonly PageEntry[],
  before: PagePrints = new Map(),
  isTouched: (page: PageEntry) => boolean = () => true,
  isTold: (page: PageEntry) => boolean = () => false,
): PagePlan {
  const frame = toFingerprint(buildPageFrame(context).masthead);
  const prints = new Map<string, PagePrint>();
  const kept = keepContents();
  const findPrint = (page: PageEntry, built?: string): PagePrint => {
    const known = before.get(page.path);
    if (known && !isTouched(page)) return known;
    // Nearly every page that the changed stories may touch is another one.
    const inputs = known && isTold(page) ? '' : getInputsPrint(context, page, frame);
    if (known && inputs !== '' && known.inputs === inputs) return known;
    if (page.kind.isAlwaysWritten) return { key: '', inputs };
    const content = built ?? buildContent(context, page);
    const key = getPageKey(context, page, frame, content);
    // A page that has changed is going to be rendered.
    if (built === undefined && known && known.key !== key) kept.put(page.path, content);
    return { key, inputs };
  };
  const getPrint = (page: PageEntry, content?: string): PagePrint => {
    const print = prints.get(page.path) ?? findPrint(page, content);
    prints.set(page.path, print);
    return print;
  };
  return {
    entries,
    getPrint: (page) => getPrint(page),
    build: (page) => {
      const content = kept.take(page.path) ?? buildContent(context, page);
      getPrint(page, content);
      return content;
    },
  };
}

/** Collects the fingerprints of every page and file of an edition. The parameters are those of `planPages`. */
export function collectPagePrints(...options: Parameters<typeof planPages>): PagePrints {
  return toPagePrints(planPages(...options));
}

/** Returns the fingerprints of all pages of a plan. */
export function toPagePrints({ entries, getPrint }: PagePlan): PagePrints {
  return new Map(entries.map((page) => [page.path, getPrint(page)]));
}

/** Returns the fingerprints of the content of pages. */
export function toPageKeys(prints: PagePrints): PageKeys {
  return new Map([...prints].map(([path, { key }]) => [path, key]));
}

function getInputsPrint(context: Context, { kind, subject }: PageEntry, frame: string): string {
  const inputs = kind.getInputs?.(context, subject);
  return inputs === undefined ? '' : toFingerprint([hasFrame(kind) ? frame : '', inputs]);
}

/** Builds everything passed to the route of a page, as JSON: it goes to another thread, and into the fingerprint. */
function buildContent(context: Context, { kind, subject }: PageEntry): string {
  return JSON.stringify(kind.build(context, subject));
}

function getPageKey(context: Context, { kind, subject }: PageEntry, frame: string, content: string): string {
  const textHash = kind.getText?.(context, subject)?.hash ?? '';
  return toTextFingerprint(`${hasFrame(kind) ? frame : ''} ${textHash} ${content}`);
}

/** The characters of content that are kept until their pages are rendered. */
const maxKept = 20_000_000;

/** Keeps the content of pages, each until it is taken, as long as there is room. */
function keepContents() {
  const contents = new Map<string, string>();
  let size = 0;
  return {
    put: (page: string, content: string) => {
      if (size + content.length > maxKept) return;
      contents.set(page, content);
      size += content.length;
    },
    take: (page: string): string | undefined => {
      const content = contents.get(page);
      if (contents.delete(page)) size -= content?.length ?? 0;
      return content;
    },
  };
}

function hasFrame({ route }: AnyPageKind): boolean {
  return route?.endsWith('.astro') === true;
}

/** A page that shows the text of a Markdown file. */
export interface TextPage {
  /** Ids that others may link to, besides those in the text. */
  readonly anchors: readonly string[];
  readonly text: TextReference;
}

/** Collects the pages that show the text of a file, by their site paths. */
export function collectTextPages(context: Context): ReadonlyMap<string, TextPage> {
  return new Map(
    pageKinds
      .filter(({ getText }) => getText)
      .flatMap((kind) =>
        listEntries([kind], context).flatMap(({ subject, path }): readonly (readonly [string, TextPage])[] => {
          const text = kind.getText?.(context, subject);
          return text ? [[path, { text, anchors: kind.anchors ?? [] }]] : [];
        }),
      ),
  );
}

/** Collects the permanent addresses of an edition. */
export function collectPermanent(context: Context): ReadonlySet<string> {
  const promised = listEntries(
    pageKinds.filter(({ isPermanent }) => isPermanent),
    context,
  ).filter(({ kind, subject }) => kind.isPermanent?.(context, subject));
  return new Set(promised.map(({ path }) => path));
}
