import { rm } from 'node:fs/promises';
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
import { hasErrors, type Issue } from '../core/issue.ts';
import { buildEdition, type Edition } from '../news/edition.ts';
import type { Newsroom } from '../news/newsroom.ts';
import { getParts } from '../news/parts.ts';
import { getVisibility } from '../news/visibility.ts';
import { buildIndex, publishIndex } from '../search/build-index.ts';
import { site } from '../site.config.ts';
import { getBodyStoreFile, getCacheDir, getIndexCacheDir } from './cache-dir.ts';
import { readChainFingerprint } from './fingerprint.ts';
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
    if (hasErrors([...issues, ...bodyIssues])) return reportIssues([...issues, ...bodyIssues]);
    const { language, timeZone } = site;
    const edition = await phases.time('edition', () => buildEdition(newsroom, { nowMs, language, timeZone }));
    await handOver({ newsroom, issues });
    await writeSite(edition, store);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    process.stdout.write(
      `Built ${edition.articles.length} stories into ${site.outDir} in ${seconds} s (${formatPhases(phases)}).\n`,
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

async function writeSite(edition: Edition, store: Store): Promise<void> {
  const context = createContext(edition);
  const parts = getParts(edition, site.partSize).map(({ id, articles }) => ({
    id,
    records: articles.map((article) => buildSearchRecord(context, article)),
  }));
  await rm(stagingDir, { recursive: true, force: true });
  const progress = startProgress('search index parts');
  const [index] = await Promise.all([
    phases.time('index', () =>
      buildIndex(parts, {
        cacheDir: getIndexCacheDir(site),
        language: site.language,
        getText: (file) => store.getCurrent(file) ?? { key: '', html: '' },
        onProgress: progress.report,
      }),
    ),
    phases.time('pages', () => build({ outDir: stagingDir, logLevel: 'warn' })),
  ]);
  progress.end();
  await phases.time('publish', async () => {
    await publishIndex(index, stagingDir);
    await replaceFolder(site.outDir, stagingDir);
  });
}

function reportIssues(issues: readonly Issue[]): void {
  process.exitCode = 1;
  process.stderr.write(`${formatForTerminal(issues, site.contentDir)}\n`);
  process.stderr.write(`Nothing was built: ${formatCounts(issues)}. What was published before is untouched.\n`);
}

await buildSite();
