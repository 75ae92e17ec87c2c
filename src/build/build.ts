import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { build } from 'astro';
import { openBodyStore } from '../content/body-store.ts';
import { readNowMs } from '../content/clock.ts';
import { snapshotVariable } from '../content/collections.ts';
import { readNewsroom, type ReadResult } from '../content/reader.ts';
import { renderBodies } from '../content/render-bodies.ts';
import { writeSnapshot } from '../content/snapshot.ts';
import { formatCounts } from '../core/issue-report.ts';
import { compareIssues, hasErrors, type Issue } from '../core/issue.ts';
import { buildEdition, type Edition } from '../news/edition.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { getParts } from '../news/parts.ts';
import { getVisibility } from '../news/visibility.ts';
import { buildIndex, publishIndex, type BuiltIndex, type IndexOptions, type IndexPart } from '../search/build-index.ts';
import type { Context } from '../views/context.ts';
import { applyChanges } from './apply-changes.ts';
import { compareBuilds, openBuildState } from './build-state.ts';
import { site } from '../site.config.ts';
import { getBodyStoreFile, getBuildStateFile, getCacheDir, getIndexCacheDir } from './cache-dir.ts';
import { readChainFingerprint, readProgramFingerprint } from './fingerprint.ts';
import { collectPageKeys, type PageKeys } from './page-keys.ts';
import { planVariable } from './plan.ts';
import { formatPhases, startPhases } from './phases.ts';
import { startProgress } from './progress.ts';
import { replaceFolder } from './replace-folder.ts';
import { formatForTerminal } from './report.ts';
import { buildSearchRecord } from './search-records.ts';
import { createContext, getBodyOptions } from './site-context.ts';

const phases = startPhases();
const stagingDir = `${site.outDir}.next`;

/**
 * Builds the site beside the old one and swaps the two at the end, so that a build that fails or is stopped leaves what was
 * there. Texts are rendered first, on all cores; then the search index is built while Astro writes the pages.
 */
async function buildSite(): Promise<void> {
  const startedMs = performance.now();
  // One instant for the whole build: what is published must not change while it runs.
  const nowMs = Math.floor(readNowMs() / 1000) * 1000;
  process.env['SOURCE_DATE_EPOCH'] = String(nowMs / 1000);

  const { newsroom, issues } = await phases.time('read', () => readNewsroom(site));
  const store = openBodyStore(getBodyStoreFile(site));
  try {
    const bodyIssues = await phases.time('texts', () => renderTexts(newsroom, nowMs, store));
    if (hasErrors([...issues, ...bodyIssues])) return reportIssues([...issues, ...bodyIssues].sort(compareIssues));
    const { language, timeZone } = site;
    const edition = await phases.time('edition', () => buildEdition(newsroom, { nowMs, language, timeZone }));
    await handOver({ newsroom, issues });
    const { written, removed, total } = await writeSite(edition, store);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    process.stdout.write(
      `Built ${edition.articles.length} stories into ${site.outDir} in ${seconds} s: ` +
        `${written} of ${total} pages and feeds written, ${removed} removed.\n${formatPhases(phases)}\n`,
    );
  } finally {
    store.close();
    await rm(stagingDir, { recursive: true, force: true });
  }
}

/** Astro runs our loaders in a world of its own: it gets the newsroom in a file. */
async function handOver(result: ReadResult): Promise<void> {
  const file = path.join(getCacheDir(site), 'newsroom.json');
  await writeSnapshot(file, result);
  process.env[snapshotVariable] = file;
}

type Store = ReturnType<typeof openBodyStore>;

/** Renders the texts of everything that readers may see; drafts are checked too, so that a mistake in one is not a surprise. */
async function renderTexts(newsroom: Newsroom, nowMs: number, store: Store): Promise<readonly Issue[]> {
  const progress = startProgress('texts');
  const visible = newsroom.articles.filter((article) => getVisibility(article, nowMs) !== 'notice');
  const { issues } = await renderBodies([...visible, ...newsroom.storylines, ...newsroom.pages], {
    store,
    body: getBodyOptions(),
    optionsModule: new URL('./site-context.ts', import.meta.url).href,
    chain: await readChainFingerprint(site.url),
    onProgress: progress.report,
  });
  progress.end();
  return issues;
}

/** Writes what has changed since the last build, or everything when there is none to go by. */
async function writeSite(edition: Edition, store: Store): Promise<Outcome> {
  const context = createContext(edition);
  const state = openBuildState(getBuildStateFile(site));
  const program = await readProgramFingerprint(JSON.stringify(site));
  const before = await state.read(program, site.outDir);
  const getTextKey = (file: string) => store.getCurrent(file)?.key ?? '';
  const keys = await phases.time('compare', () => collectPageKeys(context, getTextKey));
  const parts = await phases.time('records', () => collectParts(context));
  const editionKey = toEditionKey(keys, parts);
  if (before?.edition === editionKey) return { written: 0, removed: 0, total: keys.size };

  const changes = compareBuilds(before?.pages ?? {}, keys);
  if (before) await plan(changes.written);
  await rm(stagingDir, { recursive: true, force: true });
  const index = await buildPages(parts, store);
  await phases.time('publish', async () => {
    // While the site is being changed, nothing is known of it: a build that is stopped here is followed by a whole one.
    await state.forget();
    if (before) {
      await applyChanges(site.outDir, stagingDir, changes.removed);
      await publishIndex(index, site.outDir, before.index);
    } else {
      await publishIndex(index, stagingDir, {});
      await replaceFolder(site.outDir, stagingDir);
    }
  });
  const indexKeys = Object.fromEntries([...index].map(([id, folder]) => [id, path.basename(folder)]));
  await state.write({
    program,
    outDir: site.outDir,
    pages: Object.fromEntries(keys),
    index: indexKeys,
    edition: editionKey,
  });
  return { written: changes.written.length, removed: changes.removed.length, total: keys.size };
}

/** What a build did to the pages of routes that have parameters. */
interface Outcome {
  readonly written: number;
  readonly removed: number;
  /** All that the edition has. */
  readonly total: number;
}

function collectParts(context: Context): readonly IndexPart[] {
  return getParts(context.edition, site.partSize).map(({ id, articles }) => ({
    id,
    records: articles.map((article) => buildSearchRecord(context, article)),
  }));
}

/** Everything that the output is made from: all pages, and the records of the index. */
function toEditionKey(keys: PageKeys, parts: readonly IndexPart[]): string {
  const hash = createHash('sha256');
  for (const [page, key] of keys) hash.update(`${page}\n${key}\n`);
  for (const part of parts) hash.update(JSON.stringify(part));
  return hash.digest('base64url');
}

async function plan(pages: readonly string[]): Promise<void> {
  const file = path.join(getCacheDir(site), 'plan.json');
  await writeFile(file, JSON.stringify(pages));
  process.env[planVariable] = file;
}

/** Builds the search index while Astro writes the pages aside. */
async function buildPages(parts: readonly IndexPart[], store: Store): Promise<BuiltIndex> {
  const progress = startProgress('search index parts');
  const options: IndexOptions = {
    cacheDir: getIndexCacheDir(site),
    language: site.language,
    getText: (file) => store.getCurrent(file) ?? { key: '', html: '' },
    onProgress: progress.report,
  };
  const [index] = await Promise.all([
    phases.time('index', () => buildIndex(parts, options)),
    phases.time('pages', () => build({ outDir: stagingDir, logLevel: 'warn' })),
  ]);
  progress.end();
  return index;
}

function reportIssues(issues: readonly Issue[]): void {
  process.exitCode = 1;
  process.stderr.write(`${formatForTerminal(issues, site.contentDir)}\n`);
  process.stderr.write(`Nothing was built: ${formatCounts(issues)}. What was published before is untouched.\n`);
}

await buildSite();
