import { createHash, randomUUID } from 'node:crypto';
import process from 'node:process';
import type { ContentStats } from '../../content/text/content-stamp.ts';
import { toDiskPath } from '../../content/text/disk-path.ts';
import { readStat } from '../../content/text/file-stat.ts';
import type { PageReading } from '../../content/reading/page.ts';
import type { PageStore } from '../../content/store/page-store.ts';
import { createStoredPicturesReader } from '../../content/store/stored-pictures.ts';
import { readNewsroom, type FolderKnowledge, type ReadResult } from '../../content/reader.ts';
import {
  createStoredPagesReader,
  renderTexts,
  rereadStored,
  type StoredPagesOptions,
} from '../../content/store/stored-pages.ts';
import { formatCounts } from '../../core/issue-report.ts';
import { hasErrors, type Issue } from '../../core/issue.ts';
import type { LocalSite, Settings } from '../../core/settings.ts';
import { collectChanged, type ChangedStories } from '../../news/changed.ts';
import { describeCommon } from '../../paper/kinds/inputs.ts';
import type { IndexPart } from '../../search/indexing/build-index.ts';
import { checkSite, toLoadedSite } from '../../paper/check-site.ts';
import type { LoadedSite } from '../../paper/link-targets.ts';
import {
  planPages,
  toPageKeys,
  toPagePrints,
  type PageKeys,
  type PagePlan,
  type PagePrints,
} from '../../paper/table.ts';
import type { Phases } from '../report/phases.ts';
import { toOwnPath } from '../../paper/own-files.ts';
import { startProgress } from '../report/progress.ts';
import { formatForTerminal } from '../report/report.ts';
import { collectIndexParts } from '../../paper/search-records.ts';
import { getPageTaskOptions } from '../../paper/site-context.ts';
import { describeAnchors, type FoundChanges } from './find-changed.ts';
import type { LastBuild } from './last-build.ts';

/** An edition that is ready to be written. */
export interface Prepared extends LoadedSite {
  readonly plan: PagePlan;
  readonly parts: readonly IndexPart[];
  /** Fingerprint of the pictures on this machine. */
  readonly mediaKey: string;
}

/** The extent of a preparation. */
export interface PrepareOptions {
  /** Texts are rendered too, all of them; else the caller sees to those it needs. */
  readonly hasTexts: boolean;
  /** The build's instant, in milliseconds since 1970. */
  readonly nowMs: number;
  /** A look at the content folder before anything was read. */
  readonly stats?: ContentStats | undefined;
  /** The last build, and the stories that have changed since, if nothing else has. */
  readonly last?: LastBuild | undefined;
  readonly changes?: FoundChanges | undefined;
  /** Called with the parts of the search index, before pages are planned and links are checked. */
  readonly onParts?: ((parts: readonly IndexPart[]) => Promise<unknown>) | undefined;
}

/**
 * Reads the newsroom and builds its edition. If there are errors, prints them and sets the exit code.
 *
 * @returns undefined when there are errors
 */
export async function prepareEdition(
  settings: Settings,
  store: PageStore,
  phases: Phases,
  { hasTexts, stats, last, changes, nowMs, onParts }: PrepareOptions,
): Promise<Prepared | undefined> {
  const { site } = settings;
  const result = await phases.time('read', () =>
    readAll(settings, store, { hasTexts, stats, changed: changes?.files }),
  );
  if (hasErrors(result.issues)) return reportIssues(site, result.issues);
  const loaded = await phases.time('edition', () => toLoadedSite(site, result, nowMs));
  const { media, context } = loaded;
  const changed = last?.common === describeCommon(context) ? toChanged(loaded, changes) : undefined;
  const parts = await phases.time('records', () => collectIndexParts(context, last?.index, changed));
  await onParts?.(parts);
  const plan = planPages(context, last?.prints, changed);
  const isSettled = changes && changed?.isGrowth && changes.anchors === describeAnchors(store, changes.before.keys());
  const linking = isSettled && hasAllPages(plan, last?.prints, loaded.own) ? changes.files : undefined;
  if (hasTexts && !(await prepareLinks(site, loaded, store, phases, linking))) return undefined;
  return { ...loaded, plan, parts, mediaKey: toMediaKey(site, [...media, ...loaded.own]) };
}

/** Returns whether a plan has every page and file of an earlier edition. */
function hasAllPages({ entries }: PagePlan, before: PagePrints = new Map(), own: readonly string[]): boolean {
  const now = new Set([...entries.map((page) => page.path), ...own.map(toOwnPath)]);
  return before.keys().every((page) => now.has(page));
}

function toChanged({ newsroom, context }: LoadedSite, changes: FoundChanges | undefined): ChangedStories | undefined {
  if (!changes) return undefined;
  const now = new Map(
    newsroom.articles.flatMap((story) => (changes.files.has(story.file) ? [[story.file, story]] : [])),
  );
  const versions = [...changes.files].map((file) => ({ before: changes.before.get(file), now: now.get(file) }));
  return collectChanged(context.edition, versions, context.site.timeZone);
}

/** A prepared edition with its fingerprints. */
export interface Fingerprinted extends Prepared {
  /** The fingerprints of all pages and files, those of the newsroom's own included. */
  readonly prints: PagePrints;
  /** The same without their inputs. */
  readonly keys: PageKeys;
  /** Fingerprint of everything that the output is made from, except pictures. */
  readonly editionKey: string;
}

/** Adds the fingerprints to a prepared edition. They are known already of pages whose content has been built. */
export function fingerprintEdition(prepared: Prepared): Fingerprinted {
  const own = prepared.own.map((file) => [toOwnPath(file), { key: '', inputs: '' }] as const);
  const prints: PagePrints = new Map([...toPagePrints(prepared.plan), ...own]);
  const keys = toPageKeys(prints);
  return { ...prepared, prints, keys, editionKey: toEditionKey(keys, prepared.parts) };
}

/**
 * Checks the links between the site's texts. If there are errors, prints them and sets the exit code.
 *
 * @param files the files of the texts to check, if all others were right and still are
 */
export async function prepareLinks(
  site: LocalSite,
  loaded: LoadedSite,
  store: PageStore,
  phases: Phases,
  files?: ReadonlySet<string>,
): Promise<boolean> {
  const issues = await phases.time(files ? 'changed links' : 'links', async () => {
    const found = await checkSite(site, loaded, store, files);
    // Whoever has to correct something is told all of it.
    return files && hasErrors(found) ? checkSite(site, loaded, store) : found;
  });
  if (hasErrors(issues)) reportIssues(site, issues);
  return !hasErrors(issues);
}

/** The extent of a reading. */
interface ReadExtent extends Pick<PrepareOptions, 'hasTexts' | 'stats'> {
  /** The files of all stories that have changed since the newsroom had no errors, if nothing else has. */
  readonly changed?: ReadonlySet<string> | undefined;
}

/**
 * Reads and checks everything that has changed, drafts included, so that an error in one does not come as a surprise
 * later.
 */
export async function readAll(
  settings: Settings,
  store: PageStore,
  { hasTexts, stats, changed }: ReadExtent,
): Promise<ReadResult> {
  return withProgress('stories read', settings, store, async (options) => {
    const readPages = createStoredPagesReader({ ...options, hasTexts, stats });
    const readPictures = createStoredPicturesReader(settings.site.contentDir, store);
    const read = (known: FolderKnowledge) => readNewsroom(settings.site, readPages, readPictures, known);
    const result = await read({ stats, changed });
    // Whoever has to correct something is told all of it.
    return changed && hasErrors(result.issues) ? read({ stats }) : result;
  });
}

/** Reads stories again that were read before. */
export async function rereadPages(
  settings: Settings,
  files: readonly string[],
  store: PageStore,
): Promise<readonly PageReading[]> {
  return withProgress('stories read', settings, store, (options) =>
    rereadStored(files, settings.site.contentDir, options),
  );
}

/** Renders the texts of some files. If there are errors, prints them, sets the exit code and returns false. */
export async function prepareTexts(
  settings: Settings,
  tasks: Parameters<typeof renderTexts>[0],
  store: PageStore,
  phases: Phases,
  phase = 'texts',
): Promise<boolean> {
  const issues = await phases.time(phase, () =>
    withProgress('texts', settings, store, (options) => renderTexts(tasks, settings.site.contentDir, options)),
  );
  if (hasErrors(issues)) reportIssues(settings.site, issues);
  return !hasErrors(issues);
}

async function withProgress<Result>(
  what: string,
  { site, machine }: Settings,
  store: PageStore,
  work: (options: StoredPagesOptions) => Promise<Result>,
): Promise<Result> {
  const progress = startProgress(what);
  try {
    return await work({
      store,
      task: getPageTaskOptions(site),
      worker: new URL('./page.worker.ts', import.meta.url),
      workerData: site,
      threads: machine.threads,
      hasTexts: true,
      onProgress: progress.report,
    });
  } finally {
    progress.end();
  }
}

function toEditionKey(keys: PageKeys, parts: readonly IndexPart[]): string {
  const hash = createHash('sha256');
  for (const [page, key] of keys) hash.update(`${page}\n${key}\n`);
  for (const { id, inputs } of parts) hash.update(`${id}\n${inputs}\n`);
  return hash.digest('base64url');
}

/** A picture that was just written counts as changed, because its size and times prove nothing yet. */
function toMediaKey({ contentDir }: LocalSite, media: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of media) hash.update(`${file} ${readStat(toDiskPath(contentDir, file)) || randomUUID()}\n`);
  return hash.digest('base64url');
}

function reportIssues({ contentDir }: LocalSite, issues: readonly Issue[]): undefined {
  process.exitCode = 1;
  process.stderr.write(`${formatForTerminal(issues, contentDir)}\n`);
  process.stderr.write(`Nothing was built: ${formatCounts(issues)}. The existing site is unchanged.\n`);
}
