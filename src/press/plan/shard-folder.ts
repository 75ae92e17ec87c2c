import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { formatChecked, parseChecked } from '../../disk/checked-text.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import type { LocalSite } from '../../core/settings.ts';
import { stateSchema } from './build-state.ts';
import { BuildRefusal } from '../../core/failure.ts';
import { takeLock } from '../output/lock.ts';
import { toShown } from '../output/out-dir.ts';
import { assertClear, getLockFile } from '../output/output.ts';
import type { Shard } from './shard-plan.ts';

/**
 * The note that a shard leaves for the merge, besides its files in `site/`. It has no state while the shard is being
 * built.
 */
const schema = z.object({
  index: z.number(),
  count: z.number(),
  /**
   * The state of the merged build, as far as this shard knows it: pages in the first shard, and its own parts of the
   * index.
   */
  state: stateSchema.omit({ outDir: true, files: true }).optional(),
  /** The addresses to record once the site is published. Only in the first shard. */
  freshAddresses: z.array(z.string()).readonly(),
});

type Note = z.infer<typeof schema>;

/** The note that a finished shard leaves for the merge. */
export type ShardNote = Note & { readonly state: NonNullable<Note['state']> };

/** The folder of a shard that is being built. */
export interface ShardFolder {
  readonly shard: Shard;
  /** Absolute path of the folder for the shard's files. */
  readonly dir: string;
  /** Marks the shard as complete. */
  finish(note: Omit<ShardNote, keyof Shard>): Promise<void>;
  /** Releases the folder. */
  release(): void;
}

/** Returns the folder of all shards, beside the site: `dist.shards`. */
export function getShardsDir({ outDir }: Pick<LocalSite, 'outDir'>): string {
  return `${outDir}.shards`;
}

/**
 * Opens and empties the folder of a shard, such as `dist.shards/2-of-4`.
 *
 * @throws a refusal when it contains anything that is not from a shard, or when another build is using it
 */
export async function openShard(site: LocalSite, shard: Shard): Promise<ShardFolder> {
  for (const outDir of [site.outDir, getShardsDir(site)]) assertClear({ ...site, outDir });
  const folder = path.join(getShardsDir(site), `${shard.index}-of-${shard.count}`);
  mkdirSync(folder, { recursive: true });
  const shown = toShown(folder);
  const isEmpty = readdirSync(folder).every((name) => name.startsWith('.gazetteer-'));
  if (!isEmpty && !readNote(folder)) {
    throw new BuildRefusal(
      `${shown} contains files that no shard left there. Nothing was built. Move them away first.`,
    );
  }
  const lock = takeLock(getLockFile(folder));
  if (!lock) throw new BuildRefusal(`Another build is running in ${shown}. Nothing was built.`);
  await writeNote(folder, { ...shard, freshAddresses: [] });
  const dir = path.join(folder, 'site');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  return { shard, dir, finish: (note) => writeNote(folder, { ...shard, ...note }), release: lock.release };
}

/** A shard that is ready to be merged. */
export interface FinishedShard {
  readonly folder: string;
  readonly note: ShardNote;
}

/** Lists the finished shards in a folder, in order. */
export function listShards(shardsDir: string): readonly FinishedShard[] {
  const names = existsSync(shardsDir) ? readdirSync(shardsDir) : [];
  return names
    .map((name) => path.join(shardsDir, name))
    .flatMap((folder) => {
      const note = readNote(folder);
      return note?.state ? [{ folder, note: { ...note, state: note.state } }] : [];
    })
    .sort((a, b) => a.note.index - b.note.index);
}

/** Notes that a shard's files are being moved, so that a killed merge does not later find half of them. */
export async function markTaken({ folder, note: { index, count } }: FinishedShard): Promise<void> {
  await writeNote(folder, { index, count, freshAddresses: [] });
}

function toNoteFile(folder: string): string {
  return path.join(folder, 'shard.json');
}

function readNote(folder: string): Note | undefined {
  const file = toNoteFile(folder);
  return existsSync(file) ? schema.safeParse(parseChecked(readFileSync(file, 'utf8'))).data : undefined;
}

function writeNote(folder: string, note: Note): Promise<void> {
  return writeWhole(toNoteFile(folder), formatChecked(note));
}
