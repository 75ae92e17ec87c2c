import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { close, createIndex } from 'pagefind';
import { unpackTree, type PackedTree } from '../../core/html-tree.ts';
import { isSealed, sealFolder } from '../../disk/sealed-folder.ts';
import { answerTasks } from '../../disk/worker-pool.ts';
import { toIndexHtml, type SearchRecord } from './record.ts';
import { listUnused, repackPart } from './repack.ts';
import { stagingEnd } from './staging.ts';

/** One part of the index to be built. */
export interface IndexTask {
  /** Stories with their rendered texts, newest first. */
  readonly records: readonly { readonly record: SearchRecord; readonly tree: PackedTree }[];
  /** Absolute path of the part's folder. */
  readonly outputDir: string;
}

/** The number of stories passed to Pagefind at once. */
const batchSize = 200;

// Parts are built side by side, one on each core: within a part, threads of Pagefind's own would only get into each
// other's way.
process.env['RAYON_NUM_THREADS'] = '1';

answerTasks(async (task: IndexTask) => {
  const { outputDir } = task;
  // Another build may have made it meanwhile.
  if (await isSealed(outputDir)) return;
  // A damaged part is rebuilt.
  await rm(outputDir, { recursive: true, force: true });
  await buildPart(task);
  await sealFolder(outputDir);
});

async function buildPart({ records, outputDir }: IndexTask): Promise<void> {
  const staging = `${outputDir}.${randomUUID()}${stagingEnd}`;
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
    for (let start = 0; start < records.length; start += batchSize) {
      const added = await Promise.all(
        records.slice(start, start + batchSize).map(({ record, tree }, offset) =>
          index.addHTMLFile({
            url: record.url,
            content: toIndexHtml(record, unpackTree(tree), records.length - 1 - start - offset),
          }),
        ),
      );
      const failed = added.flatMap((answer) => answer.errors);
      if (failed.length > 0) throw new Error(`The search index failed: ${failed.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: staging });
    if (written.errors.length > 0)
      throw new Error(`The search index could not be written: ${written.errors.join('; ')}`);
    await repackPart(
      staging,
      records.map(({ record: { month, lang } }) => ({ month, lang })),
    );
    // Pagefind also writes its own scripts and interface, but our search page reads the index itself (`part.ts`).
    await Promise.all((await listUnused(staging)).map((file) => rm(path.join(staging, file))));
    await rename(staging, outputDir).catch((error: unknown) => {
      // Another build has made the same part at the same time.
      if (!existsSync(outputDir)) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
    await close();
  }
}
