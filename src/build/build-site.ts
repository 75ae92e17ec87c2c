import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { findNextChange, listWithheld } from '../news/agenda.ts';
import { isPicturePath } from '../news/urls.ts';
import { placeIndex } from '../search/build-index.ts';
import { site } from '../site.config.ts';
import { findFreshAddresses, recordAddresses } from './address-book.ts';
import { formatAddressNotice } from './address-notice.ts';
import { formatNextBuild, formatWithheld, toDueInstant } from './agenda-report.ts';
import { applyChanges } from './apply-changes.ts';
import { compareBuilds, openBuildState, type BuildState } from './build-state.ts';
import { getBuildStateFile } from './cache-dir.ts';
import { BuildRefusal, explainFailure } from './failure.ts';
import { readProgramFingerprint } from './fingerprint.ts';
import { deferStop } from './interrupt.ts';
import { openOutput, previewMark } from './output.ts';
import { formatPhases, startPhases, type Phases } from './phases.ts';
import { openStore, prepareEdition, type Prepared } from './prepare.ts';
import { formatChanges } from './report.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import { reportSettings } from './settings.ts';
import { buildShard, getShardDir } from './shard.ts';
import { parseShard } from './shard-plan.ts';
import { writeSite } from './write-site.ts';
import type { PageStore } from '../content/page-store.ts';

/**
 * Builds the site: `npm run build`. Pages are written aside and put in the place of the old ones at the end, so that a build
 * that fails or is stopped leaves what was there.
 *
 * `--shard 2/4` builds the second of four parts into a folder of its own (see `merge.ts`); `--changed FILE` writes the addresses of
 * all that has changed into a file; `--due FILE` writes the instant at which the next build is due.
 */
export async function runBuild(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { shard: { type: 'string' }, changed: { type: 'string' }, due: { type: 'string' } },
  });
  if (!reportSettings()) return;
  const shard = values.shard === undefined ? undefined : parseShard(values.shard);
  const lock = await openOutput(shard ? getShardDir(shard) : site.outDir, site.isPreview);
  const phases = startPhases();
  try {
    const store = await openStore();
    try {
      const prepared = await (shard ? buildShard(shard, store, phases) : buildWhole(store, phases, values.changed));
      if (prepared) await announce(prepared, values.due);
    } finally {
      store.close();
    }
  } finally {
    lock.release();
  }
}

/** Says what was withheld, when the next build is due, and whether the site has an address. */
async function announce({ newsroom, context }: Prepared, dueFile: string | undefined): Promise<void> {
  const folder = path.relative('', site.contentDir) || '.';
  const { instantMs } = context.edition;
  const next = findNextChange(newsroom.articles, instantMs);
  process.stdout.write(formatWithheld(listWithheld(newsroom.articles, instantMs), folder, site.timeZone));
  process.stdout.write(formatNextBuild(next, folder));
  if (!site.isPreview) process.stdout.write(formatAddressNotice(site.url));
  const due = toDueInstant(next);
  if (dueFile !== undefined) await writeFile(dueFile, due && `${due}\n`);
}

async function buildWhole(
  store: PageStore,
  phases: Phases,
  changedFile: string | undefined,
): Promise<Prepared | undefined> {
  const startedMs = performance.now();
  await recoverFolder(site.outDir);
  const prepared = await prepareEdition(store, phases, true);
  if (!prepared) return undefined;
  const outcome = await writeChanges(prepared, store, phases);
  if (prepared.addresses && !site.isPreview) await recordAddresses(findFreshAddresses(prepared));
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(
    `Built ${prepared.context.edition.articles.length} stories into ${site.outDir} in ${seconds} s: ` +
      `${outcome.written} of ${prepared.keys.size} pages and feeds written, ${outcome.removed} removed.\n` +
      `${formatPhases(phases)}\n${formatChanges(outcome.changed)}`,
  );
  const addresses = outcome.changed.map((changed) => `${prepared.context.addresses.absolute(changed)}\n`);
  if (changedFile !== undefined) await writeFile(changedFile, addresses.join(''));
  return prepared;
}

/** What a build did. */
interface Outcome {
  /** Pages and feeds. */
  readonly written: number;
  readonly removed: number;
  /** Site paths of everything that is not as it was, sorted. */
  readonly changed: readonly string[];
}

/** Writes what has changed since the last build, or everything when there is none to go by. */
async function writeChanges(prepared: Prepared, store: PageStore, phases: Phases): Promise<Outcome> {
  const { context, keys, parts, editionKey, mediaKey } = prepared;
  const state = openBuildState(getBuildStateFile(site));
  const program = await readProgramFingerprint(site);
  const before = await state.read(program, site.outDir);
  if (before?.edition === editionKey && before.media === mediaKey) return { written: 0, removed: 0, changed: [] };

  const { written, removed } = compareBuilds(before?.pages ?? {}, keys);
  const wanted = new Set(written);
  const outDir = `${site.outDir}.next`;
  const tidyUp = () => rm(outDir, { recursive: true, force: true });
  await tidyUp();
  const stop = deferStop();
  let isChanging = false;
  try {
    const isWanted = (page: string) => !keys.has(page) || wanted.has(page) || isPicturePath(page);
    const index = await writeSite(
      { context, keys, outDir, isWanted, parts, hasAllParts: true, hasAssets: true },
      store,
      phases,
    );
    stop.hold();
    const changed = await phases.time('publish', async () => {
      const known: BuildState['index'] = before?.index ?? {};
      const fresh = new Map([...index].filter(([id, folder]) => known[id] !== path.basename(folder)));
      await placeIndex(fresh, outDir);
      if (site.isPreview) await writeFile(path.join(outDir, previewMark), 'Not for publishing: it holds drafts.\n');
      // While the site is being changed, nothing is known of it: a build that is killed here is followed by a whole one.
      await state.forget();
      isChanging = true;
      if (before && existsSync(site.outDir)) {
        const gone = Object.keys(known).filter((id) => !index.has(id));
        return applyChanges(site.outDir, outDir, { pages: removed, parts: gone });
      }
      await replaceFolder(site.outDir, outDir);
      return [...keys.keys()].sort();
    });
    const indexKeys = Object.fromEntries([...index].map(([id, folder]) => [id, path.basename(folder)]));
    const pages = Object.fromEntries(keys);
    await state.write({ program, outDir: site.outDir, pages, index: indexKeys, edition: editionKey, media: mediaKey });
    return { written: written.length, removed: removed.length, changed };
  } catch (error) {
    const explained = isChanging ? explainFailure(error) : undefined;
    if (explained === undefined) throw error;
    const what = 'It happened while the site was being changed: build again to make it whole.';
    throw new BuildRefusal(`${explained}\n${what}`, { cause: error });
  } finally {
    await tidyUp();
    stop.release();
  }
}
