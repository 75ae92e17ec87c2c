import { hash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { PageStore } from '../content/page-store.ts';
import type { PageKind } from '../content/files.ts';
import { toArticlePath, toListingPath } from '../news/urls.ts';
import { placeIndex, type IndexPart } from '../search/build-index.ts';
import { site } from '../site.config.ts';
import type { BuildState } from './build-state.ts';
import { readProgramFingerprint } from './fingerprint.ts';
import { formatPhases, type Phases } from './phases.ts';
import { prepareEdition, prepareTexts, type Prepared } from './prepare.ts';
import { writeSite } from './write-site.ts';

/** One of several parts of a build, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `2/4`. Throws when it is no shard. */
export function parseShard(text: string): Shard {
  const [, index, count] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/u.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index > count) {
    throw new Error(`\`${text}\` is no shard: write \`--shard 2/4\` for the second of four.`);
  }
  return { index, count };
}

/** Gives the folder that a shard is built into, beside the site: `dist.shards/2-of-4`. */
export function getShardDir({ index, count }: Shard): string {
  return path.join(`${site.outDir}.shards`, `${index}-of-${count}`);
}

/** What a shard leaves for the merge, besides its files in `site/`. */
export interface ShardNote extends Shard {
  /** The state of the merged build, as far as this shard knows it: pages in the first shard, its own parts of the index. */
  readonly state: Omit<BuildState, 'outDir'>;
}

/** Which stories, parts of the index and pages a shard builds. */
export interface Assignment {
  hasPage(page: string): boolean;
  readonly parts: readonly IndexPart[];
}

/**
 * Shares a build out: the parts of the index with their stories so that all shards have about as many, all other pages by a
 * fingerprint of their address. Pages of routes without parameters belong to the first shard. Every shard comes to the same result.
 */
export function assign({ keys, parts }: Pick<Prepared, 'keys' | 'parts'>, { index, count }: Shard): Assignment {
  const loads = Array.from({ length: count }, () => 0);
  const shardOf = new Map<IndexPart, number>();
  const shardOfPage = new Map<string, number>();
  for (const part of parts.toSorted((a, b) => b.records.length - a.records.length || (a.id < b.id ? -1 : 1))) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + part.records.length;
    shardOf.set(part, lightest + 1);
    for (const { id } of part.records) shardOfPage.set(toArticlePath(id), lightest + 1);
  }
  const getShard = (page: string) => {
    if (!keys.has(page)) return 1;
    return shardOfPage.get(page) ?? (Number.parseInt(hash('sha1', page, 'hex').slice(0, 8), 16) % count) + 1;
  };
  return {
    hasPage: (page) => getShard(page) === index,
    parts: parts.filter((part) => shardOf.get(part) === index),
  };
}

/** Builds one shard: reads all front matter, but renders its own texts, pages and parts of the search index only. */
export async function buildShard(shard: Shard, store: PageStore, phases: Phases): Promise<void> {
  const startedMs = performance.now();
  const prepared = await prepareEdition(store, phases, false);
  if (!prepared) return;
  const own = assign(prepared, shard);
  if (!(await prepareTexts(collectTexts(prepared, own), store, phases))) return;

  const [shardDir, isFirst] = [getShardDir(shard), shard.index === 1];
  const outDir = path.join(shardDir, 'site');
  await rm(shardDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const task = { outDir, isWanted: own.hasPage, parts: own.parts, hasAllParts: false, hasAssets: isFirst };
  const index = await writeSite(task, store, phases);
  const hasNewest = prepared.parts[0] !== undefined && own.parts.includes(prepared.parts[0]);
  await placeIndex(index, outDir, hasNewest);
  const note: ShardNote = {
    ...shard,
    state: {
      program: await readProgramFingerprint(site),
      edition: prepared.editionKey,
      media: '',
      pages: isFirst ? Object.fromEntries(prepared.keys) : {},
      index: Object.fromEntries([...index].map(([id, folder]) => [id, path.basename(folder)])),
    },
  };
  await writeFile(path.join(shardDir, 'shard.json'), JSON.stringify(note));
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(
    `Built shard ${shard.index} of ${shard.count} into ${shardDir} in ${seconds} s.\n${formatPhases(phases)}\n`,
  );
}

/** The texts that a shard shows; texts of drafts are checked by the first one. */
function collectTexts({ newsroom, keys }: Prepared, { hasPage }: Assignment) {
  const tasks: { kind: PageKind; file: string }[] = [];
  const add = (kind: PageKind, file: string, page: string) => {
    if (hasPage(page)) tasks.push({ kind, file });
  };
  for (const { id, file } of newsroom.articles) add('articles', file, toArticlePath(id));
  for (const { id, file } of newsroom.storylines) {
    const first = toListingPath({ kind: 'storyline', id });
    add('storylines', file, keys.has(first) ? first : '');
  }
  for (const { id, file } of newsroom.pages) add('pages', file, `/${id}/`);
  return tasks;
}
