import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { formatCount } from '../core/text.ts';
import type { LocalSite } from '../core/settings.ts';
import { formatAddressNotice } from './report/address-notice.ts';
import { formatSizeNotice } from './report/size-notice.ts';
import { recordAddresses } from './address-book.ts';
import { openSiteOutput } from './build-site.ts';
import { describeFiles, measureFiles, openBuildState, unpackPages } from './plan/build-state.ts';
import { listFiles } from '../disk/list-files.ts';
import { getBuildStateFile } from '../disk/cache-dir.ts';
import { BuildRefusal, hasCode } from '../core/failure.ts';
import { assertWritable, type Output } from './output/output.ts';
import { removeStaged, getStagingDir, isHalfPublished, planPublishing, publish } from './output/publish.ts';
import { getShardsDir, listShards, markTaken, type ShardNote } from './plan/shard-folder.ts';

/**
 * Merges the shards of a build: takes all of `dist.shards/`, checks that they are complete and of one edition, and
 * publishes the whole site. The next `npm run build` recognises it and writes only later changes.
 */
export async function mergeShards(site: LocalSite): Promise<void> {
  const output = await openSiteOutput(site);
  try {
    await mergeInto(site, output);
  } finally {
    if (!isHalfPublished(site.outDir)) removeStaged(site.outDir);
    output.release();
  }
}

async function mergeInto(site: LocalSite, output: Output): Promise<void> {
  const shardsDir = getShardsDir(site);
  const shards = listShards(shardsDir);
  const notes = shards.map(({ note }) => note);
  const problem = findProblem(notes, shardsDir);
  if (problem !== undefined) throw new BuildRefusal(`${problem} Nothing was merged. The existing site is unchanged.`);
  const owned = await output.listOwned();
  assertWritable(site.outDir, owned);
  const staging = getStagingDir(site.outDir);
  let count = 0;
  for (const shard of shards) {
    await markTaken(shard);
    count += await moveInto(path.join(shard.folder, 'site'), staging);
  }
  const plan = await planPublishing(site.outDir, owned, () => false);
  const files = describeFiles(site.outDir, plan);
  const [first] = notes;
  if (first) {
    const file = getBuildStateFile(site);
    // A machine that only merges has no cache.
    await mkdir(path.dirname(file), { recursive: true });
    await openBuildState(file).write({
      ...first.state,
      outDir: site.outDir,
      pages: unpackPages(notes.flatMap(({ state }) => state.pages)),
      index: Object.assign({}, ...notes.map(({ state }) => state.index)),
      files,
    });
  }
  await publish(site.outDir, owned, plan);
  await recordAddresses(
    site.contentDir,
    notes.flatMap(({ freshAddresses }) => freshAddresses),
  );
  for (const { folder } of shards) await rm(folder, { recursive: true, force: true });
  // Other entries are not ours.
  await rmdir(shardsDir).catch(() => undefined);
  process.stdout.write(
    `Merged ${formatCount(notes.length, 'shard')} into ${site.outDir}: ${formatCount(count, 'file')}.\n${formatAddressNotice(site.url)}${formatSizeNotice(measureFiles(files))}`,
  );
}

/** Explains why some shards do not make a site. */
function findProblem(notes: readonly ShardNote[], shardsDir: string): string | undefined {
  const [first] = notes;
  if (!first)
    return `There are no finished shards in ${shardsDir}. Build them with \`--shard 1/2\` and \`--shard 2/2\`.`;
  if (notes.some(({ count }) => count !== first.count)) {
    return 'The shards come from builds with different numbers of shards. Delete those that do not belong here.';
  }
  const missing = Array.from({ length: first.count }, (_, index) => index + 1).filter(
    (wanted) => !notes.some(({ index }) => index === wanted),
  );
  if (missing.length > 0) return `Of ${first.count} shards, these are missing or not finished: ${missing.join(', ')}.`;
  if (notes.some(({ state }) => state.program !== first.state.program)) {
    return 'The shards were built by different programs or with different settings. Build all of them from the same commit, with the same SITE_URL and OUT_DIR.';
  }
  if (notes.some(({ state }) => state.edition !== first.state.edition)) {
    return 'The shards contain different editions. Build all of them from the same content, with the same SOURCE_DATE_EPOCH.';
  }
  return undefined;
}

/** Moves all files below a folder into another one and returns their number. Throws if one already exists. */
async function moveInto(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true });
  let count = 0;
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) count += await moveInto(source, target);
    else {
      if (existsSync(target)) throw new Error(`Two shards contain ${target}.`);
      count += entry.isDirectory() ? listFiles(source).length : 1;
      await move(source, target);
    }
  }
  return count;
}

/** Shards may be on another disk than the site. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (!hasCode(error, 'EXDEV')) throw error;
    return cp(from, to, { recursive: true });
  });
}
