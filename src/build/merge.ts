import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { site } from '../site.config.ts';
import { formatAddressNotice } from './address-notice.ts';
import { recordAddresses } from './address-book.ts';
import { openBuildState } from './build-state.ts';
import { getBuildStateFile } from './cache-dir.ts';
import { runCommand } from './failure.ts';
import { openOutput } from './output.ts';
import { reportSettings } from './settings.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import type { ShardNote } from './shard.ts';

/**
 * Puts the shards of a build together: `npm run merge`. Takes all of `dist.shards/`, checks that they are all there and of one
 * edition, and swaps the whole site in. The next `npm run build` knows it and writes only what has changed since.
 */
async function mergeShards(): Promise<void> {
  const shardsDir = `${site.outDir}.shards`;
  const notes = await readNotes(shardsDir);
  const problem = findProblem(notes.map(({ note }) => note));
  if (problem !== undefined) {
    process.exitCode = 1;
    process.stderr.write(`${problem} Nothing was merged; what was published before is untouched.\n`);
    return;
  }
  await recoverFolder(site.outDir);
  const staging = `${site.outDir}.next`;
  await rm(staging, { recursive: true, force: true });
  let count = 0;
  for (const { folder } of notes) count += await moveInto(path.join(folder, 'site'), staging);
  const state = openBuildState(getBuildStateFile(site));
  await state.forget();
  await replaceFolder(site.outDir, staging);
  const [first] = notes;
  if (first) {
    await state.write({
      ...first.note.state,
      outDir: site.outDir,
      pages: Object.assign({}, ...notes.map(({ note }) => note.state.pages)),
      index: Object.assign({}, ...notes.map(({ note }) => note.state.index)),
    });
  }
  await recordAddresses(notes.flatMap(({ note }) => note.freshAddresses));
  await rm(shardsDir, { recursive: true, force: true });
  process.stdout.write(
    `Merged ${notes.length} shards into ${site.outDir}: ${count} files.\n${formatAddressNotice(site.url)}`,
  );
}

interface Found {
  readonly folder: string;
  readonly note: ShardNote;
}

async function readNotes(shardsDir: string): Promise<readonly Found[]> {
  if (!existsSync(shardsDir)) return [];
  const folders = (await readdir(shardsDir)).map((name) => path.join(shardsDir, name));
  const notes = await Promise.all(
    folders.map(async (folder) => {
      const text = await readFile(path.join(folder, 'shard.json'), 'utf8').catch(() => undefined);
      return text === undefined ? [] : [{ folder, note: JSON.parse(text) as ShardNote }];
    }),
  );
  return notes.flat().sort((a, b) => a.note.index - b.note.index);
}

/** Says why some shards do not make a site. */
export function findProblem(notes: readonly ShardNote[]): string | undefined {
  const [first] = notes;
  if (!first)
    return `There is no finished shard in ${site.outDir}.shards: build them with \`--shard 1/2\`, \`--shard 2/2\`.`;
  if (notes.some(({ count }) => count !== first.count)) {
    return 'The shards are of builds cut into different numbers: delete those that do not belong here.';
  }
  const missing = Array.from({ length: first.count }, (_, index) => index + 1).filter(
    (wanted) => !notes.some(({ index }) => index === wanted),
  );
  if (missing.length > 0) return `Of ${first.count} shards, these are missing or not finished: ${missing.join(', ')}.`;
  if (notes.some(({ state }) => state.program !== first.state.program)) {
    return 'The shards were built by different programs or settings: build them from one commit, with one SITE_URL and OUT_DIR.';
  }
  if (notes.some(({ state }) => state.edition !== first.state.edition)) {
    return 'The shards are of different editions: give all of them the same content and the same SOURCE_DATE_EPOCH.';
  }
  return undefined;
}

/** Moves all files below a folder into another one; gives their number. Throws when one is there already. */
async function moveInto(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true });
  let count = 0;
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) count += await moveInto(source, target);
    else {
      if (existsSync(target)) throw new Error(`Two shards hold ${target}.`);
      count += entry.isDirectory() ? await countFiles(source) : 1;
      await rename(source, target);
    }
  }
  return count;
}

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).length;
}

await runCommand(async () => {
  if (!reportSettings()) return;
  const lock = await openOutput(site.outDir, site.isPreview);
  try {
    await mergeShards();
  } finally {
    lock.release();
  }
});
